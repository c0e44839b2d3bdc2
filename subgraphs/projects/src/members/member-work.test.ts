import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { apiKey, contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { makeProject, startProjects } from '../testing/projects.ts';
import { makeTask, run, say, seenTask, until } from '../testing/tasks.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
let studioId: string;
let owner: Viewer;
beforeAll(async () => {
  domain = await startProjects();
});
beforeEach(() => {
  studioId = uuidv7();
  owner = member('owner', studioId);
});
afterAll(() => domain.stop());

function aMember(role = 'ARTIST') {
  const uuid = uuidv7();
  domain.world.members.set(uuid, role);
  return { uuid, id: encodeId('Member', uuid), viewer: member(role === 'GUEST' ? 'guest' : 'artist', studioId, uuid) };
}

const workOf = async (viewer: Viewer, { id }: { id: string }) =>
  (await domain.entity(viewer, 'Member', id, '{ work { openTasks openProjects doneTasks comments } }'))?.work;

const tell = (data: Record<string, unknown>, id = uuidv7()) =>
  domain.subgraph.deliver({ id, type: 'member.removed', source: 'accounts', studioId, at: '2026-11-22T09:30:00Z', data });
const assigneeOf = async ({ id }: { id: string }) => (await seenTask(domain, owner, id))?.assignee?.id ?? null;

test('what a member has to do is counted, by projects too, and what they made', async () => {
  const someone = aMember();
  const [first, second, archived] = [await makeProject(domain, owner), await makeProject(domain, owner), await makeProject(domain, owner)];
  const give = (projectId: string, more: Record<string, unknown> = {}) =>
    makeTask(domain, owner, projectId, { assigneeId: someone.id, ...more });
  await give(first.id);
  await give(first.id);
  await give(second.id);
  await give(second.id, { status: 'DONE' });
  await give(archived.id);
  await domain.ask(owner, 'mutation ($id: ID!) { archiveProject(input: { id: $id, archived: true }) { __typename } }', { id: archived.id });
  const trashed = await give(first.id);
  await run(domain, owner, 'trashTask', { id: trashed.id });
  await say(domain, someone.viewer, first.id);
  expect(await workOf(owner, someone)).toEqual({ openTasks: 3, openProjects: 2, doneTasks: 1, comments: 1 });
  expect(await workOf(owner, aMember())).toBeNull();
});

test('only who manages members sees it, and the member', async () => {
  const someone = aMember();
  const { id } = await makeProject(domain, owner);
  await makeTask(domain, owner, id, { assigneeId: someone.id });
  for (const viewer of [owner, member('admin', studioId), someone.viewer])
    expect(await workOf(viewer, someone)).toMatchObject({ openTasks: 1 });
  const others = [member('manager', studioId), aMember().viewer, aMember('GUEST').viewer, contact(studioId, uuidv7())];
  for (const viewer of [...others, apiKey(studioId, 'projects:read'), member('owner', uuidv7())])
    expect(await workOf(viewer, someone)).toBeNull();
});

test('the work of many members is one statement', async () => {
  const { id } = await makeProject(domain, owner);
  const people = [aMember(), aMember(), aMember()];
  for (const { id: assigneeId } of people) await makeTask(domain, owner, id, { assigneeId });
  const cost = async (of: { id: string }[]) => {
    const before = domain.subgraph.stats().statements;
    await domain.ask(owner, 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { work { openTasks } } } }', {
      of: of.map((each) => ({ __typename: 'Member', id: each.id })),
    });
    return domain.subgraph.stats().statements - before;
  };
  expect(await cost(people)).toBe(await cost(people.slice(0, 1)));
});

test('open tasks of who is gone go to the member who takes them on, once; what is done stays', async () => {
  const [gone, next] = [aMember(), aMember()];
  const { id } = await makeProject(domain, owner);
  const open = await makeTask(domain, owner, id, { assigneeId: gone.id });
  const done = await makeTask(domain, owner, id, { assigneeId: gone.id, status: 'DONE' });
  domain.world.members.delete(gone.uuid);
  domain.heard.length = 0;
  const eventId = uuidv7();
  await tell({ memberId: gone.uuid, tasksTo: next.uuid }, eventId);
  expect([await assigneeOf(open), await assigneeOf(done)]).toEqual([next.id, gone.id]);
  // Somebody gives it to a third person; the event that comes once more takes nothing from them.
  const third = aMember();
  const { version } = (await seenTask(domain, owner, open.id)) ?? { version: 0 };
  await run(domain, owner, 'updateTask', { id: open.id, expectedVersion: version, assigneeId: third.id });
  await tell({ memberId: gone.uuid, tasksTo: next.uuid }, eventId);
  expect(await assigneeOf(open)).toBe(third.id);
});

test('tasks are nobody’s when who should take them on is gone too, or sees few projects by now', async () => {
  const { id } = await makeProject(domain, owner);
  for (const role of [null, 'GUEST']) {
    const [gone, next] = [aMember(), aMember()];
    const task = await makeTask(domain, owner, id, { assigneeId: gone.id });
    if (role === null) domain.world.members.delete(next.uuid);
    else domain.world.members.set(next.uuid, role);
    await tell({ memberId: gone.uuid, tasksTo: next.uuid });
    expect(await assigneeOf(task)).toBeNull();
  }
});

test('two who leave one after the other leave no task with somebody who is gone, in whichever order it is heard', async () => {
  const { id } = await makeProject(domain, owner);
  for (const inOrder of [true, false]) {
    const [first, second, third] = [aMember(), aMember(), aMember()];
    const tasks = [
      await makeTask(domain, owner, id, { assigneeId: first.id }),
      await makeTask(domain, owner, id, { assigneeId: second.id }),
    ];
    for (const { uuid } of [first, second]) domain.world.members.delete(uuid);
    const events = [
      { memberId: first.uuid, tasksTo: second.uuid },
      { memberId: second.uuid, tasksTo: third.uuid },
    ];
    for (const data of inOrder ? events : events.reverse()) await tell(data);
    const left = await Promise.all(tasks.map(assigneeOf));
    expect(left).toEqual([null, third.id]);
  }
});

test('who leaves while tasks are being handed to them passes these on, too', async () => {
  const { id } = await makeProject(domain, owner);
  const [first, second, third] = [aMember(), aMember(), aMember()];
  const task = await makeTask(domain, owner, id, { assigneeId: first.id });
  const waiting = async () =>
    (await domain.db.admin.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = $1`, [domain.db.name]))
      .rowCount;
  const busy = await domain.db.admin.connect();
  try {
    // Somebody else works in the project: the first handover waits, after it has asked whether the second is still there.
    await busy.query('begin');
    await busy.query('select from projects.projects where id = $1 for update', [decodeId(id, 'Project')]);
    domain.world.members.delete(first.uuid);
    const one = tell({ memberId: first.uuid, tasksTo: second.uuid });
    await until(domain, async () => (await waiting()) === 1);
    domain.world.members.delete(second.uuid);
    const two = tell({ memberId: second.uuid, tasksTo: third.uuid });
    await Promise.race([two, until(domain, async () => (await waiting()) === 2)]);
    await busy.query('commit');
    await Promise.all([one, two]);
  } finally {
    busy.release();
  }
  expect(await assigneeOf(task)).toBe(third.id);
});
