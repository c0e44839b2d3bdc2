/** Rows by id as one request reads them, each once. */
export interface RowLoader<Row> {
  /** The row, or null where there is none. */
  one(id: string): Promise<Row | null>;
  /** The rows in the order of their ids, which may repeat; null where there is none. */
  all(ids: readonly string[]): Promise<(Row | null)[]>;
}

/** What is known of one id. */
interface Entry<Row> {
  row: Row | null;
  /** Resolves when the row was read. Rejects with what the read failed with. */
  isRead: Promise<void>;
}

/**
 * Gathers the ids that are asked for in one turn of the event loop and reads them together: one promise a question and one a read,
 * however many ids there are. A read that failed is forgotten, so that its ids can be asked for again.
 */
export function rowLoader<Row extends { id: string }>(read: (ids: string[]) => Promise<readonly Row[]>): RowLoader<Row> {
  const known = new Map<string, Entry<Row>>();
  /** The ids of the next read. */
  let gathered: { ids: string[]; isRead: Promise<void> } | null = null;

  async function readAll(ids: string[]): Promise<void> {
    await allAsked();
    gathered = null;
    try {
      for (const row of await read(ids)) {
        const entry = known.get(row.id);
        if (entry !== undefined) entry.row = row;
      }
    } catch (error) {
      for (const id of ids) known.delete(id);
      throw error;
    }
  }

  function entryOf(id: string): Entry<Row> {
    let entry = known.get(id);
    if (entry === undefined) {
      if (gathered === null) {
        const ids: string[] = [];
        gathered = { ids, isRead: readAll(ids) };
      }
      gathered.ids.push(id);
      entry = { row: null, isRead: gathered.isRead };
      known.set(id, entry);
    }
    return entry;
  }

  return {
    async one(id) {
      const entry = entryOf(id);
      await entry.isRead;
      return entry.row;
    },
    async all(ids) {
      const entries = ids.map(entryOf);
      const reads: Promise<void>[] = [];
      for (const { isRead } of entries) if (!reads.includes(isRead)) reads.push(isRead);
      await Promise.all(reads);
      return entries.map(({ row }) => row);
    },
  };
}

/** Resolves when whoever is at work in this turn has asked: after all that waits for promises which are settled by now. */
const allAsked = (): Promise<void> =>
  new Promise((resolve) => {
    void Promise.resolve().then(() => process.nextTick(resolve));
  });
