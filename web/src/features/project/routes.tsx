import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { studioRoute } from '../../routes/studio.tsx';
import { readProjectSearch } from './search.ts';

/** `/s/<slug>/projects/<id>`: one project. Its parts share the head, the live line and one query. */
export const projectRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/projects/$projectId',
  validateSearch: readProjectSearch,
  component: lazyRouteComponent(() => import('./ProjectPage.tsx'), 'ProjectPage'),
});

const part = <Path extends string>(path: Path) => createRoute({ getParentRoute: () => projectRoute, path });

/** The project's page with its parts; `ProjectPage` draws them all. */
export const projectRoutes = projectRoute.addChildren([part('/brief'), part('/talk'), part('/activity')]);
