import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const archiveClient: NonNullable<MutationResolvers['archiveClient']> = async (_parent, { input }, { services }) => ({
  __typename: 'ArchiveClientSuccess',
  client: await services.clients.archive(decodeId(input.id, 'Client'), input.archived ?? true),
});
