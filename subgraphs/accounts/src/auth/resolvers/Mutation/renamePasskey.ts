import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const renamePasskey: NonNullable<MutationResolvers['renamePasskey']> = async (_parent, { input }, { services }) => {
  const result = await services.factors.rename(decodeId(input.id, 'Passkey'), input.name);
  return '__typename' in result ? result : { __typename: 'RenamePasskeySuccess', user: result };
};
