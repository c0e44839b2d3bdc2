import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { StudioResolvers } from './../../__generated__/types.ts';
import { fromApiRole } from '../../members/role.ts';

export const Studio: Pick<
  StudioResolvers,
  | 'apiKeys'
  | 'createdAt'
  | 'currency'
  | 'hasDemoData'
  | 'id'
  | 'invitations'
  | 'liveVersion'
  | 'locale'
  | 'logo'
  | 'members'
  | 'name'
  | 'slug'
  | 'timeZone'
  | 'version'
  | 'viewerCanManageApiKeys'
  | 'viewerCanManageMembers'
  | 'viewerCanUpdate'
  | '__isTypeOf'
  | '__resolveReference'
> = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Studio');
    return id === null ? null : services.studios.find(id);
  },
  id: (studio) => encodeId('Studio', studio.id),
  createdAt: (studio, _args, { services }) => services.studios.inside(studio.createdAt),
  version: (studio, _args, { services }) => services.studios.inside(studio.version),
  liveVersion: (studio, _args, { services }) => services.studios.liveVersion(studio),
  hasDemoData: (studio, _args, { services }) => services.studios.inside(studio.hasDemoData),
  members: (studio, { roles, ...page }, { services }) =>
    services.members.list(studio.id, { ...page, roles: roles?.map(fromApiRole) ?? null }),
  invitations: (studio, _args, { services }) => services.invitations.open(studio.id),
  apiKeys: (studio, _args, { services }) => services.apiKeys.list(studio.id),
  viewerCanUpdate: (studio, _args, { services }) => services.studios.can(studio, 'studio.update'),
  viewerCanManageMembers: (studio, _args, { services }) => services.studios.can(studio, 'member.manage'),
  viewerCanManageApiKeys: (studio, _args, { services }) => services.studios.can(studio, 'apiKey.manage'),
};
