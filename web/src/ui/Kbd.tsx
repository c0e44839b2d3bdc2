import { cx } from './cx.ts';

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How one key of a shortcut is written on this machine: `mod` is ⌘ or Ctrl. */
function printed(key: string): string {
  const names: Record<string, string> = {
    mod: isApple ? '\u2318' : 'Ctrl',
    shift: '\u21e7',
    escape: 'Esc',
    enter: '\u21b5',
    arrowup: '\u2191',
    arrowdown: '\u2193',
  };
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/**
 * A shortcut as keycaps. `keys` is written as in the registry: `mod+k` together, `g h` one after the other.
 * `inverted` is for the dark ground of a tooltip.
 */
export function Kbd({ keys, inverted = false }: { keys: string; inverted?: boolean }) {
  const caps = keys.split(/[ +]/).map((key, index) => ({ id: `${index}${key}`, text: printed(key) }));
  return (
    <span className="inline-flex items-center gap-0.5">
      {caps.map((cap) => (
        <kbd
          key={cap.id}
          className={cx(
            'inline-grid h-4 min-w-4 place-items-center rounded-4 px-1 font-sans text-12',
            inverted ? 'inset-ring inset-ring-ink-3' : 'text-ink-3 inset-ring inset-ring-line-strong',
          )}
        >
          {cap.text}
        </kbd>
      ))}
    </span>
  );
}
