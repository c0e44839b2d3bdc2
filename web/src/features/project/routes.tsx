import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { studioRoute } from '../../routes/studio.tsx';
import { readProjectSearch } from './search.ts';

/** `/s/<slug>/projects/<id>`: one project. Its parts share the head and the live line. */
export const projectRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/projects/$projectId',
  validateSearch: readProjectSearch,
  component: lazyRouteComponent(() => import('./ProjectPage.tsx'), 'ProjectPage'),
});
