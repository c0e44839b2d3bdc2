import { useQuery } from '@apollo/client/react';
import { Navigate, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { NotificationBell } from '../features/notifications/NotificationBell.tsx';
import { CreateHost } from '../features/search/CreateHost.tsx';
import { lastStudio } from '../features/session/session.ts';
import { codeOf } from '../graphql/errors.ts';
import { AppShell } from '../shell/AppShell.tsx';
import { FrameDocument, UnreadCountDocument } from './__generated__/Frame.ts';
import { FrameContext, type FrameFacts } from './frame.ts';
import { GoShortcuts, useNav } from './nav.tsx';
import { PresenceContext, useStudioPresence } from './presence.ts';
import { StudioSwitcher } from './StudioSwitcher.tsx';
import { UserMenu } from './UserMenu.tsx';
import { useNotificationsLive } from './useNotificationsLive.ts';
import { useStudioLive } from './useStudioLive.ts';

/* Most pages are drawn without these: what the palette offers, and what is told in need only. */
const NotHere = lazy(() => import('./NotHere.tsx'));
const SecondFactorNotice = lazy(() => import('./SecondFactorNotice.tsx'));
const LeavingNotice = lazy(() => import('../features/leaving/LeavingNotice.tsx'));
const PaletteContent = lazy(() => import('../features/search/PaletteContent.tsx'));

/** The frame of a studio's pages: the places, the studios, the person, and what is offered everywhere. */
export function Frame({ slug }: { slug: string }) {
  const { data, error } = useQuery(FrameDocument);
  // By itself: where messaging does not answer, the frame still stands.
  const { data: unread } = useQuery(UnreadCountDocument);
  const { viewer, studio } = data ?? {};
  const facts: FrameFacts | null = viewer?.user && viewer.member && studio ? { studio, user: viewer.user, member: viewer.member } : null;
  const count = unread?.unreadNotificationCount ?? 0;
  const nav = useNav(slug, facts?.member.role, count);
  useNotificationsLive(facts !== null);
  useStudioLive(facts);
  const present = useStudioPresence(facts !== null);
  const open = facts?.studio.slug;
  const dueAt = facts?.member.secondFactorDueAt;
  useEffect(() => {
    if (open) lastStudio.set(open);
  }, [open]);

  if (data && viewer === null) return <Navigate to="/sign-in" search={{ back: location.pathname + location.search }} replace />;
  if (codeOf(error) === 'NOT_FOUND' || (data && !facts))
    return (
      <Suspense>
        <NotHere slug={slug} />
      </Suspense>
    );
  if (error && !data) throw error;
  return (
    <FrameContext value={facts}>
      <PresenceContext value={present}>
        <CreateHost slug={slug}>
          <Suspense>
            <PaletteContent slug={slug} />
          </Suspense>
          <GoShortcuts studio={slug} />
          <AppShell
            nav={nav}
            studioSwitcher={<StudioSwitcher facts={facts} />}
            userMenu={
              <div className="flex items-center justify-between gap-1">
                <UserMenu slug={slug} facts={facts} />
                <span className="hidden md:block">
                  <NotificationBell studio={slug} unread={count} />
                </span>
              </div>
            }
          >
            <Suspense>{dueAt && <SecondFactorNotice slug={slug} dueAt={dueAt} />}</Suspense>
            <Suspense>{facts && (facts.studio.deletion || facts.user.deletion) && <LeavingNotice {...facts} />}</Suspense>
            <Outlet />
          </AppShell>
        </CreateHost>
      </PresenceContext>
    </FrameContext>
  );
}
