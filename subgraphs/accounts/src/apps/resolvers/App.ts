import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { AppResolvers } from './../../__generated__/types.ts';
import { SCOPES } from '../../api-keys/api-key.ts';
import { toApiScope } from '../../api-keys/scope.ts';

export const App: AppResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'App');
    return id === null ? null : services.apps.find(id);
  },
  id: (app) => encodeId('App', app.id),
  scopes: (app) => SCOPES.filter((scope) => app.scopes.includes(scope)).map(toApiScope),
  peopleCount: (app, _args, { services }) => services.apps.people(app),
  previousSecretEndsAt: (app) => app.previousEndsAt,
  ownScopes: (app) => app.ownScopes.map(toApiScope),
  viewerCanRotateSecret: (app, _args, { services }) => services.apps.mayRotateSecret(app),
  viewerCanExtendOwnScopes: (app, _args, { services }) => services.apps.mayExtend(app),
};
