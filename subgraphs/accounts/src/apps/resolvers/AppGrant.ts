import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { AppGrantResolvers } from './../../__generated__/types.ts';
import { SCOPES } from '../../api-keys/api-key.ts';
import { toApiScope } from '../../api-keys/scope.ts';

export const AppGrant: AppGrantResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'AppGrant');
    return id === null ? null : services.appGrants.find(id);
  },
  id: (grant) => encodeId('AppGrant', grant.id),
  appName: async (grant, _args, { services }) => (await services.appGrants.appOf(grant))?.name ?? '',
  appLogo: async (grant, _args, { services }) => (await services.appGrants.appOf(grant))?.logo ?? null,
  studioName: async (grant, _args, { services }) => (await services.studios.find(grant.studioId))?.name ?? '',
  member: (grant, _args, { services }) => services.members.find(grant.memberId),
  // Beside them stands the permission to go on when nobody is there.
  scopes: (grant) => SCOPES.filter((scope) => grant.scopes.includes(scope)).map(toApiScope),
};
