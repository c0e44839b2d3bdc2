import { type IncomingMessage, request } from 'node:http';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { decodeId } from '@atelier/service-kit/ids';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { createWorld, member, type World } from './testing/world.ts';

let world: World;
let project: string;
let channel: string;
const streams: Stream[] = [];
const sse = 'text/event-stream';
const multipart = 'multipart/mixed;subscriptionSpec=1.0, application/json';
/** From version 0, so that what happens while a stream is being opened is not missed. */
const changes = `subscription ($id: ID!) { projectChanged(id: $id, after: 0) {
  ... on Changed { version node { ... on Project { name } } } } }`;
const event = (version: number) => ({ data: { projectChanged: { version, node: { name: 'Poster' } } } });

/** An answer that stays open, read as its protocol's words. */
interface Stream {
  status: number;
  headers: Headers;
  /** The next word that is no sign of life; null at the end. */
  next(): Promise<string | null>;
  /** How many signs of life came. */
  beats(): number;
  close(): void;
}

async function ask(headers: Record<string, string>, body: unknown, url = `${world.url}/graphql`): Promise<Stream> {
  const gone = new AbortController();
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: 'sid=ada', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: gone.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const isEvents = response.headers.get('content-type')?.startsWith(sse) ?? false;
  const separator = isEvents ? '\n\n' : '\r\n--graphql';
  let text = '';
  let isBegun = isEvents;
  let beats = 0;
  const stream: Stream = {
    status: response.status,
    headers: response.headers,
    async next() {
      for (;;) {
        if (!isBegun && text.startsWith('--graphql')) {
          isBegun = true;
          text = text.slice('--graphql'.length);
        }
        const end = text.indexOf(separator);
        if (end < 0) {
          const read = await reader?.read();
          if (read === undefined || read.done) return text.trim() || null;
          text += read.value;
          continue;
        }
        const word = text.slice(0, end).trim();
        text = text.slice(end + separator.length);
        const isBeat = isEvents ? word === ':' : word.endsWith('\r\n\r\n{}');
        if (isBeat) beats += 1;
        else if (word !== '') return word;
      }
    },
    beats: () => beats,
    close() {
      gone.abort();
    },
  };
  streams.push(stream);
  return stream;
}
const subscribe = (accept: string) => ask({ accept }, { query: changes, variables: { id: project } });
const next = (data: unknown) => `event: next\ndata: ${JSON.stringify(data)}`;
const complete = 'event: complete\ndata:';
const part = (payload: unknown) => `Content-Type: application/json\r\n\r\n${JSON.stringify(payload)}`;

async function aWorld(live = {}): Promise<void> {
  world = await createWorld({ live });
  const ada = member(world.studios.ink);
  world.signIn('sid=ada', () => ada);
  project = world.add('Project', 'ink', { name: 'Poster' });
  channel = `projects:project:${world.studios.ink}:${decodeId(project, 'Project')}`;
}
beforeEach(() => aWorld());
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  await world.stop();
});

describe('an event stream', () => {
  test('brings events as they happen, and says that nobody may keep or collect it', async () => {
    const stream = await subscribe(sse);
    expect([
      stream.status,
      stream.headers.get('content-type'),
      stream.headers.get('cache-control'),
      stream.headers.get('x-accel-buffering'),
    ]).toEqual([200, 'text/event-stream; charset=utf-8', 'private, no-store', 'no']);
    await world.listening(channel);
    world.emit(channel, project, ['team'], ['team']);
    expect(await stream.next()).toBe(next(event(1)));
    world.emit(channel, project, ['team'], ['team']);
    expect(await stream.next()).toBe(next(event(2)));
  });

  test('is asked for by GET, too, as EventSource does', async () => {
    const url = `${world.url}/graphql?${new URLSearchParams({ query: changes, variables: JSON.stringify({ id: project }) })}`;
    const stream = await ask({ accept: sse, 'sec-fetch-site': 'same-origin' }, undefined, url);
    await world.listening(channel);
    world.emit(channel, project, ['team'], ['team']);
    expect(await stream.next()).toBe(next(event(1)));
  });

  test('answers a query or a mutation and is complete', async () => {
    const stream = await ask(
      { accept: sse },
      { query: 'mutation ($id: ID!) { renameProject(id: $id, name: "Map") { name } }', variables: { id: project } },
    );
    expect([await stream.next(), await stream.next(), await stream.next()]).toEqual([
      next({ data: { renameProject: { name: 'Map' } } }),
      complete,
      null,
    ]);
  });

  test('tells what is wrong with a document, or with what it asks for, in the stream', async () => {
    for (const query of ['{ nothing }', 'subscription { projectChanged(', 'subscription { projectChanged(id: "none") { __typename } }']) {
      const stream = await ask({ accept: sse }, { query });
      expect([stream.status, await stream.next()]).toEqual([
        200,
        expect.stringMatching(/^event: next\ndata: \{"errors":\[.*"code":"(BAD_USER_INPUT|NOT_FOUND)"/),
      ]);
      expect([await stream.next(), await stream.next()]).toEqual([complete, null]);
    }
  });

  test('says that it is alive', async () => {
    await world.stop();
    await aWorld({ heartbeatMs: 5 });
    const stream = await subscribe(sse);
    await world.listening(channel);
    while (stream.beats() < 3) {
      world.emit(channel, project, ['team'], ['team']);
      await stream.next();
    }
  });

  test('ends with a code when its session is revoked', async () => {
    const stream = await subscribe(sse);
    await world.listening(channel);
    world.signOut('sid=ada', { studioId: world.studios.ink });
    expect(await stream.next()).toMatch(/"code":"UNAUTHENTICATED"/);
    expect([await stream.next(), await stream.next()]).toEqual([complete, null]);
  });

  test('of a server that stops ends without being complete, so that its client comes again; a new one is sent elsewhere', async () => {
    const stream = await subscribe(sse);
    await world.listening(channel);
    await world.router.endStreams();
    expect(await stream.next()).toBeNull();
    const late = await subscribe(sse);
    expect([late.status, late.headers.get('retry-after')]).toEqual([503, '1']);
  });

  test('leaves nothing behind when its client goes', async () => {
    const stream = await subscribe(sse);
    await world.listening(channel);
    stream.close();
    await world.left(channel);
  });

  test('of a client that does not read is cut', async () => {
    const asked = request(`${world.url}/graphql`, {
      method: 'POST',
      headers: { cookie: 'sid=ada', accept: sse, 'content-type': 'application/json' },
    });
    asked.end(JSON.stringify({ query: changes, variables: { id: project } }));
    const answered = new Promise<IncomingMessage>((resolve) => asked.on('response', (response) => resolve(response.pause())));
    await world.listening(channel);
    const row = world.rows.get(project);
    if (row) row.fields.name = 'x'.repeat(16_000_000);
    while (!world.logs.some((line) => line.includes('too slowly'))) {
      world.emit(channel, project, ['team'], ['team']);
      await new Promise(setImmediate);
    }
    const response = await answered;
    const gone = new Promise((resolve) => response.on('error', resolve));
    response.resume();
    expect(await gone).toMatchObject({ code: 'ECONNRESET' });
  });

  test('is read by graphql-sse’s own client', async () => {
    const client = createClient({ url: `${world.url}/graphql`, headers: { cookie: 'sid=ada' }, retryAttempts: 0 });
    const events = client.iterate({ query: changes, variables: { id: project } });
    const first = events.next();
    await world.listening(channel);
    world.emit(channel, project, ['team'], ['team']);
    expect((await first).value).toEqual(event(1));
    await events.return?.();
    expect((await client.iterate({ query: '{ viewerKind }' }).next()).value).toEqual({ data: { viewerKind: 'user' } });
    client.dispose();
  });
});

describe('a multipart answer', () => {
  test('brings each event as a part', async () => {
    const stream = await subscribe(multipart);
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0']);
    await world.listening(channel);
    world.emit(channel, project, ['team'], ['team']);
    expect(await stream.next()).toBe(part({ payload: event(1) }));
  });

  test('says that it is alive', async () => {
    await world.stop();
    await aWorld({ heartbeatMs: 5 });
    const stream = await subscribe(multipart);
    await world.listening(channel);
    while (stream.beats() < 3) {
      world.emit(channel, project, ['team'], ['team']);
      await stream.next();
    }
  });

  test('is not begun for a subscription that is refused, nor for a query: those are answered as JSON', async () => {
    const refused = await ask({ accept: multipart }, { query: changes, variables: { id: 'none' } });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
    const query = await ask({ accept: multipart }, { query: '{ viewerKind }' });
    expect([query.status, await query.next()]).toEqual([200, '{"data":{"viewerKind":"user"}}']);
  });

  test('ends with errors beside a payload of null when the session is revoked or the server stops', async () => {
    const [mine, other] = [
      await subscribe(multipart),
      await ask({ accept: multipart, cookie: 'sid=ben' }, { query: changes, variables: { id: project } }, undefined),
    ];
    expect(other.status).toBe(401);
    await world.listening(channel);
    world.signOut('sid=ada', { studioId: world.studios.ink });
    expect(await mine.next()).toMatch(/\r\n\r\n\{"payload":null,"errors":\[\{.*"code":"UNAUTHENTICATED"/);
    expect(await mine.next()).toBe('--');
    const ada = member(world.studios.ink);
    world.signIn('sid=later', () => ada);
    const last = await ask({ accept: multipart, cookie: 'sid=later' }, { query: changes, variables: { id: project } });
    await world.router.endStreams();
    expect(await last.next()).toMatch(/\{"payload":null,"errors":\[\{.*"code":"UNAVAILABLE"/);
  });

  test('is read by Apollo Client', async () => {
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: new HttpLink({ uri: `${world.url}/graphql`, headers: { cookie: 'sid=ada' } }),
    });
    const received = new Promise((resolve, reject) => {
      client.subscribe({ query: gql(changes), variables: { id: project } }).subscribe({ next: resolve, error: reject });
    });
    await world.listening(channel);
    world.emit(channel, project, ['team'], ['team']);
    expect(await received).toMatchObject({ data: { projectChanged: { version: 1, node: { name: 'Poster' } } } });
    client.stop();
  });
});

describe('a request', () => {
  test('by GET from another page, or from one that cannot be known, gets no stream with its cookies; without them it needs no page', async () => {
    const url = `${world.url}/graphql?${new URLSearchParams({ query: '{ viewerKind }' })}`;
    expect((await ask({ accept: sse }, undefined, url)).status).toBe(403);
    expect((await ask({ accept: sse, 'sec-fetch-site': 'cross-site' }, undefined, url)).status).toBe(403);
    expect((await ask({ accept: sse, origin: 'https://evil.example' }, undefined, url)).status).toBe(403);
    expect((await ask({ accept: sse, origin: world.url }, undefined, url)).status).toBe(200);
    expect((await ask({ accept: sse, 'apollo-require-preflight': 'yes' }, undefined, url)).status).toBe(200);
  });

  test('for a mutation by GET is refused', async () => {
    const url = `${world.url}/graphql?${new URLSearchParams({ query: 'mutation { renameProject(id: "x", name: "Map") { name } }' })}`;
    const stream = await ask({ accept: sse, 'sec-fetch-site': 'same-origin' }, undefined, url);
    expect([stream.status, stream.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('for a subscription that accepts no stream is told which there are; one that accepts nothing of ours gets 406', async () => {
    const plain = await subscribe('application/json');
    expect([plain.status, await plain.next()]).toEqual([400, expect.stringContaining('text/event-stream')]);
    expect((await ask({ accept: 'image/png' }, { query: '{ viewerKind }' })).status).toBe(406);
    expect((await ask({ accept: 'multipart/mixed' }, { query: '{ viewerKind }' })).status).toBe(406);
  });

  test('of somebody with too many connections is answered with 429', async () => {
    await world.stop();
    await aWorld({ connectionsPerViewer: 1 });
    await subscribe(sse);
    const second = await subscribe(sse);
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '10']);
  });
});
