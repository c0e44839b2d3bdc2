import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { apiKey, contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aContact, grant, makeProject, share, startProjects } from '../testing/projects.ts';
import { boardOf, makeTask, run, seenTask, until } from '../testing/tasks.ts';

const studioId = uuidv7();
const [maraId, guestId] = [uuidv7(), uuidv7()];
const mara = member('artist', studioId, maraId);
const owner = member('owner', studioId);

let domain: Awaited<ReturnType<typeof startProjects>>;
let projectId: string;

beforeAll(async () => {
  domain = await startProjects();
  domain.world.members.set(maraId, 'ARTIST').set(guestId, 'GUEST');
  projectId = (await makeProject(domain, mara)).id;
  await domain.subgraph.start();
});
afterAll(() => domain.stop());

describe('making a task', () => {
  test('puts it at the bottom, team-only as the project says', async () => {
    const { id } = await makeProject(domain, mara);
    await makeTask(domain, mara, id, { title: 'first' });
    const second = await makeTask(domain, mara, id, { title: ' second ', visibility: undefined });
    expect(second).toMatchObject({ title: 'second', visibility: 'TEAM', status: 'TODO', placeVersion: 1, version: 1, completedAt: null });
    expect((await boardOf(domain, mara, id)).TODO).toEqual(['first', 'second']);
  });

  test('a done one is done from the start', async () => {
    const task = await makeTask(domain, mara, projectId, { status: 'DONE' });
    expect(task.completedAt).not.toBeNull();
  });

  test('with an id of its own makes nothing twice', async () => {
    const id = encodeId('Task', uuidv7());
    const one = await makeTask(domain, mara, projectId, { id, title: 'once' });
    const again = await makeTask(domain, mara, projectId, { id, title: 'twice' });
    expect(again).toEqual(one);
  });

  test('with an id that somebody else took is refused', async () => {
    const { id } = await makeTask(domain, mara, projectId);
    expect((await run(domain, owner, 'createTask', { id, projectId, title: 'mine' })).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('with the id of a task of another studio makes one of its own', async () => {
    const theirs = await makeTask(domain, mara, projectId, { title: 'theirs' });
    const stranger = member('owner', uuidv7());
    const own = await makeTask(domain, stranger, (await makeProject(domain, stranger)).id, { id: theirs.id, title: 'own' });
    expect(own.title).toBe('own');
    expect((await seenTask(domain, mara, theirs.id))?.title).toBe('theirs');
  });

  test('without a title, or with one that is too long, says which field is wrong', async () => {
    expect(await run(domain, mara, 'createTask', { projectId, title: ' ' })).toMatchObject({ code: 'REQUIRED', path: ['input', 'title'] });
    expect(await run(domain, mara, 'createTask', { projectId, title: 'x'.repeat(201) })).toMatchObject({ code: 'TOO_LONG' });
    expect(await run(domain, mara, 'createTask', { projectId, title: 'x', description: 'x'.repeat(10_001) })).toMatchObject({
      path: ['input', 'description'],
    });
  });

  test('for a contact shows it to them, and needs a share of the project', async () => {
    const client = aContact(domain.world);
    const refused = await run(domain, mara, 'createTask', { projectId, title: 'Choose a paper', assigneeId: client.id });
    expect(refused).toMatchObject({ code: 'NOT_IN_PROJECT', path: ['input', 'assigneeId'] });
    await share(domain, mara, projectId, client.id);
    const task = await makeTask(domain, mara, projectId, { assigneeId: client.id, visibility: undefined });
    expect(task).toMatchObject({ visibility: 'CLIENT', assignee: { __typename: 'Contact', id: client.id } });
    expect(await seenTask(domain, contact(studioId, client.uuid), task.id)).not.toBeNull();
    expect(await run(domain, mara, 'createTask', { projectId, title: 'x', assigneeId: client.id, visibility: 'TEAM' })).toMatchObject({
      code: 'ASSIGNED_TO_CLIENT',
    });
  });

  test('for a guest needs a project that is open to them', async () => {
    const { id } = await makeProject(domain, mara);
    const assigneeId = encodeId('Member', guestId);
    expect(await run(domain, mara, 'createTask', { projectId: id, title: 'x', assigneeId })).toMatchObject({ code: 'NOT_IN_PROJECT' });
    await grant(domain, mara, id, assigneeId);
    expect((await makeTask(domain, mara, id, { assigneeId })).assignee).toEqual({ __typename: 'Member', id: assigneeId });
  });

  test('for somebody whom the studio does not know finds nobody', async () => {
    for (const assigneeId of [encodeId('Member', uuidv7()), encodeId('Contact', uuidv7()), encodeId('Task', uuidv7())]) {
      expect((await run(domain, mara, 'createTask', { projectId, title: 'x', assigneeId })).codes).toEqual(['NOT_FOUND']);
    }
  });

  test('tells other domains to whom it was given', async () => {
    const assigneeId = encodeId('Member', maraId);
    const task = await makeTask(domain, mara, projectId, { assigneeId });
    const isHeard = () =>
      domain.heard.find((event) => event.type === 'task.assigned' && encodeId('Task', String(event.data.taskId)) === task.id);
    await until(domain, () => isHeard() !== undefined);
    expect(isHeard()?.data).toMatchObject({ assigneeKind: 'member', assigneeId: maraId, actor: { kind: 'member', id: maraId } });
  });

  test('is for editors in a project that they see', async () => {
    const input = { projectId, title: 'x' };
    const { codes } = await run(domain, member('accountant', studioId), 'createTask', input);
    expect(codes).toEqual(['FORBIDDEN']);
    expect((await run(domain, contact(studioId, uuidv7()), 'createTask', input)).codes).toEqual(['FORBIDDEN']);
    expect((await run(domain, member('guest', studioId), 'createTask', input)).codes).toEqual(['NOT_FOUND']);
    expect((await run(domain, member('owner', uuidv7()), 'createTask', input)).codes).toEqual(['NOT_FOUND']);
    expect((await run(domain, { kind: 'anonymous' }, 'createTask', input)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await run(domain, apiKey(studioId, 'projects:read'), 'createTask', input)).codes).toEqual(['FORBIDDEN']);
    expect((await run(domain, apiKey(studioId, 'projects:write'), 'createTask', input)).__typename).toBe('CreateTaskSuccess');
  });

  test('in a project that is in the trash says so', async () => {
    const { id } = await makeProject(domain, mara);
    await domain.ask(owner, `mutation { trashProject(input: { id: "${id}" }) { __typename } }`);
    expect((await run(domain, mara, 'createTask', { projectId: id, title: 'x' })).codes).toEqual(['BAD_USER_INPUT']);
  });
});
