import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const revokeSession: NonNullable<MutationResolvers['revokeSession']> = async (_parent, { input }, { services }) => ({
  __typename: 'RevokeSessionSuccess',
  user: await services.users.endSession(decodeId(input.id, 'Session')),
});
