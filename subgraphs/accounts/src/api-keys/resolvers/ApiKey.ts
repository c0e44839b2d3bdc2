import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { ApiKeyResolvers } from './../../__generated__/types.ts';
import { toApiScope } from '../scope.ts';

export const ApiKey: ApiKeyResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'ApiKey');
    return id === null ? null : services.apiKeys.find(id);
  },
  id: (key) => encodeId('ApiKey', key.id),
  scopes: (key) => key.scopes.map(toApiScope),
  viewerCanRotate: (key, _args, { services }) => services.apiKeys.mayRotate(key),
};
