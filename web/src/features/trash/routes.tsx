import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { studioRoute } from '../../routes/studio.tsx';

/** `/s/<slug>/trash`: what was thrown away and can still be taken back. */
export const trashRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/trash',
  component: lazyRouteComponent(() => import('./TrashPage.tsx'), 'TrashPage'),
});
