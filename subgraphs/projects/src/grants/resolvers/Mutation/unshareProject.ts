import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const unshareProject: NonNullable<MutationResolvers['unshareProject']> = async (_parent, { input }, { services }) => ({
  __typename: 'UnshareProjectSuccess',
  project: await services.grants.unshare(decodeId(input.projectId, 'Project'), decodeId(input.contactId, 'Contact')),
});
