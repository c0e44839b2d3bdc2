import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { studioRoute } from '../../routes/studio.tsx';
import { readClientsSearch } from './search.ts';

/** `/s/<slug>/clients?q=&archived=`: everybody the studio works for. */
export const clientsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/clients',
  validateSearch: readClientsSearch,
  component: lazyRouteComponent(() => import('./ClientsPage.tsx'), 'ClientsPage'),
});

/** `/s/<slug>/clients/<id>`: one client. */
export const clientRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/clients/$clientId',
  component: lazyRouteComponent(() => import('./ClientPage.tsx'), 'ClientPage'),
});

/** The pages of clients. */
export const clientRoutes = [clientsRoute, clientRoute];
