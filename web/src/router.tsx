import { createRouter } from '@tanstack/react-router';
import { devRoutes } from './dev/routes.tsx';
import { connectRoute } from './features/apps/routes.tsx';
import { clientRoutes } from './features/clients/routes.tsx';
import { homeRoute } from './features/home/routes.tsx';
import { notificationsRoute } from './features/notifications/routes.tsx';
import { projectRoutes } from './features/project/routes.tsx';
import { projectsRoute } from './features/projects/routes.tsx';
import { sessionRoutes } from './features/session/routes.tsx';
import { settingsRoutes } from './features/settings/routes.tsx';
import { welcomeRoute } from './features/studios/routes.tsx';
import { trashRoute } from './features/trash/routes.tsx';
import { rootRoute } from './routes/root.tsx';
import { studioRoute } from './routes/studio.tsx';
import { FailedPage, NotFoundPage } from './shell/FailedPage.tsx';

/* Each feature exports its routes; here they are only listed. */
const routeTree = rootRoute.addChildren([
  ...sessionRoutes,
  connectRoute,
  welcomeRoute,
  studioRoute.addChildren([homeRoute, projectsRoute, projectRoutes, ...clientRoutes, notificationsRoute, trashRoute, settingsRoutes]),
  ...devRoutes,
]);

/** The app's addresses. */
export const router = createRouter({
  routeTree,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPreload: 'intent',
  // Another page fades in; a filter or a sheet on the same page must not.
  defaultViewTransition: { types: ({ pathChanged }) => (pathChanged ? ['page'] : false) },
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
