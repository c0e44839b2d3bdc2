import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Accounts, PUBLIC_URL, startAccounts } from './accounts.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON; throws when it is none. */
  json<T = Record<string, unknown>>(): T;
}

/** A browser at the routes of accounts: keeps cookies, sends Origin with what it posts, follows nothing by itself. */
export interface Browser {
  cookies: Map<string, string>;
  cookieHeader(): string;
  /** Gets bytes. */
  raw(path: string): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A plain object is sent as JSON. */
  post(
    path: string,
    body?: Record<string, unknown> | Uint8Array | URLSearchParams | FormData,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  send(method: string, path: string, init: { body?: RequestInit['body']; headers?: Record<string, string> }): Promise<Answer>;
}

/** The routes of accounts behind a real HTTP server. */
export interface Site {
  /** Where it listens; requests name the public address all the same. */
  base: string;
  /** Another browser, with a network address of its own. */
  browser(options?: { userAgent?: string; language?: string }): Browser;
  /** Ends it, and the domain. */
  close(): Promise<void>;
}

/** Accounts on a database of its own, with its routes served as the router does. */
export async function startSite(options: Parameters<typeof startAccounts>[0] = {}): Promise<{ domain: Accounts; site: Site }> {
  const domain = await startAccounts(options);
  const { routes } = domain.subgraph;
  const server: Server = createServer((request, response) => {
    const prefix = `/${(request.url ?? '').split(/[/?]/)[1]}`;
    const notMine = () => response.writeHead(404).end();
    const route = routes[prefix];
    if (route === undefined) notMine();
    else route(request, response, notMine);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let browsers = 0;
  const site: Site = {
    base,
    browser(options = {}) {
      browsers += 1;
      return browserAt(base, {
        'x-atelier-address': `198.51.100.${browsers}`,
        ...(options.userAgent ? { 'user-agent': options.userAgent } : {}),
        ...(options.language ? { 'accept-language': options.language } : {}),
      });
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await domain.stop();
    },
  };
  return { domain, site };
}

function browserAt(base: string, own: Record<string, string>): Browser {
  const cookies = new Map<string, string>();
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const send: Browser['send'] = async (method, path, { body, headers = {} }) => {
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      body,
      headers: { ...own, ...(cookies.size > 0 ? { cookie: cookieHeader() } : {}), ...headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T };
  };
  return {
    cookies,
    cookieHeader,
    raw: (path) => fetch(base + path, { headers: own }),
    send,
    get: (path, headers) => send('GET', path, { headers }),
    post: (path, body, headers) => {
      const isPlain =
        body !== undefined && !(body instanceof Uint8Array) && !(body instanceof URLSearchParams) && !(body instanceof FormData);
      return send('POST', path, {
        body: isPlain ? JSON.stringify(body) : (body as RequestInit['body'] | undefined),
        headers: { origin: PUBLIC_URL, ...(isPlain ? { 'content-type': 'application/json' } : {}), ...headers },
      });
    },
  };
}
