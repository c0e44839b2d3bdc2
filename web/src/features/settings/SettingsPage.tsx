import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Outlet } from '@tanstack/react-router';
import { placesOf, useFrame } from '../../app/frame.ts';
import { PageHead } from '../../shell/AppShell.tsx';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { TabLinks, tabLinkClass } from '../../ui/Tabs.tsx';
import { settingsRoute } from './routes.tsx';

/** The settings: what is the person's first, then what is the studio's. */
export function SettingsPage() {
  const { t } = useLingui();
  const { studio } = settingsRoute.useParams();
  const frame = useFrame();
  const params = { studio };
  const places = placesOf(frame?.member.role);
  return (
    <>
      <PageTitle parts={[t`Settings`, frame?.studio.name]} />
      <PageHead title={<Trans>Settings</Trans>} />
      <div className="px-4 sm:px-8">
        <TabLinks label={t`Settings`}>
          <Link to="/s/$studio/settings/profile" params={params} className={tabLinkClass}>
            <Trans>Profile</Trans>
          </Link>
          <Link to="/s/$studio/settings/security" params={params} className={tabLinkClass}>
            <Trans>Security</Trans>
          </Link>
          <Link to="/s/$studio/settings/notifications" params={params} className={tabLinkClass}>
            <Trans>Notifications</Trans>
          </Link>
          <Link to="/s/$studio/settings/studio" params={params} className={tabLinkClass}>
            <Trans>Studio</Trans>
          </Link>
          <Link to="/s/$studio/settings/members" params={params} className={tabLinkClass}>
            <Trans>Members</Trans>
          </Link>
          {places.studioSettings && (
            <Link to="/s/$studio/settings/api-keys" params={params} className={tabLinkClass}>
              <Trans>API keys</Trans>
            </Link>
          )}
          {places.studioSettings && (
            <Link to="/s/$studio/settings/audit-log" params={params} className={tabLinkClass}>
              <Trans>Audit log</Trans>
            </Link>
          )}
          <Link to="/s/$studio/settings/apps" params={params} className={tabLinkClass}>
            <Trans>Apps</Trans>
          </Link>
          {places.export && (
            <Link to="/s/$studio/settings/export" params={params} className={tabLinkClass}>
              <Trans>Export</Trans>
            </Link>
          )}
        </TabLinks>
      </div>
      <div className="px-4 pt-8 pb-16 sm:px-8">
        <Outlet />
      </div>
    </>
  );
}
