import { decodeId } from '@atelier/service-kit/ids';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openAcknowledged, openRaw, type Raw } from '../testing/raw.ts';
import { createWorld, member, type World } from '../testing/world.ts';

let world: World;
let project: string;
let channel: string;
const raws: Raw[] = [];
const keep = async (opening: Promise<Raw>) => {
  const raw = await opening;
  raws.push(raw);
  return raw;
};
const unknown = (protocol?: string | null) => keep(openRaw(world, 'sid=ada', protocol));
const known = () => keep(openAcknowledged(world, 'sid=ada'));
const subscribe = (id: string, query: string, variables?: Record<string, unknown>) => ({
  id,
  type: 'subscribe',
  payload: { query, variables },
});
/** From version 0, so that what happens while a stream is being opened is not missed. */
const names = `subscription ($id: ID!) { projectChanged(id: $id, after: 0) {
  ... on Changed { version node { ... on Project { name } } } } }`;
const next = (id: string, version: number) => ({
  id,
  type: 'next',
  payload: { data: { projectChanged: { version, node: { name: 'Poster' } } } },
});

beforeEach(async () => {
  world = await createWorld();
  world.signIn('sid=ada', () => ada);
  const ada = member(world.studios.ink);
  project = world.add('Project', 'ink', { name: 'Poster' });
  channel = `projects:project:${world.studios.ink}:${decodeId(project, 'Project')}`;
});
afterEach(async () => {
  await Promise.all(raws.splice(0).map((raw) => raw.close()));
  await world.stop();
});

describe('a connection', () => {
  test('that names no subprotocol is closed with 4406', async () => {
    expect((await (await unknown(null)).closed).code).toBe(4406);
  });

  test('is acknowledged once it has said who it is', async () => {
    const raw = await unknown();
    raw.send({ type: 'connection_init', payload: { studio: 'ink' } });
    expect(await raw.next()).toEqual({ type: 'connection_ack' });
  });

  test('of somebody whom nobody knows is closed with 4403, and not acknowledged', async () => {
    const raw = await keep(openRaw(world, 'sid=nobody'));
    raw.send({ type: 'connection_init' });
    expect((await raw.closed).code).toBe(4403);
    expect(raw.rest()).toEqual([]);
  });

  test('that does not say who it is within the time is closed with 4408', async () => {
    const hasty = await createWorld({ live: { initWaitMs: 20 } });
    const raw = await keep(openRaw(hasty, 'sid=ada'));
    expect((await raw.closed).code).toBe(4408);
    await hasty.stop();
  });

  test('that says it a second time is closed with 4429', async () => {
    const raw = await known();
    raw.send({ type: 'connection_init' });
    expect((await raw.closed).code).toBe(4429);
    const hasty = await unknown();
    hasty.send({ type: 'connection_init' });
    hasty.send({ type: 'connection_init' });
    expect((await hasty.closed).code).toBe(4429);
    expect(hasty.rest()).toEqual([]);
  });

  test('that subscribes before it is acknowledged is closed with 4401', async () => {
    const raw = await unknown();
    raw.send(subscribe('1', '{ viewerKind }'));
    expect((await raw.closed).code).toBe(4401);
    const hasty = await unknown();
    hasty.send({ type: 'connection_init' });
    hasty.send(subscribe('1', '{ viewerKind }'));
    expect((await hasty.closed).code).toBe(4401);
  });

  test.each([
    ['what is no JSON', 'hello'],
    ['what is no object', '[]'],
    ['an unknown type', { type: 'start' }],
    ['no type', { id: '1' }],
    ['a subscription without an id', { type: 'subscribe', payload: { query: '{ viewerKind }' } }],
    ['a subscription with an empty id', { type: 'subscribe', id: '', payload: { query: '{ viewerKind }' } }],
    ['a subscription without a query', { type: 'subscribe', id: '1', payload: {} }],
    ['variables that are no object', { type: 'subscribe', id: '1', payload: { query: '{ viewerKind }', variables: [1] } }],
    ['a payload that is no object', { type: 'ping', payload: 'hello' }],
    ['a payload that is nested too deep', `{"type":"ping","payload":${'{"a":'.repeat(30_000)}1${'}'.repeat(30_001)}`],
    ['what only a server says', { type: 'connection_ack' }],
    ['an id of more than 256 characters', { type: 'subscribe', id: 'x'.repeat(257), payload: { query: '{ viewerKind }' } }],
  ])('that sends %s is closed with 4400', async (_what, message) => {
    const raw = await known();
    raw.send(message);
    expect((await raw.closed).code).toBe(4400);
  });

  test('is answered a ping at any time, with what came with it', async () => {
    const raw = await unknown();
    raw.send({ type: 'ping' });
    raw.send({ type: 'ping', payload: { at: 1 } });
    expect([await raw.next(), await raw.next()]).toEqual([{ type: 'pong' }, { type: 'pong', payload: { at: 1 } }]);
    raw.send({ type: 'connection_init' });
    raw.send({ type: 'ping' });
    expect(new Set([(await raw.next()).type, (await raw.next()).type])).toEqual(new Set(['pong', 'connection_ack']));
  });

  test('may send a pong that nobody asked for', async () => {
    const raw = await known();
    raw.send({ type: 'pong' });
    raw.send({ type: 'pong', payload: { at: 1 } });
    await raw.settled();
    expect(raw.rest()).toEqual([]);
  });

  test('hears nothing more once it is closed', async () => {
    const raw = await known();
    raw.send({ type: 'connection_init' });
    raw.send(subscribe('1', '{ viewerKind }'));
    expect((await raw.closed).code).toBe(4429);
    expect(raw.rest()).toEqual([]);
  });
});

describe('an operation', () => {
  test('that is a query or a mutation is answered once and completed', async () => {
    const raw = await known();
    raw.send(subscribe('q', '{ viewerKind }'));
    expect([await raw.next(), await raw.next()]).toEqual([
      { id: 'q', type: 'next', payload: { data: { viewerKind: 'user' } } },
      { id: 'q', type: 'complete' },
    ]);
    raw.send(subscribe('m', 'mutation ($id: ID!) { renameProject(id: $id, name: "Map") { name } }', { id: project }));
    expect([await raw.next(), await raw.next()]).toEqual([
      { id: 'm', type: 'next', payload: { data: { renameProject: { name: 'Map' } } } },
      { id: 'm', type: 'complete' },
    ]);
  });

  test('whose answer holds errors beside data is completed; one that could not begin ends with an error alone', async () => {
    const raw = await known();
    raw.send(subscribe('1', '{ broken viewerKind }'));
    expect(await raw.next()).toMatchObject({ type: 'next', payload: { data: { broken: null }, errors: [{ path: ['broken'] }] } });
    expect(await raw.next()).toEqual({ id: '1', type: 'complete' });
    for (const query of [
      '{ viewerKind',
      '{ nothing }',
      'query ($n: Int!) { viewerKind @include(if: $n) }',
      'fragment F on Query { viewerKind }',
    ]) {
      raw.send(subscribe('1', query));
      expect(await raw.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    raw.send(subscribe('1', 'query ($id: ID!) { project(id: $id) { name } }'));
    expect(await raw.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    await raw.settled();
    expect(raw.rest()).toEqual([]);
  });

  test('of a document with a mistake ends alone: the socket and its streams go on', async () => {
    const raw = await known();
    raw.send(subscribe('stream', names, { id: project }));
    await world.listening(channel);
    raw.send(subscribe('bad', 'subscription {'));
    expect(await raw.next()).toMatchObject({ id: 'bad', type: 'error' });
    world.emit(channel, project, ['team'], ['team']);
    expect(await raw.next()).toEqual(next('stream', 1));
  });

  test('with the id of one that runs closes the socket with 4409', async () => {
    const raw = await known();
    raw.send(subscribe('1', names, { id: project }));
    raw.send(subscribe('1', names, { id: project }));
    expect(await raw.closed).toEqual({ code: 4409, reason: 'Subscriber for 1 already exists' });
  });

  test('that the client completes hears nothing more, not even that it is complete', async () => {
    const raw = await known();
    raw.send(subscribe('1', names, { id: project }));
    raw.send(subscribe('2', names, { id: project }));
    await world.streams(2);
    raw.send({ id: '1', type: 'complete' });
    await world.streams(1);
    world.emit(channel, project, ['team'], ['team']);
    expect(await raw.next()).toEqual(next('2', 1));
    expect(raw.rest()).toEqual([]);
  });

  test('that nobody began may be completed', async () => {
    const raw = await known();
    raw.send({ id: 'nothing', type: 'complete' });
    await raw.settled();
    expect(raw.rest()).toEqual([]);
  });

  test('may take an id again, even in the moment in which the client let go of it', async () => {
    const raw = await known();
    raw.send(subscribe('1', '{ viewerKind }'));
    raw.send({ id: '1', type: 'complete' });
    raw.send(subscribe('1', '{ studioName }'));
    expect([await raw.next(), await raw.next()]).toEqual([
      { id: '1', type: 'next', payload: { data: { studioName: 'Ink' } } },
      { id: '1', type: 'complete' },
    ]);
    raw.send(subscribe('1', names, { id: project }));
    await world.streams(1);
    raw.send({ id: '1', type: 'complete' });
    raw.send(subscribe('1', names, { id: project }));
    await world.streams(0);
    await world.streams(1);
    world.emit(channel, project, ['team'], ['team']);
    expect(await raw.next()).toEqual(next('1', 1));
    expect(raw.rest()).toEqual([]);
  });

  test('of a socket that goes away leaves nothing behind', async () => {
    const raw = await known();
    raw.send(subscribe('1', names, { id: project }));
    await world.listening(channel);
    await raw.close();
    await world.left(channel);
  });
});
