import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { studioRoute } from '../../routes/studio.tsx';

/** `/s/<slug>`: what waits for the viewer. */
export const homeRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
});
