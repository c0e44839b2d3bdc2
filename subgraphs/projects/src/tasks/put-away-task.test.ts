import { decodeId, uuidv7 } from '@atelier/service-kit/ids';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aContact, makeProject, share, startProjects } from '../testing/projects.ts';
import { boardOf, did, makeTask, run, runJob, say, seenTask, until } from '../testing/tasks.ts';

const studioId = uuidv7();
const mara = member('artist', studioId);

let domain: Awaited<ReturnType<typeof startProjects>>;
let projectId: string;
let client: ReturnType<typeof aContact>;

beforeAll(async () => {
  domain = await startProjects();
  projectId = (await makeProject(domain, mara)).id;
  client = aContact(domain.world);
  await share(domain, mara, projectId, client.id);
});
afterAll(() => domain.stop());

const kim = () => contact(studioId, client.uuid);
const titles = async (filter: string) => {
  const project = await domain.entity(mara, 'Project', projectId, `{ tasks(filter: ${filter}) { nodes { title } } }`);
  return ((project?.tasks ?? { nodes: [] }) as { nodes: { title: string }[] }).nodes.map((task) => task.title);
};

describe('an archived task', () => {
  test("leaves the board and comes back, and stays the client's to see", async () => {
    const { id } = await makeTask(domain, mara, projectId, { title: 'Put away' });
    expect((await did(domain, mara, 'archiveTask', { id })).archivedAt).not.toBeNull();
    expect((await boardOf(domain, mara, projectId)).TODO).not.toContain('Put away');
    expect(await titles('{ archived: true }')).toEqual(['Put away']);
    expect(await seenTask(domain, kim(), id)).not.toBeNull();
    expect((await did(domain, mara, 'archiveTask', { id })).version).toBe(2);
    expect((await did(domain, mara, 'archiveTask', { id, archived: false })).archivedAt).toBeNull();
    expect((await boardOf(domain, mara, projectId)).TODO).toContain('Put away');
  });
});

describe('a task in the trash', () => {
  test('is dropped from every screen, and the client sees it no more', async () => {
    const { id } = await makeTask(domain, mara, projectId, { title: 'Thrown away' });
    expect((await did(domain, mara, 'trashTask', { id })).trashedAt).not.toBeNull();
    expect(domain.published.at(-1)).toMatchObject({ id: decodeId(id, 'Task'), audienceBefore: ['team', 'client'], audienceAfter: [] });
    expect(await seenTask(domain, kim(), id)).toBeNull();
    expect(await titles('{ trashed: true }')).toEqual(['Thrown away']);
    expect(await titles('{}')).not.toContain('Thrown away');
  });

  test('is not changed, only taken back, as it was', async () => {
    const before = await makeTask(domain, mara, projectId, { title: 'Back', status: 'IN_REVIEW' });
    const { id } = before;
    await did(domain, mara, 'trashTask', { id });
    for (const [name, input] of [
      ['updateTask', { id, expectedVersion: 2, title: 'x' }],
      ['moveTask', { id, expectedPlaceVersion: 1 }],
      ['completeTask', { id }],
      ['archiveTask', { id }],
      ['createComment', { projectId, taskId: id, body: 'x' }],
    ] as const) {
      expect((await run(domain, mara, name, input)).codes).toEqual(['BAD_USER_INPUT']);
    }
    const back = await did(domain, mara, 'restoreTask', { id });
    expect(back).toEqual({ ...before, version: 3 });
    expect(domain.published.at(-1)).toMatchObject({ audienceBefore: [], audienceAfter: ['team', 'client'] });
  });

  test('is deleted with what was said about it when its time is up, and not before', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    await say(domain, mara, projectId, { taskId: id });
    await did(domain, mara, 'trashTask', { id });
    const kept = await makeTask(domain, mara, projectId, { title: 'Taken back' });
    await did(domain, mara, 'trashTask', { id: kept.id });
    await did(domain, mara, 'restoreTask', { id: kept.id });
    await domain.subgraph.start();
    const plans = async () =>
      (await domain.db.admin.query(`select run_at from projects_jobs.jobs where task_identifier = 'task.purge'`)).rows;
    expect((await plans()).every((plan) => plan.run_at > new Date('2026-12-22T09:00:00Z'))).toBe(true);

    await runJob(domain, 'task.purge', new Date('2026-12-22T09:29:59Z'));
    await until(domain, async () => (await plans()).every((plan) => plan.run_at > new Date('2026-12-22T09:00:00Z')));
    expect(await seenTask(domain, mara, id)).not.toBeNull();

    await runJob(domain, 'task.purge', new Date('2026-12-22T09:30:00Z'));
    await until(domain, async () => (await plans()).length === 0);
    expect(await seenTask(domain, mara, id)).toBeNull();
    const left = await domain.db.admin.query('select from projects.comments where task_id = $1', [decodeId(id, 'Task')]);
    expect(left.rowCount).toBe(0);
    expect((await seenTask(domain, mara, kept.id))?.title).toBe('Taken back');
  });

  test('is thrown away and taken back by editors only', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    for (const name of ['archiveTask', 'trashTask', 'restoreTask']) {
      expect((await run(domain, kim(), name, { id })).codes).toEqual(['FORBIDDEN']);
      expect((await run(domain, member('accountant', studioId), name, { id })).codes).toEqual(['FORBIDDEN']);
      expect((await run(domain, member('owner', uuidv7()), name, { id })).codes).toEqual(['NOT_FOUND']);
      expect((await run(domain, member('guest', studioId), name, { id })).codes).toEqual(['NOT_FOUND']);
    }
  });
});
