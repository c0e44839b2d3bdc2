import { createServer } from 'node:http';
import { z } from 'zod';
import type { Metrics } from './metrics.ts';

/** Where Prometheus finds `/metrics`, with units (`meta().unit`) and defaults. */
export const metricsShape = z.object({
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .meta({ unit: 'port', description: 'Where `/metrics` is served, apart from what the public reaches. Without it nothing is counted.' }),
  METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .meta({ unit: 'address', description: 'Where that port listens. In a container `0.0.0.0`, with the port kept from the public.' }),
});

/** Figures of this process, and the port on which they are served; null where the settings open none. */
export async function openMetrics({
  METRICS_PORT: port,
  METRICS_HOST: host,
}: z.infer<typeof metricsShape>): Promise<{ metrics: Metrics; close(): Promise<void> } | null> {
  if (port === undefined) return null;
  const { createMetrics } = await import('./metrics.ts');
  const metrics = createMetrics({ withProcess: true });
  const { close } = await serveMetrics(metrics, { port, host });
  return { metrics, close };
}

/** Serves `/metrics` on a port of its own, away from what the public reaches. */
export async function serveMetrics(
  metrics: Metrics,
  { port, host }: { port: number; host: string },
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
