import type { MutationResolvers } from './../../../__generated__/types.ts';
import { fromApiScope } from '../../../api-keys/scope.ts';

export const registerApp: NonNullable<MutationResolvers['registerApp']> = async (_parent, { input }, { services }) => {
  const { name, description = null, homepage = null, redirectUris, scopes, ownScopes = [], isConfidential = true } = input;
  const result = await services.apps.register({
    name,
    description,
    homepage,
    redirectUris,
    scopes: scopes.map(fromApiScope),
    ownScopes: ownScopes.map(fromApiScope),
    isConfidential,
  });
  return '__typename' in result ? result : { __typename: 'RegisterAppSuccess', ...result };
};
