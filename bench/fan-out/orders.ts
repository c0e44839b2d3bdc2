/** What a measured server says of itself when it stands. */
export interface Standing {
  port: number;
  /** What its crowd subscribes to. */
  id: string;
  origin: string;
}
/** What a measured server is told, and what it answers. */
export type Order = 'emit' | 'usage' | 'stop';
export interface Usage {
  /** Processor time so far, of all threads, in s. */
  cpu: number;
  /** Resident memory, in bytes. */
  memory: number;
}

/** Obeys the bench, which is the parent process. */
export function serveOrders(server: Standing & { emit(): void; stop(): Promise<void> }): void {
  const { port, id, origin } = server;
  process.on('message', (order: Order) => {
    if (order === 'emit') server.emit();
    else if (order === 'usage') {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() } satisfies Usage);
    } else void server.stop().finally(() => process.disconnect());
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port, id, origin } satisfies Standing);
}
