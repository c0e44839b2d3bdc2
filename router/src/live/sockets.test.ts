import { request } from 'node:http';
import { decodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openTab, post, type Tab } from '../testing/clients.ts';
import { createWorld, member, type World } from '../testing/world.ts';

let world: World;
let now: Date;
const tabs: Tab[] = [];
const open = (options: Parameters<typeof openTab>[1]) => {
  const tab = openTab(world, options);
  tabs.push(tab);
  return tab;
};
const changes = 'subscription ($id: ID!) { projectChanged(id: $id) { ... on Changed { version node { ... on Project { name } } } } }';

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  world = await createWorld({ now: () => now });
});
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((each) => each.close()));
  await world.stop();
});

/** The status with which an upgrade is answered; 101 when it is let in. */
function upgrade(headers: Record<string, string>, path = '/graphql'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(world.url, {
      path,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': 'graphql-transport-ws',
        ...headers,
      },
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('a socket', () => {
  test('of one cookie is in the studio that its tab names', async () => {
    const ink = member(world.studios.ink);
    const clay = { ...ink, studio: { id: world.studios.clay, memberId: uuidv7(), role: 'owner' } } as Viewer;
    world.signIn('sid=ada', (slug) => (slug === 'clay' ? clay : ink));
    const poster = world.add('Project', 'ink', { name: 'Poster' });
    const vase = world.add('Project', 'clay', { name: 'Vase' });
    const [inInk, inClay] = [open({ cookie: 'sid=ada', studio: 'ink' }), open({ cookie: 'sid=ada', studio: 'clay' })];
    const [posters, vases] = [inInk.read(changes, { id: poster }), inClay.read(changes, { id: vase })];
    expect(await inInk.read(changes, { id: vase }).ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(await inClay.read(changes, { id: poster }).ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const channels = [
      `projects:project:${world.studios.ink}:${decodeId(poster, 'Project')}`,
      `projects:project:${world.studios.clay}:${decodeId(vase, 'Project')}`,
    ] as const;
    await Promise.all(channels.map(world.listening));
    world.emit(channels[0], poster, ['team'], ['team']);
    world.emit(channels[1], vase, ['team'], ['team']);
    expect(await posters.next()).toMatchObject({ data: { projectChanged: { node: { name: 'Poster' } } } });
    expect(await vases.next()).toMatchObject({ data: { projectChanged: { node: { name: 'Vase' } } } });
    expect([...posters.rest(), ...vases.rest()]).toEqual([]);
  });

  test('and a request show the client’s view when asked to, in a browser that also holds a session', async () => {
    const [ada, cleo]: Viewer[] = [
      member(world.studios.ink),
      { kind: 'contact', contactId: uuidv7(), sessionId: uuidv7(), studioId: world.studios.ink },
    ];
    world.signIn('both', (_slug, as) => (as === 'contact' ? cleo : ada) as Viewer);
    expect(await open({ cookie: 'both' }).once('{ viewerKind }')).toEqual({ data: { viewerKind: 'user' } });
    expect(await open({ cookie: 'both', as: 'contact' }).once('{ viewerKind }')).toEqual({ data: { viewerKind: 'contact' } });
    expect((await post(world, { query: '{ viewerKind }' }, { cookie: 'both', 'x-atelier-as': 'contact' })).body).toEqual({
      data: { viewerKind: 'contact' },
    });
  });

  test('is closed with 4403 when its session is revoked, and no other', async () => {
    const [ada, ben] = [member(world.studios.ink), member(world.studios.ink)];
    world.signIn('sid=ada', () => ada);
    world.signIn('sid=ben', () => ben);
    const [hers, his] = [open({ cookie: 'sid=ada' }), open({ cookie: 'sid=ben' })];
    await Promise.all([hers.settled(), his.settled()]);
    world.signOut('sid=ada', { sessionId: ada.kind === 'user' ? ada.sessionId : '' });
    expect(await hers.closed).toBe(4403);
    await his.settled();
  });

  test('whose member lost the studio is closed; one whose role changed goes on in the new role', async () => {
    const ada = member(world.studios.ink, 'manager') as Extract<Viewer, { kind: 'user' }>;
    let current: Viewer = ada;
    world.signIn('sid=ada', () => current);
    const tab = open({ cookie: 'sid=ada', studio: 'ink' });
    await tab.settled();
    current = { ...ada, studio: ada.studio && { ...ada.studio, role: 'guest' } };
    world.revoke({ userId: ada.userId });
    await tab.settled();
    current = { ...ada, studio: null };
    world.revoke({ userId: ada.userId });
    expect(await tab.closed).toBe(4403);
  });

  test('whose session ran out gets no further event', async () => {
    world.signIn('sid=ada', () => member(world.studios.ink));
    const project = world.add('Project', 'ink', { name: 'Poster' });
    const channel = `projects:project:${world.studios.ink}:${decodeId(project, 'Project')}`;
    const tab = open({ cookie: 'sid=ada' });
    const stream = tab.read(changes, { id: project });
    await world.listening(channel);
    world.signIn('sid=ada', () => ({ kind: 'anonymous' }));
    now = new Date(now.getTime() + 30_001);
    world.emit(channel, project, ['team'], ['team']);
    expect(await tab.closed).toBe(4403);
    expect(stream.rest()).toEqual([]);
  });

  test('of a revoked session is closed too while accounts does not answer', async () => {
    const ada = member(world.studios.ink);
    world.signIn('sid=ada', () => ada);
    const tab = open({ cookie: 'sid=ada' });
    await tab.settled();
    world.dead.add('accounts.resolve');
    world.signOut('sid=ada', { userId: ada.kind === 'user' ? ada.userId : '' });
    expect(await tab.closed).toBe(1013);
  });

  test('with a document of too many words goes on; the operation does not', async () => {
    world.signIn('sid=ada', () => member(world.studios.ink));
    const tab = open({ cookie: 'sid=ada' });
    expect(await tab.read(`{ ${'viewerKind '.repeat(5_000)} }`).ended).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    await tab.settled();
  });

  test('without a viewer is refused with 4403', async () => {
    const tab = open({ cookie: 'sid=nobody' });
    expect(await tab.closed).toBe(4403);
  });

  test('carries queries and mutations too, under the same rules as HTTP', async () => {
    world.signIn('sid=ada', () => member(world.studios.ink));
    const id = world.add('Project', 'ink', { name: 'Poster' });
    const tab = open({ cookie: 'sid=ada' });
    expect(await tab.once('mutation ($id: ID!) { renameProject(id: $id, name: "Map") { name unread } }', { id })).toEqual({
      data: { renameProject: { name: 'Map', unread: 3 } },
    });
    expect(await tab.once('{ broken }')).toMatchObject({ data: { broken: null }, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(await tab.read('{ nothing }').ended).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('that is sent too long a message is closed with 1009', async () => {
    world.signIn('sid=ada', () => member(world.studios.ink));
    const tab = open({ cookie: 'sid=ada' });
    await tab.settled();
    tab.read(`{ viewerKind } # ${'x'.repeat(300_000)}`);
    expect(await tab.closed).toBe(1009);
  });

  test('is closed with 1012 when the router stops, so that clients come back', async () => {
    world.signIn('sid=ada', () => member(world.studios.ink));
    const tab = open({ cookie: 'sid=ada' });
    await tab.settled();
    await world.router.stop();
    expect(await tab.closed).toBe(1012);
  });
});

describe('an upgrade', () => {
  test('from a foreign page is refused, by Origin and by Host', async () => {
    const { host } = new URL(world.url);
    expect(await upgrade({ host, origin: world.url })).toBe(101);
    expect(await upgrade({ host, origin: 'https://evil.example' })).toBe(403);
    expect(await upgrade({ host, origin: 'null' })).toBe(403);
    expect(await upgrade({ host: 'evil.example', origin: 'http://evil.example' })).toBe(403);
  });

  test.each(['/elsewhere', '//', 'http://['])('at %s is told that there is nothing, and others go on', async (path) => {
    const { host } = new URL(world.url);
    expect(await upgrade({ host, origin: world.url }, path)).toBe(404);
    expect(await upgrade({ host, origin: world.url })).toBe(101);
  });
});
