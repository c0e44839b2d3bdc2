import { createServer } from 'node:net';
import { StartError, systemErrorCode } from './start-error.ts';

/** Whether a server could listen there now: 'free', or the code of the error that it would get (EADDRINUSE, EACCES, …). */
export function probePort(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(systemErrorCode(error) ?? 'EUNKNOWN'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

/** A port that nobody listens on at this moment. */
export function findFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port: 0, exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Makes sure, before anything is started, that the product can be served there.
 * @throws StartError that names the port and the way out
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const found = await probePort(host, port);
  if (found === 'free') return;
  if (found === 'EADDRINUSE') throw new StartError(`Port ${port} is in use: stop what uses it, or choose another one with --port.`);
  if (found === 'EACCES') throw new StartError(`This user may not listen on port ${port}: choose one above 1023 with --port.`);
  throw new StartError(`This machine cannot listen on ${host} (${found}): choose another address with --host.`);
}
