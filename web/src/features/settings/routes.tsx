import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { studioRoute } from '../../routes/studio.tsx';
import { readAuditLogSearch } from '../audit-log/search.ts';

/** `/s/<slug>/settings/…`: the frame of all settings. */
export const settingsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
});

const settingsIndexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/s/$studio/settings/profile', params: { studio: params.studio }, replace: true });
  },
});

const profileRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('./ProfileSettings.tsx'), 'ProfileSettings'),
});

const securityRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/security',
  component: lazyRouteComponent(() => import('./SecuritySettings.tsx'), 'SecuritySettings'),
});

/** `…/settings/security/log`: what happened to the viewer's own account. */
export const ownLogRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/security/log',
  component: lazyRouteComponent(() => import('../audit-log/OwnLogSettings.tsx'), 'OwnLogSettings'),
});

const studioSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/studio',
  component: lazyRouteComponent(() => import('./StudioSettings.tsx'), 'StudioSettings'),
});

const membersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/members',
  component: lazyRouteComponent(() => import('../members/MembersSettings.tsx'), 'MembersSettings'),
});

const rolesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/members/roles',
  component: lazyRouteComponent(() => import('../roles/RolesSettings.tsx'), 'RolesSettings'),
});

const notificationSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./NotificationSettings.tsx'), 'NotificationSettings'),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./ApiKeySettings.tsx'), 'ApiKeySettings'),
});

const appsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/apps',
  component: lazyRouteComponent(() => import('../apps/AppSettings.tsx'), 'AppSettings'),
});

/** `…/settings/audit-log?what=&member=&from=&to=`: who did what to who may get in. */
export const auditLogRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/audit-log',
  validateSearch: readAuditLogSearch,
  component: lazyRouteComponent(() => import('../audit-log/AuditLogSettings.tsx'), 'AuditLogSettings'),
});

const exportRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/export',
  component: lazyRouteComponent(() => import('../exports/ExportSettings.tsx'), 'ExportSettings'),
});

/** The settings with their parts. */
export const settingsRoutes = settingsRoute.addChildren([
  settingsIndexRoute,
  profileRoute,
  securityRoute,
  ownLogRoute,
  studioSettingsRoute,
  membersRoute,
  rolesRoute,
  notificationSettingsRoute,
  apiKeysRoute,
  auditLogRoute,
  appsRoute,
  exportRoute,
]);
