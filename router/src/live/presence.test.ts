import { createMemoryBus } from '@atelier/service-kit/activity';
import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openTab, type Tab } from '../testing/clients.ts';
import { createWorld, member, type World } from '../testing/world.ts';
import { createPresence } from './presence.ts';

let world: World;
let project: string;
const tabs: Tab[] = [];
const query = 'subscription ($id: ID!) { projectPresence(id: $id) { people { ... on Member { name } ... on Contact { name } } } }';
const people = (...names: string[]) => ({ data: { projectPresence: { people: names.map((name) => ({ name })) } } });

/** A member with a name, signed in by a cookie. */
function aMember(name: string, seenBy: ((viewer: Viewer) => boolean) | null = null): string {
  const id = world.add('Member', 'ink', { name }, seenBy);
  world.signIn(name, () => viewers.get(name) ?? { kind: 'anonymous' });
  viewers.set(name, member(world.studios.ink, 'artist', decodeId(id, 'Member')));
  return name;
}
const viewers = new Map<string, Viewer>();
const open = (cookie: string) => {
  const tab = openTab(world, { cookie, studio: 'ink' });
  tabs.push(tab);
  return tab;
};

beforeEach(async () => {
  world = await createWorld();
  project = world.add('Project', 'ink', { name: 'Poster' });
});
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((each) => each.close()));
  await world.stop();
});

describe('presence', () => {
  test('names whoever holds it open, and tells the others who comes and goes', async () => {
    const ada = open(aMember('Ada')).read(query, { id: project });
    expect(await ada.next()).toEqual(people('Ada'));
    const ben = open(aMember('Ben')).read(query, { id: project });
    expect(await ben.next()).toEqual(people('Ada', 'Ben'));
    expect(await ada.next()).toEqual(people('Ada', 'Ben'));
    ben.end();
    expect(await ada.next()).toEqual(people('Ada'));
  });

  test('counts several tabs of one person once, until the last is gone', async () => {
    const ada = open(aMember('Ada')).read(query, { id: project });
    expect(await ada.next()).toEqual(people('Ada'));
    const [first, second] = [open(aMember('Ben')), open('Ben')];
    expect(await first.read(query, { id: project }).next()).toEqual(people('Ada', 'Ben'));
    expect(await second.read(query, { id: project }).next()).toEqual(people('Ada', 'Ben'));
    await first.close();
    await second.settled();
    await second.close();
    expect([await ada.next(), await ada.next()]).toEqual([people('Ada', 'Ben'), people('Ada')]);
    expect(ada.rest()).toEqual([]);
  });

  test('leaves out people whom the viewer may not see', async () => {
    const ada = open(aMember('Ada', (viewer) => viewer.kind === 'user')).read(query, { id: project });
    expect(await ada.next()).toEqual(people('Ada'));
    const contact = world.add('Contact', 'ink', { name: 'Cleo' });
    const cleo: Viewer = { kind: 'contact', contactId: decodeId(contact, 'Contact'), sessionId: uuidv7(), studioId: world.studios.ink };
    world.signIn('Cleo', () => cleo);
    const stream = open('Cleo').read(query, { id: project });
    expect(await stream.next()).toEqual(people('Cleo'));
    expect(await ada.next()).toEqual(people('Ada', 'Cleo'));
    const ben = open(aMember('Ben', (viewer) => viewer.kind === 'user')).read(query, { id: project });
    await ben.next();
    expect(await ada.next()).toEqual(people('Ada', 'Cleo', 'Ben'));
    await open(aMember('Dan')).read(query, { id: project }).next();
    expect(await stream.next()).toEqual(people('Cleo', 'Dan'));
  });

  test('of a project that the viewer may not read is NOT_FOUND', async () => {
    const stream = open(aMember('Ada')).read(query, { id: encodeId('Project', uuidv7()) });
    expect(await stream.ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('reaches over routers, and forgets the people of one that stopped', async () => {
    const bus = createMemoryBus();
    const now = () => new Date();
    const [here, there] = [createPresence({ bus, now }), createPresence({ bus, now })];
    const [ada, ben] = [
      { kind: 'member' as const, id: uuidv7() },
      { kind: 'member' as const, id: uuidv7() },
    ];
    const first = here.watch('project:x', 's', ada, () => {});
    const second = there.watch('project:x', 's', ben, () => {});
    while (second.people().length < 2 || first.people().length < 2) await new Promise(setImmediate);
    expect(first.people()).toEqual([ada, ben]);
    expect(second.people()).toEqual([ben, ada]);
    there.stop();
    while (first.people().length > 1) await new Promise(setImmediate);
    expect(first.people()).toEqual([ada]);
    here.stop();
  });
});
