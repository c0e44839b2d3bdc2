import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aContact, makeProject, share, startProjects } from '../testing/projects.ts';
import { did, lastToldOf, makeTask, run, runJob, say, until } from '../testing/tasks.ts';

const studioId = uuidv7();
const [maraId, tomId] = [uuidv7(), uuidv7()];
const mara = member('artist', studioId, maraId);
const tom = member('artist', studioId, tomId);
const owner = member('owner', studioId);
const stranger = member('owner', uuidv7());

let domain: Awaited<ReturnType<typeof startProjects>>;
let client: ReturnType<typeof aContact>;
let projectId: string;

beforeAll(async () => {
  domain = await startProjects();
  domain.world.members.set(maraId, 'ARTIST').set(tomId, 'ARTIST');
  client = aContact(domain.world);
  projectId = (await makeProject(domain, mara)).id;
  await share(domain, mara, projectId, client.id);
  await domain.subgraph.start();
});
afterAll(() => domain.stop());

const kim = () => contact(studioId, client.uuid);
const at = (id: string) => decodeId(id, 'Comment');
const see = (viewer: Parameters<typeof domain.entity>[0], id: string) =>
  domain.entity(viewer, 'Comment', id, '{ body visibility deletedAt mentions { __typename } }');

describe('changing a comment', () => {
  test('is for its author, and marks it', async () => {
    const { id } = await say(domain, mara, projectId);
    const changed = await run(domain, mara, 'updateComment', { id, body: 'Even better.' });
    expect(changed.comment).toMatchObject({ body: 'Even better.', visibility: 'CLIENT', editedAt: '2026-11-22T09:30:00.000Z' });
    for (const viewer of [tom, owner, kim()])
      expect((await run(domain, viewer, 'updateComment', { id, body: 'x' })).codes).toEqual(['FORBIDDEN']);
    expect((await run(domain, stranger, 'updateComment', { id, body: 'x' })).codes).toEqual(['NOT_FOUND']);
    expect(await run(domain, mara, 'updateComment', { id, body: ' ' })).toMatchObject({ code: 'REQUIRED' });
  });

  test('to team-only drops it from the client at once', async () => {
    const { id } = await say(domain, mara, projectId);
    await run(domain, mara, 'updateComment', { id, visibility: 'TEAM' });
    expect(lastToldOf(domain, id)).toMatchObject({ audienceBefore: ['team', 'client'], audienceAfter: ['team'] });
    expect(await see(kim(), id)).toBeNull();
    expect((await run(domain, kim(), 'updateComment', { id, body: 'x' })).codes).toEqual(['NOT_FOUND']);
  });

  test('to team-only is refused while it mentions somebody of the client, and to a contact', async () => {
    const { id } = await say(domain, mara, projectId, { body: `@[Kim](${client.id}) look` });
    expect(await run(domain, mara, 'updateComment', { id, visibility: 'TEAM' })).toMatchObject({ code: 'MENTION_IS_TEAM_ONLY' });
    const own = await say(domain, kim(), projectId);
    expect((await run(domain, kim(), 'updateComment', { id: own.id, visibility: 'TEAM' })).codes).toEqual(['FORBIDDEN']);
    expect((await run(domain, kim(), 'updateComment', { id: own.id, body: 'Better.' })).comment).toMatchObject({
      body: 'Better.',
      visibility: 'CLIENT',
    });
  });

  test('tells only those who are newly mentioned', async () => {
    const me = encodeId('Member', maraId);
    const him = encodeId('Member', tomId);
    const { id } = await say(domain, mara, projectId, { body: `@[Mara](${me})` });
    await run(domain, mara, 'updateComment', { id, body: `@[Mara](${me}) and @[Tom](${him})` });
    const heard = () => domain.heard.filter((event) => event.data.commentId === at(id)).map((event) => event.data.mentioned);
    await until(domain, () => heard().length === 2);
    expect(heard()).toEqual(expect.arrayContaining([[{ kind: 'member', id: maraId }], [{ kind: 'member', id: tomId }]]));
  });

  test('on a task that was made team-only keeps what it says of itself', async () => {
    const task = await makeTask(domain, mara, projectId);
    const { id } = await say(domain, mara, projectId, { taskId: task.id });
    await did(domain, mara, 'updateTask', { id: task.id, expectedVersion: 1, visibility: 'TEAM' });
    expect((await run(domain, mara, 'updateComment', { id, body: 'Better.' })).comment).toMatchObject({
      body: 'Better.',
      visibility: 'CLIENT',
    });
    expect(lastToldOf(domain, id)).toMatchObject({ audienceBefore: ['team'], audienceAfter: ['team'] });
    expect(await run(domain, mara, 'updateComment', { id, visibility: 'CLIENT' })).toMatchObject({ code: 'TASK_IS_TEAM_ONLY' });
  });
});

describe('a deleted comment', () => {
  test('shows no words and is dropped from every screen; it can be taken back as it was', async () => {
    const task = await makeTask(domain, mara, projectId);
    const { id, body } = await say(domain, mara, projectId, { taskId: task.id, body: `Secret @[Mara](${encodeId('Member', maraId)})` });
    const deleted = await run(domain, mara, 'deleteComment', { id });
    expect(deleted.comment).toMatchObject({ body: '', mentions: [], deletedAt: '2026-11-22T09:30:00.000Z' });
    expect(lastToldOf(domain, id)).toMatchObject({ audienceBefore: ['team', 'client'], audienceAfter: [] });
    expect(await see(owner, id)).toMatchObject({ body: '', mentions: [] });
    expect(await see(kim(), id)).toBeNull();
    const thread = await domain.entity(mara, 'Task', task.id, '{ commentCount comments { nodes { id } totalCount } }');
    expect(thread).toEqual({ commentCount: 0, comments: { nodes: [], totalCount: 0 } });
    expect((await run(domain, mara, 'updateComment', { id, body: 'x' })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await run(domain, mara, 'restoreComment', { id })).comment).toMatchObject({ body, deletedAt: null });
    expect(lastToldOf(domain, id)).toMatchObject({ audienceBefore: [], audienceAfter: ['team', 'client'] });
  });

  test('is deleted by its author or who runs the studio, and by nobody else', async () => {
    const { id } = await say(domain, mara, projectId);
    for (const viewer of [tom, kim()]) {
      expect((await run(domain, viewer, 'deleteComment', { id })).codes).toEqual(['FORBIDDEN']);
      expect((await domain.entity(viewer, 'Comment', id, '{ viewerCanUpdate }'))?.viewerCanUpdate).toBe(false);
    }
    expect((await run(domain, stranger, 'deleteComment', { id })).codes).toEqual(['NOT_FOUND']);
    expect((await run(domain, owner, 'deleteComment', { id })).__typename).toBe('DeleteCommentSuccess');
    expect((await run(domain, kim(), 'restoreComment', { id })).codes).toEqual(['NOT_FOUND']);
    expect((await run(domain, stranger, 'restoreComment', { id })).codes).toEqual(['NOT_FOUND']);
    expect((await run(domain, tom, 'restoreComment', { id })).codes).toEqual(['FORBIDDEN']);
  });

  test('of a contact can be taken back by them', async () => {
    const { id } = await say(domain, kim(), projectId);
    expect((await run(domain, kim(), 'deleteComment', { id })).comment?.body).toBe('');
    expect((await run(domain, kim(), 'restoreComment', { id })).comment?.body).toBe('Lovely.');
  });

  test('is gone for good after 30 days', async () => {
    const { id } = await say(domain, mara, projectId);
    await run(domain, mara, 'deleteComment', { id });
    await runJob(domain, 'comment.purge', new Date('2026-12-22T09:30:00Z'));
    await until(domain, async () => (await see(owner, id)) === null);
    expect((await domain.db.admin.query('select from projects.comments where id = $1', [at(id)])).rowCount).toBe(0);
    domain.clock.now = new Date('2026-11-22T09:30:00Z');
  });
});
