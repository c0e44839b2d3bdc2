import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';
import { fromApiScope } from '../../../api-keys/scope.ts';

export const updateApp: NonNullable<MutationResolvers['updateApp']> = async (_parent, { input }, { services }) => {
  const { id, expectedVersion, name, description = null, homepage = null, redirectUris, scopes, ownScopes = [] } = input;
  const result = await services.apps.update(decodeId(id, 'App'), expectedVersion, {
    name,
    description,
    homepage,
    redirectUris,
    scopes: scopes.map(fromApiScope),
    ownScopes: ownScopes.map(fromApiScope),
  });
  return '__typename' in result ? result : { __typename: 'UpdateAppSuccess', ...result };
};
