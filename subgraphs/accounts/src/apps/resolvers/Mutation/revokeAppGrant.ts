import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const revokeAppGrant: NonNullable<MutationResolvers['revokeAppGrant']> = async (_parent, { input }, { services }) => {
  await services.appGrants.revoke(decodeId(input.id, 'AppGrant'));
  return { __typename: 'RevokeAppGrantSuccess', id: input.id };
};
