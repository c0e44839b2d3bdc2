/** Rows by id as one request reads them, each once. */
export interface RowLoader<Row> {
  /** The row, or null where there is none. */
  one(id: string): Promise<Row | null>;
  /** The rows in the order of their ids, which may repeat; null where there is none. */
  all(ids: readonly string[]): Promise<(Row | null)[]>;
}

interface Batch<Row> {
  ids: string[];
  rows: Map<string, Row>;
  /** Rejects with what the read failed with. */
  read: Promise<void>;
}

/**
 * Gathers the ids that are asked for in one turn of the event loop and reads them together: one promise a question and one a read,
 * however many ids there are. A read that failed is forgotten, so that its ids can be asked for again.
 */
export function rowLoader<Row extends { id: string }>(read: (ids: string[]) => Promise<readonly Row[]>): RowLoader<Row> {
  const known = new Map<string, Batch<Row>>();
  let gathering: Batch<Row> | null = null;

  async function readAll(batch: Batch<Row>): Promise<void> {
    await allAsked();
    gathering = null;
    try {
      for (const row of await read(batch.ids)) batch.rows.set(row.id, row);
    } catch (error) {
      for (const id of batch.ids) known.delete(id);
      throw error;
    }
  }

  function batchOf(id: string): Batch<Row> {
    const found = known.get(id);
    if (found !== undefined) return found;
    if (gathering === null) {
      gathering = { ids: [], rows: new Map(), read: Promise.resolve() };
      gathering.read = readAll(gathering);
    }
    gathering.ids.push(id);
    known.set(id, gathering);
    return gathering;
  }

  return {
    async one(id) {
      const { read: isRead, rows } = batchOf(id);
      await isRead;
      return rows.get(id) ?? null;
    },
    async all(ids) {
      const batches = ids.map(batchOf);
      await Promise.all(Array.from(new Set(batches), (batch) => batch.read));
      return ids.map((id, index) => batches[index]?.rows.get(id) ?? null);
    },
  };
}

/** Resolves when whoever is at work in this turn has asked: after all that waits for promises which are settled by now. */
const allAsked = (): Promise<void> =>
  new Promise((resolve) => {
    void Promise.resolve().then(() => process.nextTick(resolve));
  });
