import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const revokeApiKey: NonNullable<MutationResolvers['revokeApiKey']> = async (_parent, { input }, { services }) => {
  await services.apiKeys.revoke(decodeId(input.id, 'ApiKey'));
  return { __typename: 'RevokeApiKeySuccess', id: input.id };
};
