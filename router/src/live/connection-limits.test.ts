import { request } from 'node:http';
import { decodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openAcknowledged, openRaw, type Raw } from '../testing/raw.ts';
import { createWorld, member, type World } from '../testing/world.ts';
import type { LiveSettings } from './settings.ts';

let world: World;
const raws: Raw[] = [];
const keep = async (opening: Promise<Raw>) => {
  const raw = await opening;
  raws.push(raw);
  return raw;
};
const subscribe = (id: string, query: string, variables?: Record<string, unknown>) => ({
  id,
  type: 'subscribe',
  payload: { query, variables },
});
const changes = 'subscription ($id: ID!) { projectChanged(id: $id, after: 0) { ... on Changed { version } } }';

async function theWorld(live: Partial<LiveSettings>): Promise<void> {
  world = await createWorld({ live });
  const [ada, ben] = [member(world.studios.ink), member(world.studios.ink)] as [Extract<Viewer, { kind: 'user' }>, Viewer];
  world.signIn('sid=ada', () => ada);
  world.signIn('sid=ada-phone', () => ({ ...ada, sessionId: uuidv7() }));
  world.signIn('sid=ben', () => ben);
}
afterEach(async () => {
  await Promise.all(raws.splice(0).map((raw) => raw.close()));
  await world.stop();
});

/** The status and Retry-After with which an upgrade is answered. */
function refusal(): Promise<{ status: number; retryAfter: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${world.url}/graphql`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': 'graphql-transport-ws',
      },
    });
    asked.on('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
    });
    asked.on('upgrade', () => reject(new Error('the upgrade was accepted')));
    asked.on('error', reject);
    asked.end();
  });
}

describe('a socket', () => {
  test('carries so many operations at once and no more; those that run go on', async () => {
    await theWorld({ operationsPerSocket: 2 });
    const project = world.add('Project', 'ink', { name: 'Poster' });
    const raw = await keep(openAcknowledged(world, 'sid=ada'));
    for (const id of ['1', '2', '3']) raw.send(subscribe(id, changes, { id: project }));
    expect(await raw.next()).toMatchObject({ id: '3', type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
    raw.send({ id: '1', type: 'complete' });
    raw.send(subscribe('3', '{ viewerKind }'));
    expect(await raw.next()).toMatchObject({ id: '3', type: 'next' });
  });

  test('that sends more messages than it may is closed with 1008', async () => {
    await theWorld({ messageBurst: 20, messagesPerSecond: 1 });
    const raw = await keep(openAcknowledged(world, 'sid=ada'));
    for (let count = 0; count < 30; count += 1) raw.send({ type: 'ping' });
    expect(await raw.closed).toEqual({ code: 1008, reason: 'Too many messages' });
    expect(raw.rest()).toHaveLength(19);
  });

  test('of a person who has too many is closed with 4430, over all their sessions; the others stay, and one that goes makes room', async () => {
    await theWorld({ connectionsPerViewer: 2 });
    const first = await keep(openAcknowledged(world, 'sid=ada'));
    await keep(openAcknowledged(world, 'sid=ada-phone'));
    const third = await keep(openRaw(world, 'sid=ada'));
    third.send({ type: 'connection_init' });
    expect((await third.closed).code).toBe(4430);
    await keep(openAcknowledged(world, 'sid=ben'));
    await first.settled();
    await first.close();
    const again = await keep(openAcknowledged(world, 'sid=ada'));
    await again.settled();
  });

  test('from an address that has too many is not upgraded: 429 with Retry-After', async () => {
    await theWorld({ connectionsPerAddress: 1 });
    const first = await keep(openAcknowledged(world, 'sid=ada'));
    expect(await refusal()).toEqual({ status: 429, retryAfter: '10' });
    await first.close();
    await keep(openAcknowledged(world, 'sid=ada'));
  });

  test('on which nothing runs and nothing is said is closed as idle', async () => {
    await theWorld({ idleMs: 0, pingMs: 20 });
    expect((await (await keep(openAcknowledged(world, 'sid=ada'))).closed).code).toBe(1000);
  });

  test('that answers no ping is ended', async () => {
    await theWorld({ pingMs: 20 });
    const raw = await keep(openAcknowledged(world, 'sid=ada'));
    raw.socket.pause();
    await new Promise<void>((resolve) => {
      const look = () => world.server.getConnections((_error, count) => (count === 0 ? resolve() : setImmediate(look)));
      look();
    });
    raw.socket.resume();
    expect((await raw.closed).code).toBe(1006);
  });

  test('that does not read what it asks for is cut off with 4413', async () => {
    await theWorld({ maxUnreadBytes: 1_000_000 });
    const id = world.add('Project', 'ink', { name: 'x'.repeat(4_000_000) });
    const raw = await keep(openAcknowledged(world, 'sid=ada'));
    raw.socket.pause();
    for (let count = 0; count < 8; count += 1) raw.send(subscribe(`${count}`, 'query ($id: ID!) { project(id: $id) { name } }', { id }));
    while (!world.logs.some((line) => line.includes('too slowly'))) await new Promise(setImmediate);
    raw.socket.resume();
    expect((await raw.closed).code).toBe(4413);
  });
});

describe('a stop', () => {
  test('closes sockets with 1012 once what runs on them was answered, and takes no new ones', async () => {
    await theWorld({ drainMs: 0, drainWaitMs: 20_000 });
    const project = world.add('Project', 'ink', { name: 'Poster' });
    const raw = await keep(openAcknowledged(world, 'sid=ada'));
    const idle = await keep(openAcknowledged(world, 'sid=ben'));
    const held = Promise.withResolvers<void>();
    world.hold = () => held.promise;
    raw.send(subscribe('stream', changes, { id: project }));
    raw.send(subscribe('1', 'mutation ($id: ID!) { renameProject(id: $id, name: "Map") { name } }', { id: project }));
    await raw.settled();
    const stopped = world.router.stop();
    expect(await idle.closed).toEqual({ code: 1012, reason: 'Restarting' });
    expect(await refusal()).toEqual({ status: 503, retryAfter: '1' });
    // Nothing is begun any more: it is sent again after the reconnect.
    raw.send(subscribe('2', 'mutation ($id: ID!) { renameProject(id: $id, name: "Again") { name } }', { id: project }));
    await raw.settled();
    held.resolve();
    expect((await raw.closed).code).toBe(1012);
    await stopped;
    expect(raw.rest()).toEqual([
      { id: '1', type: 'next', payload: { data: { renameProject: { name: 'Map' } } } },
      { id: '1', type: 'complete' },
    ]);
    expect(world.rows.get(project)?.fields.name).toBe('Map');
  });

  test('does not wait for ever for an operation that hangs', async () => {
    await theWorld({ drainMs: 0, drainWaitMs: 20 });
    const raw = await keep(openAcknowledged(world, 'sid=ada'));
    const held = Promise.withResolvers<void>();
    world.hold = () => held.promise;
    raw.send(subscribe('1', '{ viewerKind }'));
    await raw.settled();
    await Promise.all([world.router.endStreams(), raw.closed.then(({ code }) => expect(code).toBe(1012))]);
    held.resolve();
  });
});

test('of two people who ask the same, each is shown what they may see', async () => {
  await theWorld({});
  const project = world.add('Project', 'ink', { name: 'Poster' }, (viewer) => viewer.kind === 'user');
  const hidden = world.add('Task', 'ink', { title: 'Sketch' }, (viewer) => viewer.kind === 'user' && viewer.studio?.role === 'owner');
  const owner = member(world.studios.ink, 'owner');
  world.signIn('sid=owner', () => owner);
  const [owners, adas] = [await keep(openAcknowledged(world, 'sid=owner')), await keep(openAcknowledged(world, 'sid=ada'))];
  for (const raw of [owners, adas]) raw.send(subscribe('1', changes, { id: project }));
  const channel = `projects:project:${world.studios.ink}:${decodeId(project, 'Project')}`;
  await world.listening(channel);
  world.emit(channel, hidden, ['team'], ['team']);
  world.emit(channel, project, ['team'], ['team']);
  const version = (value: number) => ({ id: '1', type: 'next', payload: { data: { projectChanged: { version: value } } } });
  expect([await owners.next(), await owners.next()]).toEqual([version(1), version(2)]);
  expect(await adas.next()).toEqual(version(2));
});
