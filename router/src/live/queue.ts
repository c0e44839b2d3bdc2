/** A bounded queue between who produces and one who reads: `next` waits, `push` never does. */
export interface Queue<T> {
  /** Adds an item; false when the queue is full and it was not added. */
  push(item: T): boolean;
  /** Forgets what waits. */
  clear(): void;
  /** The next item, or null when the queue has ended. */
  next(): Promise<T | null>;
  /** Ends the queue at once; what waits is forgotten. */
  end(): void;
}

/** A queue of at most `limit` waiting items. */
export function createQueue<T>(limit: number): Queue<T> {
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
      if (ended) return true;
      if (reader) {
        const read = reader;
        reader = null;
        read(item);
        return true;
      }
      if (items.length >= limit) return false;
      items.push(item);
      return true;
    },
    clear() {
      items.length = 0;
    },
    next() {
      if (ended) return Promise.resolve(null);
      const item = items.shift();
      if (item !== undefined) return Promise.resolve(item);
      return new Promise((resolve) => {
        reader = resolve;
      });
    },
    end,
  };
}
