import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { studioRoute } from '../../routes/studio.tsx';
import { readProjectsSearch } from './search.ts';

/** `/s/<slug>/projects`: every project, as a list or a board, narrowed by the address. */
export const projectsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/projects',
  validateSearch: readProjectsSearch,
  component: lazyRouteComponent(() => import('./ProjectsPage.tsx'), 'ProjectsPage'),
});
