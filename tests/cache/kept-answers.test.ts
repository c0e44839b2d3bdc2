import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { aProject, aScene, aTask, ids, type Scene, say } from '../support/scene.ts';
import { startWorld, type World } from '../support/world.ts';

let redis: TestRedis;
let world: World;
/** A second process of the same installation. */
let other: World;
let scene: Scene;

beforeAll(async () => {
  redis = await startRedis();
  world = await startWorld({ redisUrl: redis.url });
  other = await startWorld({ redisUrl: redis.url, beside: world });
  scene = await aScene(world);
}, 60_000);
afterAll(async () => {
  await other?.stop();
  await world?.stop();
  await redis.stop();
});

const PROJECT =
  'query ($id: ID!) { node(id: $id) { ... on Project { name client { name } progress { total done } comments(first: 1) { totalCount } } } }';
const NAMES = '{ projects(first: 50) { nodes { id name } } }';

async function rename(person: Person, id: string, name: string): Promise<void> {
  const { node } = await person.get<{ node: { version: number } }>('query ($id: ID!) { node(id: $id) { ... on Project { version } } }', {
    id,
  });
  await change('updateProject', 'UpdateProject', { id, name, expectedVersion: node.version }, person);
}
const nameOf = async (person: Person, id: string) => (await person.get<{ node: { name: string } }>(PROJECT, { id })).node.name;

async function change(field: string, type: string, input: Record<string, unknown>, person: Person = scene.owner): Promise<void> {
  const document = `mutation ($input: ${type}Input!) { ${field}(input: $input) { __typename } }`;
  expect(await person.get(document, { input })).toEqual({ [field]: { __typename: `${type}Success` } });
}

/** What a question costs: statements of all subgraphs of the process. */
async function statements(at: World, ask: () => Promise<unknown>): Promise<number> {
  const before = at.stack.stats().statements;
  await ask();
  return at.stack.stats().statements - before;
}

describe('a question that was asked before', () => {
  test('is answered without a statement while nothing changes, at each router once it has asked', async () => {
    const there = scene.owner.at(other.url);
    for (const [at, person] of [
      [world, scene.owner],
      [other, there],
    ] as const) {
      // The first brings the studio's versions into being, the second is kept.
      await person.get(NAMES);
      await person.get(NAMES);
      expect(await statements(at, () => person.get(NAMES))).toBe(0);
    }
  });

  test('shows every change that was answered before it, at the router of the change and at the other', async () => {
    const there = scene.owner.at(other.url);
    for (let round = 1; round <= 40; round += 1) {
      const [here, away] = round % 2 === 0 ? [scene.owner, there] : [there, scene.owner];
      await rename(here, scene.projectId, `Posters, version ${round}`);
      expect(await Promise.all([nameOf(away, scene.projectId), nameOf(here, scene.projectId)])).toEqual(
        Array(2).fill(`Posters, version ${round}`),
      );
    }
  });

  test('shows changes of every domain, a person’s own name in studios where they did not change it too', async () => {
    const there = scene.owner.at(other.url);
    const read = async () => (await there.get<{ node: Record<string, never> }>(PROJECT, { id: scene.projectId })).node;
    const task = await aTask(scene.owner, scene.projectId, { assigneeId: ids.theo });
    expect(await read()).toMatchObject({ progress: { total: 1, done: 0 } });
    await change('completeTask', 'CompleteTask', { id: task.id });
    expect(await read()).toMatchObject({ progress: { total: 1, done: 1 } });
    await say(scene.colleague, scene.projectId, 'Done.');
    expect(await read()).toMatchObject({ comments: { totalCount: 1 } });
    const { client } = await scene.owner.get<{ client: { version: number } }>(
      'query ($id: ID!) { client: node(id: $id) { ... on Client { version } } }',
      {
        id: ids.client,
      },
    );
    await change('updateClient', 'UpdateClient', { id: ids.client, expectedVersion: client.version, name: 'Lowtide Festival of the Sea' });
    expect(await read()).toMatchObject({ client: { name: 'Lowtide Festival of the Sea' } });

    const assignee = 'query ($id: ID!) { node(id: $id) { ... on Task { assignee { ... on Member { name } } } } }';
    const theo = async () => (await there.get<{ node: { assignee: { name: string } } }>(assignee, { id: task.id })).node.assignee.name;
    await theo();
    await change('updateProfile', 'UpdateProfile', { name: 'Theo of the Pier' }, scene.colleague);
    expect(await theo()).toBe('Theo of the Pier');
  });

  test('is answered to each person for themselves', async () => {
    const hidden = await aProject(scene.owner, 'Not for guests');
    const names = async (person: Person) =>
      (await person.get<{ projects: { nodes: { id: string }[] } }>(NAMES)).projects.nodes.map(({ id }) => id);
    for (let round = 0; round < 3; round += 1) {
      expect(await names(scene.owner)).toContain(hidden);
      expect(await names(scene.guest)).not.toContain(hidden);
      expect(await names(scene.guest)).toContain(scene.projectId);
    }
  });

  test('is answered anew while Redis is away, and kept again when it is back', async () => {
    const there = scene.owner.at(other.url);
    await nameOf(there, scene.projectId);
    await redis.kill();
    await rename(scene.owner, scene.projectId, 'Without Redis');
    expect(await nameOf(there, scene.projectId)).toBe('Without Redis');
    await redis.start();
    await rename(scene.owner, scene.projectId, 'With Redis again');
    expect(await nameOf(there, scene.projectId)).toBe('With Redis again');
    let cost = Number.POSITIVE_INFINITY;
    while (cost > 0) cost = await statements(other, () => nameOf(there, scene.projectId));
    await rename(scene.owner, scene.projectId, 'And once more');
    expect(await nameOf(there, scene.projectId)).toBe('And once more');
  }, 30_000);
});
