import type { StudioResolvers } from './../../__generated__/types.ts';

export const Studio: Pick<StudioResolvers, 'exports' | 'viewerCanExport' | '__isTypeOf' | '__resolveReference'> = {
  exports: (studio, args, { services }) => services.exports.ofStudio(studio.id, args),
  viewerCanExport: (studio, _args, { services }) => services.studios.can(studio, 'studio.export'),
};
