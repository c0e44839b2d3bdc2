/** One shortcut: `mod+k` together, `g h` one after the other. `mod` is Ctrl, or ⌘ on a Mac. */
export type Shortcut = {
  keys: string;
  /** What it does, as the list says it. */
  label: string;
  group: string;
  run: () => void;
  /** Works while somebody types, too: only for what has a modifier. */
  whileTyping?: boolean;
};

/** What the registry needs to know of a key press. */
export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

const PATIENCE = 1200;

/** A key press in the registry's own writing; null for a modifier alone. Shift counts only where it does not make the sign itself. */
export function strokeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string | null {
  if (['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'Dead'].includes(key)) return null;
  const name = key === ' ' ? 'space' : key.toLowerCase();
  const parts: string[] = [];
  if (ctrlKey || metaKey) parts.push('mod');
  if (altKey) parts.push('alt');
  if (shiftKey && (name.length > 1 || /[a-z]/.test(name))) parts.push('shift');
  return [...parts, name].join('+');
}

/** Holds the shortcuts of whatever is on the page and matches key presses against them. */
export function createShortcuts(now: () => number = () => performance.now()) {
  let entries: Shortcut[] = [];
  const listeners = new Set<() => void>();
  let pending: string[] = [];
  let lastAt = 0;

  function changed() {
    for (const listener of listeners) listener();
  }

  return {
    /** Adds shortcuts until the returned function is called. The last one added wins. */
    add(...added: Shortcut[]) {
      entries = [...added, ...entries];
      changed();
      return () => {
        entries = entries.filter((entry) => !added.includes(entry));
        changed();
      };
    },
    list: () => entries,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Runs what the press completes. True: it was used, and the browser should not act on it. */
    press(press: KeyPress, typing: boolean): boolean {
      const stroke = strokeOf(press);
      if (stroke === null) return false;
      const at = now();
      if (at - lastAt > PATIENCE) pending = [];
      lastAt = at;
      const open = entries.filter((entry) => !typing || entry.whileTyping);
      const tried = [...pending, stroke].join(' ');
      const exact = open.find((entry) => entry.keys === tried) ?? open.find((entry) => entry.keys === stroke);
      if (exact) {
        pending = [];
        exact.run();
        return true;
      }
      const begun = open.some((entry) => entry.keys.startsWith(`${tried} `));
      pending = begun ? [...pending, stroke] : open.some((entry) => entry.keys.startsWith(`${stroke} `)) ? [stroke] : [];
      return begun;
    },
  };
}

export type Shortcuts = ReturnType<typeof createShortcuts>;
