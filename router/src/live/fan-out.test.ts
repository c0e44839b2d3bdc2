import type { Duplex } from 'node:stream';
import { decodeId } from '@atelier/service-kit/ids';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openAcknowledged, type Raw } from '../testing/raw.ts';
import { createWorld, member, type World } from '../testing/world.ts';

let world: World;
let project: string;
let channel: string;
const raws: Raw[] = [];
/** The server's ends of the sockets, in the order in which they came. */
const streams: Duplex[] = [];
const many = 10_000;
const changes = 'subscription ($id: ID!) { projectChanged(id: $id) { ... on Changed { version node { ... on Project { name } } } } }';

beforeEach(async () => {
  world = await createWorld({ live: { connectionsPerViewer: many, connectionsPerAddress: many } });
  world.server.on('upgrade', (_request, stream: Duplex) => streams.push(stream));
  const [ada, ben] = [member(world.studios.ink), member(world.studios.ink)];
  world.signIn('sid=ada', () => ada);
  world.signIn('sid=ben', () => ben);
  project = world.add('Project', 'ink', { name: 'Poster' });
  channel = `projects:project:${world.studios.ink}:${decodeId(project, 'Project')}`;
});
afterEach(async () => {
  await Promise.all(raws.splice(0).map((raw) => raw.close()));
  streams.length = 0;
  await world.stop();
});

/** Opens a socket whose subscription has this id. */
async function listen(id: string, cookie = 'sid=ada'): Promise<Raw> {
  const raw = await openAcknowledged(world, cookie);
  raws.push(raw);
  raw.send({ id, type: 'subscribe', payload: { query: changes, variables: { id: project } } });
  return raw;
}
async function listenAll(ids: readonly string[]): Promise<Raw[]> {
  const opened: Raw[] = [];
  while (opened.length < ids.length)
    opened.push(...(await Promise.all(ids.slice(opened.length, opened.length + 50).map((id) => listen(id)))));
  return opened;
}
const emit = (name: string) => {
  const row = world.rows.get(project);
  if (row) row.fields.name = name;
  return world.emit(channel, project, ['team'], ['team']);
};
const next = (id: string, version: number, name: string) => ({
  id,
  type: 'next',
  payload: { data: { projectChanged: { version, node: { name } } } },
});
/** A name so long that a payload with it is just not shared. */
const longName = (letter: string) => letter.repeat(7_000);

describe('an event for many', () => {
  test('reaches each under its own id, however long the id and whatever its letters', async () => {
    const ids = ['1', '2', 'ein längerer Name', '日本', '😀'.repeat(20), '"\\\n', 'x'.repeat(200), '3'];
    const listeners = await listenAll(ids);
    await world.streams(ids.length);
    // Lengths on both sides of where the header of a frame grows, and of where payloads are shared.
    for (const name of ['', 'Poster', 'Überschrift 日本', 'a'.repeat(4_000), 'b'.repeat(9_000), 'c'.repeat(70_000)]) {
      const version = emit(name);
      for (const [index, listener] of listeners.entries()) expect(await listener.next()).toEqual(next(ids[index] ?? '', version, name));
    }
  });

  test('comes whole and in order to one who stopped reading while 1,000 others went on, as soon as they read again', async () => {
    const slow = await listen('slow');
    const witness = await listen('fast');
    await world.streams(2);
    slow.socket.pause();
    const [stream] = streams;
    let version = 0;
    // Until the kernel no longer takes all at once.
    while (stream?.writableLength === 0) {
      version = emit(longName('a'));
      expect(await witness.next()).toEqual(next('fast', version, longName('a')));
    }
    const filled = version;
    const ids = Array.from({ length: 1_000 }, (_, index) => String(1_000 + index));
    const others = await listenAll(ids);
    await world.streams(ids.length + 2);
    for (const letter of ['b', 'c', 'd']) {
      version = emit(longName(letter));
      for (const [index, other] of others.entries()) expect(await other.next()).toEqual(next(ids[index] ?? '', version, longName(letter)));
    }
    expect(stream?.writableLength).toBeGreaterThan(0);
    slow.socket.resume();
    for (let at = 1; at <= filled; at += 1) expect(await slow.next()).toEqual(next('slow', at, longName('a')));
    for (const letter of ['b', 'c', 'd'])
      expect(await slow.next()).toMatchObject({ id: 'slow', payload: { data: { projectChanged: { node: { name: longName(letter) } } } } });
    await slow.settled();
    expect(slow.rest()).toEqual([]);
  });

  test('waits for who has many subscriptions on one socket and reads slowly, however much they fill it together', async () => {
    const slow = await listen('0');
    const ids = Array.from({ length: 31 }, (_, index) => String(index + 1));
    for (const id of ids) slow.send({ id, type: 'subscribe', payload: { query: changes, variables: { id: project } } });
    const witness = await listen('witness');
    await world.streams(33);
    slow.socket.pause();
    // Together more than may lie unread, and than the kernel takes.
    const name = 'a'.repeat(1_000_000);
    const version = emit(name);
    expect(JSON.stringify(await witness.next()) === JSON.stringify(next('witness', version, name))).toBe(true);
    slow.socket.resume();
    const heard: unknown[] = [];
    while (heard.length < 32) {
      const message = await Promise.race([slow.next(), slow.closed]);
      heard.push('id' in message ? message.id : message);
    }
    expect(heard.sort()).toEqual(['0', ...ids].sort());
  });

  test('and the next one, and both for another person, come to each in order when all happen at once', async () => {
    const ids = ['1', '2', '3'];
    const hers = await listenAll(ids);
    const his = await listen('4', 'sid=ben');
    await world.streams(4);
    const names = ['Poster', 'Map', 'Mural'];
    const versions = names.map(emit);
    for (const [index, listener] of [...hers, his].entries()) {
      const heard = [await listener.next(), await listener.next(), await listener.next()];
      expect(heard.map(({ id }) => id)).toEqual(versions.map(() => [...ids, '4'][index]));
      expect(heard).toMatchObject(versions.map((version) => ({ payload: { data: { projectChanged: { version } } } })));
    }
  });

  test('is told to all others when a socket breaks in the middle of it', async () => {
    const ids = ['1', '2', '3', '4'];
    const listeners: Raw[] = [];
    for (const id of ids) {
      listeners.push(await listen(id));
      await world.streams(listeners.length);
    }
    const [first, second] = streams;
    if (!first || !second) throw new Error('they listen');
    const { write } = first;
    Object.assign(first, {
      write(...args: unknown[]) {
        first.destroy(new Error('broken'));
        second.destroy();
        return Reflect.apply(write, first, args);
      },
    });
    const version = emit('Poster');
    for (const index of [2, 3]) expect(await listeners[index]?.next()).toEqual(next(ids[index] ?? '', version, 'Poster'));
    await Promise.all(listeners.slice(0, 2).map((each) => each.closed));
    await world.streams(2);
    const again = emit('Map');
    for (const index of [2, 3]) expect(await listeners[index]?.next()).toEqual(next(ids[index] ?? '', again, 'Map'));
    expect(listeners.flatMap((each) => each.rest())).toEqual([]);
  });

  test('is not told to who came while it was on its way', async () => {
    const first = await listen('1');
    await world.streams(1);
    const gate = Promise.withResolvers<void>();
    const isAsked = Promise.withResolvers<void>();
    world.hold = () => {
      world.hold = null;
      isAsked.resolve();
      return gate.promise;
    };
    const version = emit('Poster');
    await isAsked.promise;
    const late = await listen('2');
    await world.streams(2);
    gate.resolve();
    expect(await first.next()).toEqual(next('1', version, 'Poster'));
    await late.settled();
    expect(late.rest()).toEqual([]);
    const again = emit('Map');
    expect(await late.next()).toEqual(next('2', again, 'Map'));
    expect(await first.next()).toEqual(next('1', again, 'Map'));
  });
});
