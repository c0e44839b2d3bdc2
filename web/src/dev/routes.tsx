import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../routes/root.tsx';

/* Only Vite's development server and the screenshots see these: in a production build the branch is dead and is dropped. */
/** The gallery of pieces and the frame alone. */
export const devRoutes =
  import.meta.env.DEV || import.meta.env.VITE_GALLERY
    ? [
        createRoute({
          getParentRoute: () => rootRoute,
          path: '/dev/ui',
          component: lazyRouteComponent(() => import('./Gallery.tsx'), 'Gallery'),
        }),
        createRoute({
          getParentRoute: () => rootRoute,
          path: '/dev/shell',
          component: lazyRouteComponent(() => import('./ShellSample.tsx'), 'ShellSample'),
        }),
      ]
    : [];
