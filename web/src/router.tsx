import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { FailedPage, NotFoundPage } from './shell/FailedPage.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

/* Only Vite's development server and the screenshots see these: in a production build the branch is dead and is dropped. */
const devRoutes =
  import.meta.env.DEV || import.meta.env.VITE_GALLERY
    ? [
        createRoute({
          getParentRoute: () => root,
          path: '/dev/ui',
          component: lazyRouteComponent(() => import('./dev/Gallery.tsx'), 'Gallery'),
        }),
        createRoute({
          getParentRoute: () => root,
          path: '/dev/shell',
          component: lazyRouteComponent(() => import('./dev/ShellSample.tsx'), 'ShellSample'),
        }),
      ]
    : [];

/** The app's addresses. */
export const router = createRouter({
  routeTree: root.addChildren([...devRoutes]),
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPreload: 'intent',
  defaultViewTransition: true,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
