/** A bounded queue between who produces and one who reads: `next` waits, `push` never does. */
export interface Queue<T> {
  /** Adds an item; on a full queue the queue ends and `onOverflow` is called instead. */
  push(item: T): void;
  /** The next item, or null when the queue has ended. */
  next(): Promise<T | null>;
  /** How many items wait. */
  readonly size: number;
  /** Ends the queue at once; what waits is forgotten. */
  end(): void;
}

/** A queue of at most `limit` waiting items. */
export function createQueue<T>(limit: number, onOverflow: () => void): Queue<T> {
  const items: T[] = [];
  let reader: ((item: T | null) => void) | null = null;
  let ended = false;
  const end = () => {
    ended = true;
    items.length = 0;
    reader?.(null);
    reader = null;
  };
  return {
    push(item) {
      if (ended) return;
      if (reader) {
        const read = reader;
        reader = null;
        read(item);
      } else if (items.length >= limit) {
        end();
        onOverflow();
      } else items.push(item);
    },
    next() {
      if (ended) return Promise.resolve(null);
      const item = items.shift();
      if (item !== undefined) return Promise.resolve(item);
      return new Promise((resolve) => {
        reader = resolve;
      });
    },
    get size() {
      return items.length;
    },
    end,
  };
}
