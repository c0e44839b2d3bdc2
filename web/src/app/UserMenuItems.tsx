import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Keyboard, LogOut, Search, Settings, Trash2, User } from 'lucide-react';
import { forgetRecents } from '../features/search/recents.ts';
import { auth } from '../features/session/auth.ts';
import { announce } from '../features/session/session.ts';
import { AppearanceMenu } from '../shell/AppearanceMenu.tsx';
import { useOpenPalette } from '../shell/PaletteHost.tsx';
import { useOpenShortcuts } from '../shell/ShortcutsProvider.tsx';
import { MenuItem, MenuRule } from '../ui/Menu.tsx';
import { toast } from '../ui/toast.ts';
import { placesOf } from './frame.ts';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What stands in the person's menu. On a phone also what the bar has no room for. */
export default function UserMenuItems({ slug, role }: { slug: string; role: string }) {
  const { t } = useLingui();
  const openPalette = useOpenPalette();
  const openShortcuts = useOpenShortcuts();
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
    <>
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
      {placesOf(role).trash && (
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
    </>
  );
}
