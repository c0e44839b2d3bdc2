import { useLingui } from '@lingui/react/macro';
import { Command as Cmdk } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Kbd } from '../ui/Kbd.tsx';
import { type Command, palette } from './palette.ts';

const PAUSE = 120;

/** What the sources find for the query; the last answer stays until the next one comes, so that nothing jumps. */
function useFound(query: string) {
  const sources = useSyncExternalStore(palette.subscribe, palette.sources);
  const [found, setFound] = useState<Command[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (query.trim().length < 2 || sources.length === 0) {
      setFound([]);
      setBusy(false);
      return;
    }
    const stop = new AbortController();
    setBusy(true);
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(sources.map((source) => source(query.trim(), stop.signal)));
      if (stop.signal.aborted) return;
      setFound(answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])));
      setBusy(false);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, sources]);
  return { found, busy };
}

function Line({ command, forced, onRun }: { command: Command; forced: boolean; onRun: (command: Command) => void }) {
  return (
    <Cmdk.Item
      value={`${command.label} ${command.id}`}
      keywords={command.keywords}
      forceMount={forced}
      onSelect={() => onRun(command)}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-4 px-3 text-14 data-[selected=true]:bg-surface-2 pointer-coarse:min-h-11"
    >
      {command.icon && <span className="grid size-4 place-items-center text-ink-3">{command.icon}</span>}
      <span className="truncate">{command.label}</span>
      {command.detail && <span className="truncate text-13 text-ink-3">{command.detail}</span>}
      {command.keys && (
        <span className="ml-auto">
          <Kbd keys={command.keys} />
        </span>
      )}
    </Cmdk.Item>
  );
}

/** Search over everything and every action, by keyboard. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const commands = useSyncExternalStore(palette.subscribe, palette.commands);
  const { found, busy } = useFound(query);
  const run = (command: Command) => {
    onClose();
    command.run();
  };
  const groups = [
    ...[...Map.groupBy(found, (command) => command.group)].map(([name, list]) => ({ name, list, forced: true })),
    ...[...Map.groupBy(commands, (command) => command.group)].map(([name, list]) => ({ name, list, forced: false })),
  ];
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="enter-fade fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="enter-pop fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[min(480px,70dvh)] max-w-150 flex-col overflow-clip rounded-8 bg-surface-1 shadow-float outline-none sm:top-[12dvh]"
        >
          <Dialog.Title className="sr-only">{t`Search and commands`}</Dialog.Title>
          <Cmdk label={t`Search and commands`} loop className="flex min-h-0 flex-col">
            <div className="flex items-center gap-3 border-b px-4">
              <Search size={16} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-3" />
              <Cmdk.Input
                value={query}
                onValueChange={setQuery}
                placeholder={t`Search or type a command`}
                className="h-12 w-full bg-transparent text-16 outline-none"
              />
              <Kbd keys="escape" />
            </div>
            <Cmdk.List className="min-h-0 flex-1 overflow-y-auto p-2">
              {groups.map(({ name, list, forced }) => (
                <Cmdk.Group
                  key={`${name}${forced}`}
                  heading={name}
                  forceMount={forced}
                  className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-3"
                >
                  {list.map((command) => (
                    <Line key={command.id} command={command} forced={forced} onRun={run} />
                  ))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
            <Cmdk.Empty className="px-7 pt-2 pb-8 text-14 text-ink-3">{busy ? t`Searching` : t`Nothing by that name`}</Cmdk.Empty>
          </Cmdk>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
