import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { aProject, aScene, ids, type Scene, say } from '../support/scene.ts';
import { type Stream, subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

interface Live {
  __typename: 'Changed' | 'Dropped' | 'Resync';
  id?: string;
  node?: { id: string; kind?: string; readAt?: string | null; name?: string } | null;
}

let redis: TestRedis;
let world: World;
/** A second router of the same installation. */
let other: World;
let scene: Scene;
const open = new Set<Stream<never>>();

beforeAll(async () => {
  redis = await startRedis();
  world = await startWorld({ redisUrl: redis.url });
  other = await startWorld({ redisUrl: redis.url, beside: world });
  scene = await aScene(world);
}, 60_000);
afterEach(async () => {
  await Promise.all([...open].map((stream) => stream.close()));
  open.clear();
});
afterAll(async () => {
  await other?.stop();
  await world?.stop();
  await redis.stop();
});

function listen<T>(person: Person, document: string, variables: Record<string, unknown> = {}): Stream<T> {
  const stream = subscribe<T>(person, document, variables);
  open.add(stream as Stream<never>);
  return stream;
}

describe('who is there', () => {
  const WHO = 'subscription ($id: ID!) { projectPresence(id: $id) { people { ... on Member { id } ... on Contact { id } } } }';
  const present = (person: Person) => listen<{ people: { id: string }[] }>(person, WHO, { id: scene.projectId });
  /** Waits until exactly these are there. */
  const areThere = (stream: Stream<{ people: { id: string }[] }>, ...people: string[]) =>
    stream.until((value) => JSON.stringify(value.people.map(({ id }) => id).sort()) === JSON.stringify([...people].sort()));

  test('is seen over both routers, the contact too, each once whatever the number of tabs, until the last tab is closed', async () => {
    const theo = present(scene.colleague);
    await areThere(theo, ids.theo);
    const petra = present(scene.contact.at(other.url));
    await Promise.all([areThere(theo, ids.theo, ids.contact), areThere(petra, ids.theo, ids.contact)]);
    const second = present(scene.colleague.at(other.url));
    await areThere(second, ids.theo, ids.contact);
    const guest = present(scene.guest);
    // The first to be told of the guest hear of one Theo.
    await Promise.all([theo, petra, second].map((stream) => areThere(stream, ids.theo, ids.contact, ids.guest)));
    await theo.close();
    await guest.close();
    await Promise.all([petra, second].map((stream) => areThere(stream, ids.theo, ids.contact)));
    await petra.close();
    expect((await second.next()).people).toEqual([{ id: ids.theo }]);
  });

  test('is seen over both routers again as soon as Redis is back, who came meanwhile too', async () => {
    const theo = present(scene.colleague);
    const petra = present(scene.contact.at(other.url));
    await Promise.all([theo, petra].map((stream) => areThere(stream, ids.theo, ids.contact)));
    await redis.kill();
    const guest = present(scene.guest.at(other.url));
    await Promise.all([petra, guest].map((stream) => areThere(stream, ids.theo, ids.contact, ids.guest)));
    await redis.start();
    await areThere(theo, ids.theo, ids.contact, ids.guest);
    await Promise.all([petra, guest].map((stream) => stream.close()));
    await areThere(theo, ids.theo);
    await theo.close();
  });

  test('is not told to whoever was shut out meanwhile, nor are they there any more', async () => {
    const { owner, projectId } = scene;
    const theo = present(scene.colleague);
    const client = present(scene.contact);
    await Promise.all([areThere(theo, ids.theo, ids.contact), areThere(client, ids.theo, ids.contact)]);
    await owner.get('mutation ($input: UnshareProjectInput!) { unshareProject(input: $input) { __typename } }', {
      input: { projectId, contactId: ids.contact },
    });
    expect(await client.ended).toEqual(expect.anything());
    await areThere(theo, ids.theo);
    await owner.get('mutation ($input: ShareProjectInput!) { shareProject(input: $input) { __typename } }', {
      input: { projectId, contactId: ids.contact },
    });
  });
});

test('a mention reaches its person live, and reading it their other screens', async () => {
  const document =
    'subscription { notificationsChanged { __typename ... on Changed { node { id ... on Notification { kind readAt } } } } }';
  const screen = listen<Live>(scene.colleague.at(other.url), document);
  const stranger = listen<Live>(scene.guest, document);
  const told = await untilHeard(screen, () => say(scene.owner, scene.projectId, `@[Theo](${ids.theo}) please look.`));
  expect(told).toMatchObject({ __typename: 'Changed', node: { kind: 'MENTIONED', readAt: null } });
  await scene.colleague.get('mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { __typename } }', {
    input: { ids: [told.node?.id] },
  });
  await screen.until(({ node }) => node?.id === told.node?.id && typeof node?.readAt === 'string');
  // What comes to the guest first is their own.
  const own = await untilHeard(stranger, () => say(scene.owner, scene.projectId, `@[Marisol](${ids.guest}) and you too.`));
  expect(own.node?.id).not.toBe(told.node?.id);
});

test('lists of projects hear of new ones; a guest hears of what they were let into only', async () => {
  const document =
    'subscription { projectsChanged { __typename ... on Changed { node { id ... on Project { name } } } ... on Dropped { id } } }';
  const theo = listen<Live>(scene.colleague.at(other.url), document);
  const guest = listen<Live>(scene.guest, document);
  const first = await untilHeard(theo, () => aProject(scene.owner, 'For the team'));
  expect(first.node?.name).toBe('For the team');
  const id = await aProject(scene.owner, 'For the guest too');
  const shown = await untilHeard(guest, async () => {
    for (const mutation of ['revokeProjectGrant', 'grantProject']) {
      const input = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      await scene.owner.get(`mutation ($input: ${input}!) { ${mutation}(input: $input) { __typename } }`, {
        input: { projectId: id, memberId: ids.guest },
      });
    }
  });
  expect(shown.__typename === 'Changed' ? shown.node?.id : shown.id).toBe(id);
});

/** Does it until the stream says something: a subscription takes a moment to reach Redis. */
async function untilHeard<T>(stream: Stream<T>, doIt: () => Promise<unknown>): Promise<T> {
  const heard = stream.next();
  let isHeard = false;
  const done = heard.then(
    () => {
      isHeard = true;
    },
    () => {
      isHeard = true;
    },
  );
  while (!isHeard) {
    await doIt();
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 250))]);
  }
  return heard;
}
