import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { studioRoute } from '../../routes/studio.tsx';

/** `/s/<slug>/notifications?unread=true`: what the viewer was told. */
export const notificationsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/notifications',
  validateSearch: (search: Record<string, unknown>): { unread?: true } => (search.unread === true ? { unread: true } : {}),
  component: lazyRouteComponent(() => import('./NotificationsPage.tsx'), 'NotificationsPage'),
});
