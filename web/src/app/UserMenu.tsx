import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { Avatar } from '../ui/Avatar.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { FrameFacts } from './frame.ts';

const UserMenuItems = lazy(() => import('./UserMenuItems.tsx'));

/** The person: their settings, how the app looks, the keyboard, and the way out. */
export function UserMenu({ slug, facts }: { slug: string; facts: FrameFacts | null }) {
  const { t } = useLingui();
  if (!facts) return <Skeleton className="m-2 size-6 rounded-full" />;
  const { user, member } = facts;
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={t`${user.name}: your menu`}
          className="flex h-10 min-w-11 items-center gap-3 rounded-4 px-2 text-left transition-colors hover:bg-surface-2 max-md:justify-center"
        >
          <Avatar person={{ id: user.id, name: user.name, pictureUrl: user.picture }} decorative />
          <span className="hidden min-w-0 truncate text-14 text-ink-2 md:inline">{user.name}</span>
        </button>
      }
    >
      <Suspense fallback={<Skeleton className="m-2 h-32 w-48" />}>
        <UserMenuItems slug={slug} role={member.role} />
      </Suspense>
    </Menu>
  );
}
