import { Bell, FolderOpen, House, Plus, Users } from 'lucide-react';
import { AppearanceMenu } from '../shell/AppearanceMenu.tsx';
import { AppShell, PageHead } from '../shell/AppShell.tsx';
import { Avatar, AvatarStack } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { DueDate } from '../ui/DateText.tsx';
import { Menu } from '../ui/Menu.tsx';
import { StatusChip, type StatusKind } from '../ui/StatusChip.tsx';
import { people } from './StatesSection.tsx';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
const rows: { id: string; name: string; client: string; kind: StatusKind; word: string; due: number }[] = [
  { id: '1', name: 'The Weaver’s Garden', client: 'Halden & Rook', kind: 'waiting', word: 'Waiting for the client', due: 2 },
  { id: '2', name: 'Tram posters, winter', client: 'City of Ostervik', kind: 'live', word: 'In progress', due: 9 },
  { id: '3', name: 'A label for a quince brandy', client: 'Morel Distillery', kind: 'late', word: 'Late', due: -2 },
  { id: '4', name: 'Field guide to small owls', client: 'Halden & Rook', kind: 'live', word: 'In progress', due: 34 },
  { id: '5', name: 'Identity for the Glass House', client: 'Glass House Theatre', kind: 'done', word: 'Delivered', due: 40 },
];

/** The frame with a page in it, as it will be filled. */
export function ShellSample() {
  const nav = [
    { id: 'home', label: 'Home', icon: <House {...icon} />, link: { to: '/dev/ui' as const } },
    { id: 'projects', label: 'Projects', icon: <FolderOpen {...icon} />, link: { to: '/dev/shell' as const }, count: 5 },
    { id: 'clients', label: 'Clients', icon: <Users {...icon} />, link: { to: '/dev/ui' as const } },
    { id: 'inbox', label: 'Inbox', icon: <Bell {...icon} />, link: { to: '/dev/ui' as const }, count: 2 },
  ];
  const person = people[0] ?? { id: 'nobody', name: 'Nobody' };
  return (
    <AppShell
      nav={nav}
      studioSwitcher={
        <button type="button" className="flex h-10 items-center gap-3 rounded-4 px-2 text-left hover:bg-surface-2">
          <span className="name truncate text-16">Linden Studio</span>
        </button>
      }
      userMenu={
        <Menu
          side="top"
          trigger={
            <button type="button" aria-label="Mara Linden" className="flex h-10 items-center gap-3 rounded-4 px-2 hover:bg-surface-2">
              <Avatar person={person} decorative />
              <span className="hidden truncate text-14 text-ink-2 md:inline">Mara Linden</span>
            </button>
          }
        >
          <AppearanceMenu />
        </Menu>
      }
    >
      <PageHead
        title="Projects"
        lead="Five under way. One waits for a client, one is late."
        actions={
          <>
            <AvatarStack label="Here now" people={people.slice(0, 2).map((each) => ({ ...each, present: true }))} />
            <Button tone="primary" icon={<Plus {...icon} />} className="ml-2">
              New project
            </Button>
          </>
        }
      />
      <ul className="mx-4 border-t sm:mx-8">
        {rows.map((row) => (
          <li key={row.id} className="flex min-h-16 flex-wrap items-center gap-x-6 gap-y-1 border-b py-3">
            <div className="min-w-0 flex-1 basis-64">
              <a href="#main" className="name link-quiet text-20">
                {row.name}
              </a>
              <p className="text-13 text-ink-3">{row.client}</p>
            </div>
            <div className="flex items-center gap-6">
              <StatusChip quiet kind={row.kind}>
                {row.word}
              </StatusChip>
              <DueDate
                date={new Date(Date.now() + row.due * 86_400_000).toISOString().slice(0, 10)}
                studioZone="Europe/Lisbon"
                done={row.kind === 'done'}
                className="w-32 text-right text-13"
              />
            </div>
          </li>
        ))}
      </ul>
    </AppShell>
  );
}
