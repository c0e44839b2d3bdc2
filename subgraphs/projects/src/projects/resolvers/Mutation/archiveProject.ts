import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const archiveProject: NonNullable<MutationResolvers['archiveProject']> = async (_parent, { input }, { services }) => ({
  __typename: 'ArchiveProjectSuccess',
  project: await services.projects.archive(decodeId(input.id, 'Project'), input.archived ?? true),
});
