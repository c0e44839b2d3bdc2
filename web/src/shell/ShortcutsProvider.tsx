import { useLingui } from '@lingui/react/macro';
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { createShortcuts, type Shortcut, type Shortcuts } from './shortcuts.ts';

const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'));
const ShortcutsContext = createContext<Shortcuts | null>(null);
const OpenListContext = createContext<() => void>(() => undefined);

const TYPING = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches(TYPING);
}

/** Listens to the keyboard for the page and answers `?` with the list of what there is. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const [shortcuts] = useState(createShortcuts);
  const [listOpen, setListOpen] = useState(false);
  const openList = useCallback(() => setListOpen(true), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      // Inside a dialog or a menu the keys belong to it.
      const inOverlay = event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]') !== null;
      if (shortcuts.press(event, inOverlay || isTyping(event.target))) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shortcuts]);

  useEffect(() => shortcuts.add({ keys: '?', label: t`List of shortcuts`, group: t`Anywhere`, run: openList }), [shortcuts, openList, t]);

  return (
    <ShortcutsContext value={shortcuts}>
      <OpenListContext value={openList}>{children}</OpenListContext>
      {listOpen && (
        <Suspense>
          <ShortcutSheet shortcuts={shortcuts} onClose={() => setListOpen(false)} />
        </Suspense>
      )}
    </ShortcutsContext>
  );
}

/** For a button that opens the list of shortcuts. */
export function useOpenShortcuts(): () => void {
  return useContext(OpenListContext);
}

/** Adds a shortcut for as long as the component is on the page. Nothing happens outside of the app's shell. */
export function useShortcut({ keys, label, group, run, whileTyping = false }: Shortcut): void {
  const shortcuts = useContext(ShortcutsContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(
    () => shortcuts?.add({ keys, label, group, whileTyping, run: () => latest.current() }),
    [shortcuts, keys, label, group, whileTyping],
  );
}
