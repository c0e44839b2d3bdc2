import type { MutationResolvers } from './../../../__generated__/types.ts';
import { fromApiScope } from '../../scope.ts';

export const createApiKey: NonNullable<MutationResolvers['createApiKey']> = async (_parent, { input }, { services }) => {
  const { name, scopes, expiresAt = null } = input;
  const result = await services.apiKeys.create({ name, scopes: scopes.map(fromApiScope), expiresAt });
  return '__typename' in result ? result : { __typename: 'CreateApiKeySuccess', ...result };
};
