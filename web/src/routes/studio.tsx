import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';

/** `/s/<slug>/…`: everything inside one studio. Loaded with the line to the API, which sign-in needs nothing of. */
export const studioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/s/$studio',
  component: lazyRouteComponent(() => import('../app/StudioApp.tsx'), 'StudioApp'),
});
