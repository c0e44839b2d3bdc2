/** Keeps what a provider of OpenID remembers, in memory; its one client is asked for each time it is looked up. */
export function rowsOf(client: () => Record<string, unknown> & { client_id: string }) {
  const rows = new Map<string, Record<string, unknown>>();
  return class Rows {
    readonly kind: string;
    constructor(kind: string) {
      this.kind = kind;
    }
    async upsert(id: string, row: Record<string, unknown>) {
      rows.set(`${this.kind}:${id}`, row);
    }
    async find(id: string) {
      if (this.kind !== 'Client') return rows.get(`${this.kind}:${id}`);
      const known = client();
      return id === known.client_id ? known : undefined;
    }
    async findByUid(uid: string) {
      return [...rows].find(([key, row]) => key.startsWith(`${this.kind}:`) && row.uid === uid)?.[1];
    }
    async findByUserCode() {
      return undefined;
    }
    async consume(id: string) {
      const row = rows.get(`${this.kind}:${id}`);
      if (row) row.consumed = Math.floor(Date.now() / 1_000);
    }
    async destroy(id: string) {
      rows.delete(`${this.kind}:${id}`);
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, row] of rows) if (row.grantId === grantId) rows.delete(key);
    }
  };
}
