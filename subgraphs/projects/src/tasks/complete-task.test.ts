import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aContact, makeProject, share, startProjects } from '../testing/projects.ts';
import { did, makeTask, run, seenTask } from '../testing/tasks.ts';

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

describe('marking a task done', () => {
  test('moves it to the last column, and back', async () => {
    const { id, position } = await makeTask(domain, mara, projectId);
    expect(await did(domain, mara, 'completeTask', { id })).toMatchObject({ status: 'DONE', placeVersion: 2, version: 1, position });
    expect(await did(domain, mara, 'completeTask', { id })).toMatchObject({ placeVersion: 2 });
    expect(await did(domain, mara, 'completeTask', { id, done: false })).toMatchObject({
      status: 'TODO',
      completedAt: null,
      placeVersion: 3,
    });
  });

  test('is for the contact whom it was given to, and no other one', async () => {
    const own = await makeTask(domain, mara, projectId, { assigneeId: client.id });
    const other = await makeTask(domain, mara, projectId);
    const hidden = await makeTask(domain, mara, projectId, { visibility: 'TEAM' });
    expect((await did(domain, kim(), 'completeTask', { id: own.id })).status).toBe('DONE');
    expect((await run(domain, kim(), 'completeTask', { id: other.id })).codes).toEqual(['FORBIDDEN']);
    expect((await run(domain, kim(), 'completeTask', { id: hidden.id })).codes).toEqual(['NOT_FOUND']);
    expect((await seenTask(domain, mara, other.id))?.status).toBe('TODO');
  });

  test('is shown as allowed to exactly those', async () => {
    const own = await makeTask(domain, mara, projectId, { assigneeId: client.id });
    const other = await makeTask(domain, mara, projectId);
    const can = (viewer: Parameters<typeof domain.entity>[0], id: string) =>
      domain.entity(viewer, 'Task', id, '{ viewerCanUpdate viewerCanComplete viewerCanComment }');
    expect(await can(kim(), own.id)).toEqual({ viewerCanUpdate: false, viewerCanComplete: true, viewerCanComment: true });
    expect(await can(kim(), other.id)).toEqual({ viewerCanUpdate: false, viewerCanComplete: false, viewerCanComment: true });
    expect(await can(mara, other.id)).toEqual({ viewerCanUpdate: true, viewerCanComplete: true, viewerCanComment: true });
    expect(await can(member('accountant', studioId), other.id)).toEqual({
      viewerCanUpdate: false,
      viewerCanComplete: false,
      viewerCanComment: true,
    });
  });

  test('finds nothing in another studio', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    expect((await run(domain, member('owner', uuidv7()), 'completeTask', { id })).codes).toEqual(['NOT_FOUND']);
    expect((await run(domain, member('owner', uuidv7()), 'updateChecklist', { id, expectedVersion: 1, items: [] })).codes).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('the checklist of a task', () => {
  const items = [{ text: 'Paper' }, { text: 'Ink', done: true }];

  test('is replaced as a whole, lines keeping their ids', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    const { checklist } = await did(domain, mara, 'updateChecklist', { id, expectedVersion: 1, items });
    expect(checklist.map(({ text, done }) => [text, done])).toEqual([
      ['Paper', false],
      ['Ink', true],
    ]);
    const again = await did(domain, mara, 'updateChecklist', { id, expectedVersion: 2, items: [...checklist].reverse() });
    expect(again.checklist).toEqual([...checklist].reverse());
    expect(again.version).toBe(3);
  });

  test('that somebody else changed meanwhile is refused', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    await did(domain, mara, 'updateChecklist', { id, expectedVersion: 1, items });
    expect(await run(domain, mara, 'updateChecklist', { id, expectedVersion: 1, items: [] })).toMatchObject({
      __typename: 'TaskVersionConflict',
    });
  });

  test('is ticked, not rewritten, by the contact whom the task was given to', async () => {
    const { id } = await makeTask(domain, mara, projectId, { assigneeId: client.id });
    const { checklist } = await did(domain, mara, 'updateChecklist', { id, expectedVersion: 1, items });
    const ticked = checklist.map((line) => ({ ...line, done: true }));
    expect((await did(domain, kim(), 'updateChecklist', { id, expectedVersion: 2, items: ticked })).checklist).toEqual(ticked);
    const renamed = ticked.map((line) => ({ ...line, text: 'Other' }));
    expect((await run(domain, kim(), 'updateChecklist', { id, expectedVersion: 3, items: renamed })).codes).toEqual(['FORBIDDEN']);
    expect((await run(domain, kim(), 'updateChecklist', { id, expectedVersion: 3, items: [] })).codes).toEqual(['FORBIDDEN']);
    const { id: other } = await makeTask(domain, mara, projectId);
    expect((await run(domain, kim(), 'updateChecklist', { id: other, expectedVersion: 1, items: [] })).codes).toEqual(['FORBIDDEN']);
  });

  test('with an empty line, or a line of another kind, says which one', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    const update = (lines: Record<string, unknown>[]) => run(domain, mara, 'updateChecklist', { id, expectedVersion: 1, items: lines });
    expect(await update([{ text: 'Paper' }, { text: ' ' }])).toMatchObject({ code: 'REQUIRED', path: ['input', 'items', '1', 'text'] });
    expect(await update([{ id: encodeId('Task', uuidv7()), text: 'Paper' }])).toMatchObject({
      code: 'INVALID_ID',
      path: ['input', 'items', '0', 'id'],
    });
  });
});
