import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { isUuid } from '@atelier/service-kit/ids';
import type { Kit, RouteHandler } from '@atelier/service-kit/subgraph';
import { openRepositories } from '../store.ts';
import { mailContent, type StoredMail } from './mail.ts';
import { listPage, mailPage, type ShownMail } from './outbox.page.ts';
import type { Seal } from './seal.ts';

/** How many of the newest mails are looked at. */
const SHOWN = 200;

// The frame of a mail inherits this: a mail may show its studio's logo and its own styles, and nothing runs.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; frame-ancestors 'none'; base-uri 'self'; form-action 'none'";

/**
 * `/dev/mail`, `/dev/mail/<id>` and `/dev/mail.json?to=<address>`: the outbox, in which links let people in. It answers on
 * loopback only, and only under a name of this machine, so that no other site's page reads it by way of a browser.
 */
export function outboxRoutes(kit: Kit, seal: Seal): RouteHandler {
  const isHere = isLoopbackName(new URL(kit.runtime.publicUrl).hostname);
  const read = async (work: (mails: ReturnType<typeof openRepositories>['mails']) => Promise<StoredMail[]>): Promise<ShownMail[]> => {
    const rows = await work(openRepositories(kit.database.reads({ studioId: null })).mails);
    return rows.map(({ content, ...row }) => ({
      ...row,
      content: content === null ? null : mailContent.parse(seal.open(row.id, content)),
    }));
  };
  const newest = async (to: string | null): Promise<ShownMail[]> => {
    const mails = await read((repository) => repository.newest(SHOWN));
    return to === null ? mails : mails.filter(({ content }) => content?.to.email.toLowerCase() === to.toLowerCase());
  };

  const answer = async (url: URL, response: ServerResponse, next: () => void): Promise<void> => {
    const to = url.searchParams.get('to');
    if (url.pathname === '/dev/mail.json') return json(response, (await newest(to)).map(plain));
    if (url.pathname === '/dev/mail') return html(response, listPage(await newest(to), to));
    const id = /^\/dev\/mail\/([^/]+)$/.exec(url.pathname)?.[1] ?? '';
    const [mail] = isUuid(id) ? await read(async (repository) => [await repository.byId(id)].flatMap((row) => row ?? [])) : [];
    if (!mail) return next();
    return html(response, mailPage(mail));
  };

  return (request, response, next) => {
    if (!isHere || request.method !== 'GET' || !isFromHere(request)) return next();
    answer(new URL(request.url ?? '/', 'http://localhost'), response, next).catch((error: unknown) => {
      kit.runtime.logger.error({ err: error }, 'mail outbox');
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The outbox cannot be read just now.\n');
    });
  };
}

const plain = ({ id, template, state, createdAt, failure, content }: ShownMail) => ({
  id,
  template,
  state,
  createdAt,
  failure,
  to: content?.to.email ?? null,
  from: content?.from ?? null,
  subject: content?.subject ?? null,
  text: content?.text ?? null,
  html: content?.html ?? null,
  links: [...new Set(content?.text.match(/https?:\/\/\S+/g) ?? [])],
});

/** Straight from this machine, by a name of this machine. */
function isFromHere(request: IncomingMessage): boolean {
  const { host, forwarded, 'x-forwarded-for': forwardedFor } = request.headers;
  if (forwarded !== undefined || forwardedFor !== undefined || host === undefined) return false;
  const name = URL.parse(`http://${host}`)?.hostname;
  return name !== undefined && isLoopbackName(name) && isLoopbackAddress(request.socket.remoteAddress ?? '');
}

function isLoopbackName(name: string): boolean {
  const bare = name.replace(/^\[|\]$/g, '');
  return isIP(bare) > 0 ? isLoopbackAddress(bare) : bare === 'localhost' || bare.endsWith('.localhost');
}

const isLoopbackAddress = (address: string): boolean => address === '::1' || /^(?:::ffff:)?127\./.test(address);

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

function html(response: ServerResponse, text: string): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY });
  response.end(text);
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}
