import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Bell, CirclePlus, FolderOpen, House, Moon, Settings, Sun, SunMoon, Trash2, Users } from 'lucide-react';
import { useMemo } from 'react';
import { placesOf, useFrame } from '../../app/frame.ts';
import { StudioMark } from '../../app/StudioSwitcher.tsx';
import type { Command } from '../../shell/palette.ts';
import { appearance } from '../../shell/theme.ts';
import { useCreate } from './CreateHost.tsx';
import { useRecents } from './useRecents.ts';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What the palette offers before anything is found: recents, making things, places, studios, the looks. */
export function useCommands(slug: string): Command[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const create = useCreate();
  const frame = useFrame();
  const recents = useRecents(slug);
  return useMemo(() => {
    const places = placesOf(frame?.member.role);
    const params = { studio: slug };
    const commands: Command[] = recents.map((recent) => ({
      id: `recent-${recent.id}`,
      group: t`Lately`,
      label: recent.name,
      icon: recent.kind === 'project' ? <FolderOpen {...icon} /> : <Users {...icon} />,
      run: () =>
        recent.kind === 'project'
          ? void navigate({ to: '/s/$studio/projects/$projectId', params: { ...params, projectId: recent.id } })
          : void navigate({ to: '/s/$studio/clients/$clientId', params: { ...params, clientId: recent.id } }),
    }));
    const add = (command: Command, wanted = true) => wanted && commands.push(command);
    const make = { group: t`Make`, icon: <CirclePlus {...icon} /> };
    add({ ...make, id: 'new-task', label: t`New task`, keywords: [t`add to do`], run: () => create('task') }, frame !== null);
    add({ ...make, id: 'new-project', label: t`New project`, keywords: [t`add create`], run: () => create('project') }, places.newProject);
    add(
      { ...make, id: 'new-client', label: t`New client`, keywords: [t`add create customer`], run: () => create('client') },
      places.newClient,
    );

    const group = t`Go to`;
    const go = (id: string, label: string, mark: Command['icon'], keys: string, run: () => unknown, wanted = true) =>
      add({ id: `go-${id}`, group, label, icon: mark, keys, run: () => void run() }, wanted);
    go('home', t`Home`, <House {...icon} />, 'g h', () => navigate({ to: '/s/$studio', params }));
    go('projects', t`Projects`, <FolderOpen {...icon} />, 'g p', () => navigate({ to: '/s/$studio/projects', params }));
    go('clients', t`Clients`, <Users {...icon} />, 'g c', () => navigate({ to: '/s/$studio/clients', params }), places.clients);
    go('news', t`Notifications`, <Bell {...icon} />, 'g n', () => navigate({ to: '/s/$studio/notifications', params }));
    go('trash', t`Trash`, <Trash2 {...icon} />, 'g t', () => navigate({ to: '/s/$studio/trash', params }), places.trash);
    go('settings', t`Settings`, <Settings {...icon} />, 'g s', () => navigate({ to: '/s/$studio/settings', params }));

    for (const { studio } of frame?.user.memberships ?? []) {
      if (!studio || studio.slug === slug) continue;
      add({
        id: `studio-${studio.id}`,
        group: t`Studios`,
        label: studio.name,
        icon: <StudioMark name={studio.name} logo={studio.logo} />,
        run: () => location.assign(`/s/${studio.slug}`),
      });
    }
    const looks = { group: t`Looks`, keywords: [t`theme appearance`] };
    add({ ...looks, id: 'theme-light', label: t`Light theme`, icon: <Sun {...icon} />, run: () => appearance.setTheme('light') });
    add({ ...looks, id: 'theme-dark', label: t`Dark theme`, icon: <Moon {...icon} />, run: () => appearance.setTheme('dark') });
    add({
      ...looks,
      id: 'theme-system',
      label: t`Theme of the system`,
      icon: <SunMoon {...icon} />,
      run: () => appearance.setTheme('system'),
    });
    return commands;
  }, [slug, t, navigate, create, frame, recents]);
}
