import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aContact, makeProject, share, startProjects } from '../testing/projects.ts';
import { did, makeTask, run, say, seenTask } from '../testing/tasks.ts';

const studioId = uuidv7();
const [maraId, tomId] = [uuidv7(), uuidv7()];
const mara = member('artist', studioId, maraId);
const tom = member('owner', studioId, tomId);
const stranger = member('owner', uuidv7());

let domain: Awaited<ReturnType<typeof startProjects>>;
let projectId: string;
let client: ReturnType<typeof aContact>;

beforeAll(async () => {
  domain = await startProjects();
  domain.world.members.set(maraId, 'ARTIST').set(tomId, 'OWNER');
  projectId = (await makeProject(domain, mara)).id;
  client = aContact(domain.world);
  await share(domain, mara, projectId, client.id);
});
afterAll(() => domain.stop());

const kim = () => contact(studioId, client.uuid);

describe('changing a task', () => {
  test('changes what is named and keeps the rest', async () => {
    const { id } = await makeTask(domain, mara, projectId, { dueOn: '2026-12-01', assigneeId: encodeId('Member', maraId) });
    const changed = await did(domain, mara, 'updateTask', { id, expectedVersion: 1, title: 'Draw the cover' });
    expect(changed).toMatchObject({
      title: 'Draw the cover',
      dueOn: '2026-12-01',
      version: 2,
      assignee: { id: encodeId('Member', maraId) },
    });
    const cleared = await did(domain, mara, 'updateTask', { id, expectedVersion: 2, dueOn: null, assigneeId: null });
    expect(cleared).toMatchObject({ dueOn: null, assignee: null, version: 3 });
  });

  test('that somebody else changed meanwhile is refused, with what it is now and who changed it', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    await did(domain, tom, 'updateTask', { id, expectedVersion: 1, title: 'Theirs' });
    expect(await run(domain, mara, 'updateTask', { id, expectedVersion: 1, title: 'Mine' })).toMatchObject({
      __typename: 'TaskVersionConflict',
      code: 'VERSION_CONFLICT',
      task: { title: 'Theirs', version: 2 },
      changedBy: { __typename: 'Member', id: encodeId('Member', tomId) },
    });
    expect((await seenTask(domain, mara, id))?.title).toBe('Theirs');
  });

  test('that somebody only moved meanwhile succeeds', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    await did(domain, tom, 'moveTask', { id, expectedPlaceVersion: 1, status: 'IN_PROGRESS' });
    expect(await did(domain, mara, 'updateTask', { id, expectedVersion: 1, title: 'Mine' })).toMatchObject({
      title: 'Mine',
      status: 'IN_PROGRESS',
    });
  });

  test('to what it is already is no new version', async () => {
    const { id, title } = await makeTask(domain, mara, projectId);
    const told = domain.published.length;
    expect((await did(domain, mara, 'updateTask', { id, expectedVersion: 1, title })).version).toBe(1);
    expect(domain.published.length).toBe(told);
  });

  test('to team-only drops it from the client at once, with what was said about it', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    const comment = await say(domain, mara, projectId, { taskId: id });
    expect(await seenTask(domain, kim(), id)).not.toBeNull();
    await did(domain, mara, 'updateTask', { id, expectedVersion: 1, visibility: 'TEAM' });
    expect(domain.published.at(-1)).toMatchObject({
      typename: 'Task',
      id: decodeId(id, 'Task'),
      audienceBefore: ['team', 'client'],
      audienceAfter: ['team'],
    });
    expect(await seenTask(domain, kim(), id)).toBeNull();
    expect(await domain.entity(kim(), 'Comment', comment.id, '{ id }')).toBeNull();
    expect(await domain.entity(mara, 'Comment', comment.id, '{ id }')).toEqual({ id: comment.id });
    const back = await did(domain, mara, 'updateTask', { id, expectedVersion: 2, visibility: 'CLIENT' });
    expect(back.visibility).toBe('CLIENT');
    expect(domain.published.at(-1)).toMatchObject({ audienceBefore: ['team'], audienceAfter: ['team', 'client'] });
    expect(await domain.entity(kim(), 'Comment', comment.id, '{ id }')).toEqual({ id: comment.id });
  });

  test('that a contact is to do can not be made team-only', async () => {
    const { id } = await makeTask(domain, mara, projectId, { visibility: 'TEAM' });
    const given = await did(domain, mara, 'updateTask', { id, expectedVersion: 1, assigneeId: client.id });
    expect(given.visibility).toBe('CLIENT');
    expect(await run(domain, mara, 'updateTask', { id, expectedVersion: 2, visibility: 'TEAM' })).toMatchObject({
      code: 'ASSIGNED_TO_CLIENT',
    });
  });

  test('keeps its trace: who changed what, from what to what', async () => {
    const { id } = await makeTask(domain, mara, projectId, { title: 'Before' });
    await did(domain, tom, 'updateTask', { id, expectedVersion: 1, title: 'After', assigneeId: encodeId('Member', maraId) });
    const feed = await domain.entity(
      mara,
      'Project',
      projectId,
      '{ activity(first: 1) { nodes { verb subject task { id } changes { field before after } } } }',
    );
    expect(feed?.activity).toEqual({
      nodes: [
        {
          verb: 'task.updated',
          subject: 'After',
          task: { id },
          changes: [
            { field: 'title', before: 'Before', after: 'After' },
            { field: 'assignee', before: null, after: encodeId('Member', maraId) },
          ],
        },
      ],
    });
  });

  test('finds nothing in another studio, and is not for contacts', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    const input = { id, expectedVersion: 1, title: 'x' };
    expect((await run(domain, stranger, 'updateTask', input)).codes).toEqual(['NOT_FOUND']);
    expect((await run(domain, stranger, 'updateTask', { ...input, assigneeId: encodeId('Member', maraId) })).codes).toEqual(['NOT_FOUND']);
    expect((await run(domain, kim(), 'updateTask', input)).codes).toEqual(['FORBIDDEN']);
    expect((await run(domain, member('guest', studioId), 'updateTask', input)).codes).toEqual(['NOT_FOUND']);
  });
});
