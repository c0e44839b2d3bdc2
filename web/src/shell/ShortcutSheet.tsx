import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Kbd } from '../ui/Kbd.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import type { Shortcuts } from './shortcuts.ts';

/** The list behind `?`: only what works on this page now. */
export default function ShortcutSheet({ shortcuts, onClose }: { shortcuts: Shortcuts; onClose: () => void }) {
  const { t } = useLingui();
  const entries = useSyncExternalStore(shortcuts.subscribe, shortcuts.list);
  const seen = new Set<string>();
  const groups = Map.groupBy(
    entries.filter((entry) => !seen.has(entry.keys) && seen.add(entry.keys)),
    (entry) => entry.group,
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t`Keyboard`}>
      <div className="flex flex-col gap-5">
        {[...groups].map(([group, list]) => (
          <section key={group}>
            <h3 className="pb-1 text-12 text-ink-3">{group}</h3>
            <dl className="divide-y divide-line">
              {list.map((entry) => (
                <div key={entry.keys} className="flex min-h-8 items-center justify-between gap-4">
                  <dt>{entry.label}</dt>
                  <dd>
                    <Kbd keys={entry.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
