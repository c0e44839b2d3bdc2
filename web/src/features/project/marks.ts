/** Whose change a thing shows for a moment: the colour of the person, and a count that starts the glow anew. */
export type Mark = { colour: string; at: number };

const OWN_FOR = 5000;
const marks = new Map<string, Mark>();
const own = new Map<string, number>();
const listeners = new Set<() => void>();

/** Notes that the change of this thing that comes next is the viewer's own: it must not glow. */
export function noteOwn(id: string): void {
  own.set(id, Date.now());
}

/** Lets a thing glow once, unless the change was the viewer's own. */
export function markChanged(id: string, colour: string): void {
  const noted = own.get(id);
  if (noted !== undefined && Date.now() - noted < OWN_FOR) return;
  own.delete(id);
  marks.set(id, { colour, at: (marks.get(id)?.at ?? 0) + 1 });
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore. */
export function subscribeToMarks(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The mark of a thing, if somebody else changed it since the page was opened. */
export const markOf = (id: string): Mark | undefined => marks.get(id);
