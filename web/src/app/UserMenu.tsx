import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Keyboard, LogOut, Search, Settings, Trash2, User } from 'lucide-react';
import { forgetRecents } from '../features/search/recents.ts';
import { auth } from '../features/session/auth.ts';
import { announce } from '../features/session/session.ts';
import { AppearanceMenu } from '../shell/AppearanceMenu.tsx';
import { useOpenPalette } from '../shell/PaletteHost.tsx';
import { useOpenShortcuts } from '../shell/ShortcutsProvider.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Menu, MenuItem, MenuRule } from '../ui/Menu.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { toast } from '../ui/toast.ts';
import { type FrameFacts, placesOf } from './frame.ts';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The person: their settings, how the app looks, the keyboard, and the way out. On a phone also what the bar has no room for. */
export function UserMenu({ slug, facts }: { slug: string; facts: FrameFacts | null }) {
  const { t } = useLingui();
  const openPalette = useOpenPalette();
  const openShortcuts = useOpenShortcuts();
  if (!facts) return <Skeleton className="m-2 size-6 rounded-full" />;
  const { user, member } = facts;
  const params = { studio: slug };
  const signOut = async () => {
    const answer = await auth.signOut();
    if (!answer.ok) {
      toast({ message: t`You are still signed in: the server did not answer.`, tone: 'problem' });
      return;
    }
    forgetRecents();
    announce('signed-out');
    location.assign('/sign-in');
  };
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
      <MenuItem asChild>
        <Link to="/s/$studio/settings/profile" params={params}>
          <User {...icon} className="text-ink-3" />
          <Trans>Your profile</Trans>
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link to="/s/$studio/settings" params={params}>
          <Settings {...icon} className="text-ink-3" />
          <Trans>Settings</Trans>
        </Link>
      </MenuItem>
      {placesOf(member.role).trash && (
        <MenuItem asChild>
          <Link to="/s/$studio/trash" params={params}>
            <Trash2 {...icon} className="text-ink-3" />
            <Trans>Trash</Trans>
          </Link>
        </MenuItem>
      )}
      <MenuRule />
      <MenuItem onSelect={openPalette} icon={<Search {...icon} />} keys="mod+k">
        <Trans>Search</Trans>
      </MenuItem>
      <MenuItem onSelect={openShortcuts} icon={<Keyboard {...icon} />} keys="?">
        <Trans>Shortcuts</Trans>
      </MenuItem>
      <MenuRule />
      <AppearanceMenu />
      <MenuRule />
      <MenuItem onSelect={() => void signOut()} icon={<LogOut {...icon} />}>
        <Trans>Sign out</Trans>
      </MenuItem>
    </Menu>
  );
}
