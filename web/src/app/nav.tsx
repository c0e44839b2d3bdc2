import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Bell, FolderOpen, House, Settings, Trash2, Users } from 'lucide-react';
import type { NavItem } from '../shell/AppShell.tsx';
import { useShortcut } from '../shell/ShortcutsProvider.tsx';
import { placesOf } from './frame.ts';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The places of the studio as the viewer's role has them, most used first. */
export function useNav(studio: string, role: string | undefined, unread: number): NavItem[] {
  const { t } = useLingui();
  const places = placesOf(role);
  const params = { studio };
  const exact = { activeOptions: { exact: true } };
  return [
    { id: 'home', label: t`Home`, icon: <House {...icon} />, link: { to: '/s/$studio', params, ...exact } },
    { id: 'projects', label: t`Projects`, icon: <FolderOpen {...icon} />, link: { to: '/s/$studio/projects', params } },
    ...(places.clients
      ? [{ id: 'clients', label: t`Clients`, icon: <Users {...icon} />, link: { to: '/s/$studio/clients' as const, params } }]
      : []),
    {
      id: 'notifications',
      label: t`Notifications`,
      icon: <Bell {...icon} />,
      link: { to: '/s/$studio/notifications', params },
      count: unread,
    },
    ...(places.trash
      ? [{ id: 'trash', label: t`Trash`, icon: <Trash2 {...icon} />, link: { to: '/s/$studio/trash' as const, params } }]
      : []),
    { id: 'settings', label: t`Settings`, icon: <Settings {...icon} />, link: { to: '/s/$studio/settings', params } },
  ];
}

/** `g` and a letter: the way to each place by keyboard. */
export function GoShortcuts({ studio }: { studio: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const params = { studio };
  const group = t`Go to`;
  useShortcut({ group, keys: 'g h', label: t`Home`, run: () => void navigate({ to: '/s/$studio', params }) });
  useShortcut({ group, keys: 'g p', label: t`Projects`, run: () => void navigate({ to: '/s/$studio/projects', params }) });
  useShortcut({ group, keys: 'g c', label: t`Clients`, run: () => void navigate({ to: '/s/$studio/clients', params }) });
  useShortcut({ group, keys: 'g n', label: t`Notifications`, run: () => void navigate({ to: '/s/$studio/notifications', params }) });
  useShortcut({ group, keys: 'g t', label: t`Trash`, run: () => void navigate({ to: '/s/$studio/trash', params }) });
  useShortcut({ group, keys: 'g s', label: t`Settings`, run: () => void navigate({ to: '/s/$studio/settings', params }) });
  return null;
}
