import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const removePasskey: NonNullable<MutationResolvers['removePasskey']> = async (_parent, { input }, { services }) => {
  const result = await services.factors.remove(decodeId(input.id, 'Passkey'));
  return '__typename' in result ? result : { __typename: 'RemovePasskeySuccess', user: result };
};
