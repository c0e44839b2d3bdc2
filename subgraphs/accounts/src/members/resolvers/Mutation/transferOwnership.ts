import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const transferOwnership: NonNullable<MutationResolvers['transferOwnership']> = async (_parent, { input }, { services }) => {
  const result = await services.ownership.transfer(decodeId(input.id, 'Member'), input.stepDown);
  return '__typename' in result ? result : { __typename: 'TransferOwnershipSuccess', ...result };
};
