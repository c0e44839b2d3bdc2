import { createRouter } from '@tanstack/react-router';
import { devRoutes } from './dev/routes.tsx';
import { projectRoutes } from './features/project/routes.tsx';
import { projectsRoute } from './features/projects/routes.tsx';
import { rootRoute } from './routes/root.tsx';
import { studioRoute } from './routes/studio.tsx';
import { FailedPage, NotFoundPage } from './shell/FailedPage.tsx';

/* Each feature exports its routes; here they are only listed. */
const routeTree = rootRoute.addChildren([studioRoute.addChildren([projectsRoute, projectRoutes]), ...devRoutes]);

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
