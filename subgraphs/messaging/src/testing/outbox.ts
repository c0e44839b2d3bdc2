import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RouteHandler } from '@atelier/service-kit/subgraph';
import { until } from '@atelier/testing/until';
import type { OutboxMail, TestMessaging } from './messaging.ts';

/** What a GET answered. */
export interface Page {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** The outbox over HTTP, as a browser reaches it. */
export interface ServedOutbox {
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  /** The newest mails to an address. */
  mailsTo(email: string): Promise<OutboxMail[]>;
  /** Waits for the only mail to an address. */
  mailTo(email: string): Promise<OutboxMail>;
  close(): Promise<void>;
}

/** Serves the routes of the domain on a port of its own. */
export async function serveOutbox(messaging: TestMessaging): Promise<ServedOutbox> {
  const handler: RouteHandler | undefined = messaging.subgraph.routes['/dev/mail'];
  const server: Server = createServer((req, res) => {
    const next = () => {
      res.writeHead(404);
      res.end();
    };
    if (handler) handler(req, res, next);
    else next();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const get: ServedOutbox['get'] = (path, headers = {}) =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      })
        .on('error', reject)
        .end();
    });
  const mailsTo = async (email: string) => {
    const { text } = await get(`/dev/mail.json?to=${encodeURIComponent(email)}`);
    return JSON.parse(text) as OutboxMail[];
  };
  return {
    get,
    mailsTo,
    async mailTo(email) {
      let found: OutboxMail[] = [];
      await until(async () => {
        found = (await mailsTo(email)).filter((mail) => mail.state === 'sent');
        return found.length > 0;
      });
      const [mail] = found;
      if (mail === undefined || found.length !== 1) throw new Error(`${found.length} mails to ${email}`);
      return mail;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
