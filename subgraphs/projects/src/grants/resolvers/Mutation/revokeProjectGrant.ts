import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const revokeProjectGrant: NonNullable<MutationResolvers['revokeProjectGrant']> = async (_parent, { input }, { services }) => ({
  __typename: 'RevokeProjectGrantSuccess',
  project: await services.grants.revoke(decodeId(input.projectId, 'Project'), decodeId(input.memberId, 'Member')),
});
