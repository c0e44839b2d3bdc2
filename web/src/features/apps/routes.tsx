import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../routes/root.tsx';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `/connect?request=…`: an app asks to be let in. */
export const connectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connect',
  validateSearch: (search: Record<string, unknown>): { request?: string; error?: string } => ({
    request: text(search.request),
    error: text(search.error),
  }),
  component: lazyRouteComponent(() => import('./ConnectPage.tsx'), 'ConnectPage'),
});
