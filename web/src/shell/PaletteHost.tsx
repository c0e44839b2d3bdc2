import { useLingui } from '@lingui/react/macro';
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useState } from 'react';
import { useShortcut } from './ShortcutsProvider.tsx';

const Palette = lazy(() => import('./Palette.tsx'));
const OpenContext = createContext<() => void>(() => undefined);

/** Opens the command palette on Ctrl/Cmd+K. The palette itself is loaded when it is first opened. */
export function PaletteHost({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const show = useCallback(() => setOpen(true), []);
  useShortcut({ keys: 'mod+k', label: t`Search and commands`, group: t`Anywhere`, run: show, whileTyping: true });
  return (
    <OpenContext value={show}>
      {children}
      {open && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </OpenContext>
  );
}

/** For a button that opens the palette. */
export function useOpenPalette(): () => void {
  return useContext(OpenContext);
}
