/**
 * The pages of a fleet as a service of their own, behind the router: serves what was built into WEB_DIR (`web/dist` when left out)
 * on PORT. It knows nothing of who asks, and has no secrets.
 */
import { access } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { createLogger } from '@atelier/service-kit/log';
import express from 'express';
import { z } from 'zod';
import { withoutDetails } from './edge.ts';
import { builtPages } from './pages.ts';

const env = z
  .object({
    PORT: z.coerce.number().int().default(4002),
    WEB_DIR: z.string().default(join(import.meta.dirname, '../../web/dist')),
    LOG_LEVEL: z.string().default('info'),
  })
  .parse(process.env);
const logger = createLogger({ service: 'web', level: env.LOG_LEVEL });
const folder = resolve(env.WEB_DIR);
await access(join(folder, 'index.html')).catch(() => {
  console.error(`There are no built pages in ${folder}: build them there, or name their folder in WEB_DIR.`);
  process.exit(2);
});

const app = express();
app.disable('x-powered-by');
app.get(
  ['/health/live', '/health/ready'],
  (_request, response) => void response.set('cache-control', 'no-store').json({ status: 'ready' }),
);
app.use(builtPages(folder));
app.use(withoutDetails);

const server = createServer(app);
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;
server.listen(env.PORT, () => logger.info({ port: env.PORT }, 'ready'));

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
