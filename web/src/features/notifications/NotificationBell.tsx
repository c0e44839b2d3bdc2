import { useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';

const NotificationsPanel = lazy(() => import('./NotificationsPanel.tsx'));

/** The bell: how many are unread, and the newest ones without leaving the page. */
export function NotificationBell({ studio, unread }: { studio: string; unread: number }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const onPage = useLocation({ select: ({ pathname }) => pathname === `/s/${studio}/notifications` });
  // On the page itself the same list would stand twice.
  if (onPage) return null;
  return (
    <Popover
      label={t`Notifications`}
      align="start"
      side="top"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton label={unread > 0 ? t`Notifications, ${unread} unread` : t`Notifications`} onClick={() => setOpen(true)}>
          <Bell size={16} strokeWidth={1.5} aria-hidden />
          {unread > 0 && <span aria-hidden className="absolute top-2 right-2 size-2 rounded-full bg-accent ring-2 ring-ground" />}
        </IconButton>
      }
    >
      <Suspense fallback={<SkeletonRows rows={4} picture />}>
        <NotificationsPanel studio={studio} onClose={() => setOpen(false)} />
      </Suspense>
    </Popover>
  );
}
