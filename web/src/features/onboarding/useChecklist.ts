import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
/* What storage could not keep holds until the page is left. */
const memory = new Map<string, string>();
const keyOf = (studio: string) => `atelier.checklist.${studio}`;

function isDismissed(studio: string): boolean {
  try {
    return (memory.get(keyOf(studio)) ?? localStorage.getItem(keyOf(studio))) === 'dismissed';
  } catch {
    return memory.get(keyOf(studio)) === 'dismissed';
  }
}

function set(studio: string, value: 'dismissed' | 'shown') {
  memory.set(keyOf(studio), value);
  try {
    localStorage.setItem(keyOf(studio), value);
  } catch {
    // The choice holds for this page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether the first steps are shown to this viewer on this device: to those who set a studio up, until they put it away. */
export function useChecklist(studio: string, forRole: boolean) {
  const dismissed = useSyncExternalStore(subscribe, () => isDismissed(studio));
  return {
    wanted: forRole && !dismissed,
    dismissed,
    dismiss: () => set(studio, 'dismissed'),
    bringBack: () => set(studio, 'shown'),
  };
}
