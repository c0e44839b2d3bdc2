import type { StudioResolvers } from './../../__generated__/types.ts';

export const Studio: Pick<StudioResolvers, 'appGrants' | 'apps' | 'viewerCanManageApps' | '__isTypeOf' | '__resolveReference'> = {
  apps: (studio, _args, { services }) => services.apps.list(studio.id),
  appGrants: (studio, _args, { services }) => services.appGrants.ofStudio(studio.id),
  viewerCanManageApps: (studio, _args, { services }) => services.studios.can(studio, 'app.manage'),
};
