import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { aProject, aScene, aTask, ids, liveVersion, type Scene, say, updateTask } from '../support/scene.ts';
import { type Stream, subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

interface Live {
  __typename: 'Changed' | 'Dropped' | 'Resync';
  version: number;
  id?: string;
  node?: { __typename: string; id: string; title?: string; status?: string; body?: string; name?: string } | null;
}

const CHANGES = `subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) { __typename
  ... on Changed { version node { __typename id ... on Task { title status } ... on Comment { body } ... on Project { name } } }
  ... on Dropped { version id } ... on Resync { version } } }`;

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

describe.each(['in one process', 'from one router to another over Redis'])('live %s', (where) => {
  let world: World;
  let other: World | null = null;
  let scene: Scene;
  const streams: Stream<Live>[] = [];
  /** Somebody who looks on by the other router, where there is one. */
  const there = (person: Person) => (other ? person.at(other.url) : person);
  const watch = async (person: Person, projectId = scene.projectId, after?: number) => {
    const stream = subscribe<Live>(there(person), CHANGES, { id: projectId, after: after ?? (await liveVersion(scene.owner, projectId)) });
    streams.push(stream);
    return stream;
  };

  beforeAll(async () => {
    const isOne = where === 'in one process';
    world = await startWorld(isOne ? {} : { redisUrl: redis.url });
    other = isOne ? null : await startWorld({ redisUrl: redis.url, beside: world });
    scene = await aScene(world);
  }, 60_000);
  afterAll(async () => {
    await Promise.all(streams.map((stream) => stream.close()));
    await other?.stop();
    await world.stop();
  });

  test('what one person does to a task reaches a colleague, the guest and the contact, in order', async () => {
    const { owner, projectId, colleague, guest, contact } = scene;
    const screens = await Promise.all([colleague, guest, contact].map((person) => watch(person)));
    /** Every screen shows it: at once or, where events came close together, with a later one. */
    const seen = async (isIt: (node: NonNullable<Live['node']>) => boolean) => {
      for (const screen of screens)
        versions.push((await screen.until(({ node }) => node !== null && node !== undefined && isIt(node))).version);
    };
    const versions: number[] = [];
    const task = await aTask(owner, projectId, { visibility: 'CLIENT' });
    await seen(({ id, status }) => id === task.id && status === 'TODO');
    await owner.get('mutation ($input: MoveTaskInput!) { moveTask(input: $input) { __typename } }', {
      input: { id: task.id, expectedPlaceVersion: task.placeVersion, status: 'IN_PROGRESS' },
    });
    await seen(({ id, status }) => id === task.id && status === 'IN_PROGRESS');
    await updateTask(owner, task.id, { title: 'Draw three gulls' });
    await seen(({ id, title }) => id === task.id && title === 'Draw three gulls');
    await say(owner, projectId, 'They may look hungry.', { taskId: task.id, visibility: 'CLIENT' });
    await seen(({ body }) => body === 'They may look hungry.');
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  test('what the contact says reaches the team', async () => {
    const screen = await watch(scene.colleague);
    await say(scene.contact, scene.projectId, 'Lovely.');
    expect((await screen.until(({ node }) => node?.__typename === 'Comment')).node?.body).toBe('Lovely.');
  });

  test('nothing of a team-only task reaches the contact: neither the task nor what is said about it', async () => {
    const { owner, projectId, contact } = scene;
    const screen = await watch(contact);
    const hidden = await aTask(owner, projectId, { title: 'Ask for more money', visibility: 'TEAM' });
    await updateTask(owner, hidden.id, { title: 'Ask for much more money' });
    await say(owner, projectId, 'Not before Friday.', { taskId: hidden.id, visibility: 'TEAM' });
    const shown = await aTask(owner, projectId, { title: 'Order paper', visibility: 'CLIENT' });
    const first = await screen.until(({ node }) => node?.__typename !== 'Project');
    expect(first.node?.id).toBe(shown.id);
  });

  test('a task that becomes team-only is dropped for the contact and changed for the guest; shown again, it comes back', async () => {
    const { owner, projectId, guest, contact } = scene;
    const task = await aTask(owner, projectId, { visibility: 'CLIENT' });
    const [client, subcontractor] = await Promise.all([watch(contact), watch(guest)]);
    await updateTask(owner, task.id, { visibility: 'TEAM' });
    expect(await client.next()).toEqual({ __typename: 'Dropped', version: expect.any(Number), id: task.id });
    expect(await subcontractor.next()).toMatchObject({ __typename: 'Changed', node: { id: task.id } });
    await updateTask(owner, task.id, { visibility: 'CLIENT' });
    expect(await client.next()).toMatchObject({ __typename: 'Changed', node: { id: task.id, title: 'Draw the gulls' } });
  });

  test('a task in the trash is dropped for the contact', async () => {
    const { owner, projectId, contact } = scene;
    const task = await aTask(owner, projectId, { visibility: 'CLIENT' });
    const client = await watch(contact);
    await owner.get('mutation ($input: TrashTaskInput!) { trashTask(input: $input) { __typename } }', { input: { id: task.id } });
    expect(await client.next()).toMatchObject({ __typename: 'Dropped', id: task.id });
  });

  test('a guest without a grant and a contact without a share cannot listen', async () => {
    const projectId = await aProject(scene.owner, 'A secret project');
    for (const person of [scene.guest, scene.contact]) {
      const screen = await watch(person, projectId);
      expect(await screen.ended).toEqual(['NOT_FOUND']);
    }
  });

  test('whoever is shut out is told that the project is gone, and then no more', async () => {
    const { owner, guest, contact } = await aScene(world);
    const projectId = await aProject(owner, 'A short project');
    await owner.get(
      `mutation ($grant: GrantProjectInput!, $share: ShareProjectInput!) { grantProject(input: $grant) { __typename } shareProject(input: $share) { __typename } }`,
      { grant: { projectId, memberId: ids.guest }, share: { projectId, contactId: ids.contact } },
    );
    const [subcontractor, client] = await Promise.all([watch(guest, projectId), watch(contact, projectId)]);
    await say(owner, projectId, 'Welcome.', { visibility: 'CLIENT' });
    for (const stream of [subcontractor, client]) await stream.until(({ node }) => node?.body === 'Welcome.');
    await owner.get('mutation ($input: RevokeProjectGrantInput!) { revokeProjectGrant(input: $input) { __typename } }', {
      input: { projectId, memberId: ids.guest },
    });
    await owner.get('mutation ($input: UnshareProjectInput!) { unshareProject(input: $input) { __typename } }', {
      input: { projectId, contactId: ids.contact },
    });
    for (const stream of [subcontractor, client]) {
      expect(await stream.until(({ __typename }) => __typename === 'Dropped')).toMatchObject({ id: projectId });
      expect(await stream.ended).toEqual([]);
    }
  });

  test('what happened while a screen was away comes first, each once and in order', async () => {
    const { owner, projectId, colleague } = scene;
    const before = await liveVersion(owner, projectId);
    const missed = [await aTask(owner, projectId, { title: 'One' }), await aTask(owner, projectId, { title: 'Two' })];
    const screen = await watch(colleague, projectId, before);
    const come: Live[] = [];
    const isTask = ({ node }: Live) => node?.__typename === 'Task';
    for (const _ of missed) come.push(await screen.until(isTask));
    const now = await aTask(owner, projectId, { title: 'Three' });
    come.push(await screen.until(isTask));
    expect(come.map(({ node }) => node?.id)).toEqual([...missed, now].map(({ id }) => id));
    const versions = come.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  test('a screen that was away too long, or missed too much, is told to fetch anew', async () => {
    const { owner, colleague } = scene;
    const projectId = await aProject(owner, 'An old project');
    await aTask(owner, projectId);
    const last = await liveVersion(owner, projectId);
    await world.db.admin.query(
      `update projects.activity set at = at - interval '25 hours' where subject_id in (select id from projects.projects where name = 'An old project')`,
    );
    const late = await watch(colleague, projectId, 0);
    expect(await late.next()).toMatchObject({ __typename: 'Resync' });

    await world.db.admin.query(
      `insert into projects.activity (studio_id, id, subject_type, subject_id, version, at, typename, entity_id, verb, actor_kind, audience_before, audience_after)
       select studio_id, gen_random_uuid(), subject_type, subject_id, $2::int + n, now(), 'Project', subject_id, 'project.updated', 'system', '{team}', '{team}'
       from generate_series(1, 600) n, (select distinct studio_id, subject_type, subject_id from projects.activity a
         where subject_id in (select id from projects.projects where name = $1)) s`,
      ['An old project', last],
    );
    await world.db.admin.query(
      `update projects.activity_subjects set version = version + 600 where id in (select id from projects.projects where name = 'An old project')`,
    );
    const behind = await watch(colleague, projectId, last);
    expect(await behind.next()).toMatchObject({ __typename: 'Resync' });
    // The stream goes on.
    const task = await aTask(owner, projectId);
    expect((await behind.until(({ node }) => node?.__typename === 'Task')).node?.id).toBe(task.id);
  });
});
