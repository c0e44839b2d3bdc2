import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { aScene, idOf, ids, type Scene } from '../support/scene.ts';
import { type Stream, subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

interface Live {
  __typename: 'Changed' | 'Dropped' | 'Resync';
  id?: string;
  node?: { id: string; role?: string; name?: string } | null;
}

const CHANGES = `subscription ($after: Int) { studioChanged(after: $after) {
  __typename
  ... on Changed { node { id ... on Member { role } ... on Studio { name } } }
  ... on Dropped { id }
} }`;
const STUDIO = idOf('Studio', 'studio:northlight');

let world: World;
let scene: Scene;
let kenji: Person;
const open = new Set<Stream<Live>>();

beforeAll(async () => {
  world = await startWorld();
  scene = await aScene(world);
  kenji = await world.signIn('kenji@northlight.example', 'northlight');
}, 60_000);
afterEach(async () => {
  await Promise.all([...open].map((stream) => stream.close()));
  open.clear();
});
afterAll(() => world.stop());

async function watch(person: Person): Promise<Stream<Live>> {
  // From before the first change: the stream begins by saying that it runs.
  const stream = subscribe<Live>(person, CHANGES, { after: -1 });
  open.add(stream);
  expect((await stream.next()).__typename).toBe('Resync');
  return stream;
}

/** Something that everybody in the studio hears of: who has heard nothing before it was told nothing. */
async function rename(owner: Person, name: string): Promise<void> {
  const { studio } = await owner.get<{ studio: { version: number } }>('{ studio { version } }');
  await change(owner, 'updateStudio', { expectedVersion: studio.version, name });
}

async function change(person: Person, mutation: string, input: object): Promise<void> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const answer = await person.get<Record<string, { __typename: string }>>(
    `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename } }`,
    { input },
  );
  expect(answer[mutation]?.__typename).toBe(`${type}Success`);
}

test('a changed role reaches the person and the team, but not a client', async () => {
  const [own, colleague, contact] = await Promise.all([kenji, scene.colleague, scene.contact].map(watch));
  await change(scene.owner, 'changeMemberRole', { id: ids.kenji, role: 'MANAGER' });
  for (const stream of [own, colleague]) expect((await stream?.next())?.node).toMatchObject({ id: ids.kenji, role: 'MANAGER' });
  await rename(scene.owner, 'Northlight Studio');
  expect((await contact?.next())?.node).toMatchObject({ id: STUDIO, name: 'Northlight Studio' });
});

test('what somebody changes of their account reaches their own pages in each of their studios, and nobody else', async () => {
  const { guest, colleague, owner } = scene;
  const [here, there, other] = await Promise.all([guest, guest.inStudio('studio-marisol'), colleague].map(watch));
  await change(guest, 'updateProfile', { name: 'Marisol V.' });
  expect((await here?.next())?.node).toMatchObject({ id: ids.guest });
  expect((await there?.next())?.node).toMatchObject({ id: idOf('Member', 'member:marisol') });
  await rename(owner, 'Northlight');
  expect((await other?.next())?.node).toMatchObject({ id: STUDIO });
});

test('what only some may see is told to them alone, also when it is gone; another studio hears nothing', async () => {
  const { guest, colleague, owner } = scene;
  const [admin, manager, elsewhere] = await Promise.all([colleague, kenji, guest.inStudio('studio-marisol')].map(watch));
  await change(owner, 'createApiKey', { name: 'Website', scopes: ['STUDIO_READ'] });
  const { node } = (await admin?.next()) ?? {};
  expect(node?.id).toMatch(/^api_key_/);
  await change(owner, 'revokeApiKey', { id: node?.id });
  await rename(owner, 'Northlight Studio');
  for (const stream of [admin, manager]) expect((await stream?.next())?.node).toMatchObject({ id: STUDIO });
  await change(guest, 'updateProfile', { name: 'Marisol Vega' });
  expect((await elsewhere?.next())?.node).toMatchObject({ id: idOf('Member', 'member:marisol') });
});

test('what changes between an answer and the stream that begins where it ended is told', async () => {
  const { studio } = await kenji.get<{ studio: { liveVersion: number } }>('{ studio { liveVersion } }');
  await rename(scene.owner, 'Northlight Meanwhile');
  const stream = subscribe<Live>(kenji, CHANGES, { after: studio.liveVersion });
  open.add(stream);
  expect((await stream.next()).node).toEqual({ id: STUDIO, name: 'Northlight Meanwhile' });
});
