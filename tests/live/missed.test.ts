import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { Person } from '../support/person.ts';
import { aProject, aTask, liveVersion, updateTask } from '../support/scene.ts';
import { startWorld, type World } from '../support/world.ts';

const CUTS = 200;
const SEED = 20_261_122;
const CHANGES = 'subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) { __typename ... on Changed { version } } }';

let world: World;
let owner: Person;
let projectId: string;
beforeAll(async () => {
  world = await startWorld();
  owner = await world.signIn('ingrid@northlight.example', 'northlight');
  projectId = await aProject(owner);
}, 60_000);
afterAll(() => world.stop());

/** Numbers from 0 up to 1, the same ones each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Where the wire is cut: before anything was said, when that much was said, or after so many events. */
type Cut = 'open' | 'acknowledged' | 'subscribed' | number;

/** Listens from a version on until the cut, and resolves with the versions that came before it. */
function listen(after: number, isCut: (at: Cut, version: number) => boolean): Promise<number[]> {
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { origin: world.url, cookie },
  });
  const versions: number[] = [];
  return new Promise((resolve, reject) => {
    const cutAt = (at: Cut) => {
      if (isCut(at, versions.at(-1) ?? after)) socket.terminate();
    };
    socket.on('error', reject);
    socket.on('close', () => resolve(versions));
    socket.on('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init', payload: { studio: 'northlight' } }));
      cutAt('open');
    });
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { type: string; payload?: { data?: { projectChanged: { version?: number } } } };
      if (message.type === 'connection_ack') {
        cutAt('acknowledged');
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: CHANGES, variables: { id: projectId, after } } }));
        cutAt('subscribed');
      } else if (message.type === 'next') {
        versions.push(message.payload?.data?.projectChanged.version ?? Number.NaN);
        cutAt(versions.length);
      } else reject(new Error(`The stream ended: ${String(data)}`));
    });
  });
}

test(`a client whose wire is cut ${CUTS} times while others write hears of every change once, and in order`, async () => {
  const tasks = await Promise.all([aTask(owner, projectId), aTask(owner, projectId)]);
  const start = await liveVersion(owner, projectId);
  let isWriting = true;
  const writers = tasks.map(async ({ id }) => {
    for (let count = 0; isWriting; count += 1) await updateTask(owner, id, { title: `Draw ${count} gulls` });
  });
  const next = chance(SEED);
  const heard: number[] = [];
  for (let cuts = 0; cuts < CUTS; cuts += 1) {
    const place = Math.floor(next() * 6);
    const cut: Cut = (['open', 'acknowledged', 'subscribed'] as const)[place] ?? place - 2;
    heard.push(...(await listen(heard.at(-1) ?? start, (at) => at === cut)));
  }
  isWriting = false;
  await Promise.all(writers);
  const last = await liveVersion(owner, projectId);
  // Who has heard of everything and asks again would wait for ever.
  if (heard.at(-1) !== last) heard.push(...(await listen(heard.at(-1) ?? start, (_at, version) => version === last)));
  expect(heard).toEqual(Array.from({ length: last - start }, (_, index) => start + 1 + index));
}, 180_000);
