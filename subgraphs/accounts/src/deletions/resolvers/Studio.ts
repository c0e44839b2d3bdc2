import type { StudioResolvers } from './../../__generated__/types.ts';

export const Studio: Pick<StudioResolvers, 'deletion' | 'viewerCanDelete' | '__isTypeOf' | '__resolveReference'> = {
  deletion: (studio, _args, { services }) => services.studioDeletions.of(studio),
  viewerCanDelete: (studio, _args, { services }) => services.studioDeletions.canDelete(studio),
};
