import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aContact, grant, makeProject, share, startProjects } from '../testing/projects.ts';
import { lastToldOf, makeTask, run, say, until } from '../testing/tasks.ts';

const studioId = uuidv7();
const [maraId, guestId] = [uuidv7(), uuidv7()];
const mara = member('artist', studioId, maraId);
const guest = member('guest', studioId, guestId);
const stranger = member('owner', uuidv7());

let domain: Awaited<ReturnType<typeof startProjects>>;
let client: ReturnType<typeof aContact>;
let projectId: string;

beforeAll(async () => {
  domain = await startProjects();
  domain.world.members.set(maraId, 'ARTIST').set(guestId, 'GUEST');
  client = aContact(domain.world);
  projectId = (await makeProject(domain, mara)).id;
  await share(domain, mara, projectId, client.id);
  await domain.subgraph.start();
});
afterAll(() => domain.stop());

const kim = () => contact(studioId, client.uuid);
/** What is said in the same millisecond has no first and second. */
const tick = () => {
  domain.clock.now = new Date(domain.clock.now.getTime() + 1);
};
const mention = (name: string, id: string) => `@[${name}](${id})`;

async function said(viewer: Viewer, id: string): Promise<string[] | null> {
  const project = await domain.entity(viewer, 'Project', id, '{ comments { nodes { body } } }');
  return project === null ? null : (project.comments as { nodes: { body: string }[] }).nodes.map((comment) => comment.body);
}

describe('saying something', () => {
  test('about a project is team-only at first, and shown to the client when asked so', async () => {
    const { id } = await makeProject(domain, mara);
    await share(domain, mara, id, client.id);
    const hidden = await say(domain, mara, id, { body: 'among us', visibility: undefined });
    tick();
    const shown = await say(domain, mara, id, { body: 'for all' });
    expect(await said(mara, id)).toEqual(['among us', 'for all']);
    expect(await said(kim(), id)).toEqual(['for all']);
    expect(lastToldOf(domain, shown.id)).toMatchObject({ typename: 'Comment', audienceBefore: [], audienceAfter: ['team', 'client'] });
    expect(lastToldOf(domain, hidden.id)).toMatchObject({ typename: 'Comment', audienceBefore: [], audienceAfter: ['team'] });
  });

  test('as a contact is said to all, under their name', async () => {
    const comment = await say(domain, kim(), projectId, { body: 'We love it.', visibility: undefined });
    expect(comment).toMatchObject({ visibility: 'CLIENT', author: { __typename: 'Contact', id: client.id }, viewerCanUpdate: true });
    const hidden = await run(domain, kim(), 'createComment', { projectId, body: 'Only us', visibility: 'TEAM' });
    expect(hidden.codes).toEqual(['FORBIDDEN']);
  });

  test('about a team-only task is team-only', async () => {
    const task = await makeTask(domain, mara, projectId, { visibility: 'TEAM' });
    const input = { projectId, taskId: task.id, body: 'x' };
    expect((await run(domain, mara, 'createComment', input)).comment?.visibility).toBe('TEAM');
    expect(await run(domain, mara, 'createComment', { ...input, visibility: 'CLIENT' })).toMatchObject({
      code: 'TASK_IS_TEAM_ONLY',
      path: ['input', 'visibility'],
    });
    expect((await run(domain, kim(), 'createComment', input)).codes).toEqual(['NOT_FOUND']);
  });

  test('with an id of its own says nothing twice, and an id that is taken is refused', async () => {
    const id = encodeId('Comment', uuidv7());
    const once = await say(domain, mara, projectId, { id, body: 'once' });
    expect(await say(domain, mara, projectId, { id, body: 'twice' })).toEqual(once);
    expect((await run(domain, kim(), 'createComment', { id, projectId, body: 'mine' })).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('needs words', async () => {
    expect(await run(domain, mara, 'createComment', { projectId, body: ' ' })).toMatchObject({ code: 'REQUIRED', path: ['input', 'body'] });
    expect(await run(domain, mara, 'createComment', { projectId, body: 'x'.repeat(10_001) })).toMatchObject({ code: 'TOO_LONG' });
  });

  test('is for everybody who sees the project, an accountant too', async () => {
    const input = { projectId, body: 'x' };
    expect((await run(domain, member('accountant', studioId), 'createComment', input)).__typename).toBe('CreateCommentSuccess');
    for (const viewer of [stranger, guest, contact(studioId, uuidv7())]) {
      expect((await run(domain, viewer, 'createComment', input)).codes).toEqual(['NOT_FOUND']);
    }
    const other = await makeTask(domain, mara, (await makeProject(domain, mara)).id);
    expect((await run(domain, mara, 'createComment', { ...input, taskId: other.id })).codes).toEqual(['NOT_FOUND']);
    const own = await makeProject(domain, stranger);
    expect((await run(domain, stranger, 'createComment', { projectId: own.id, taskId: other.id, body: 'x' })).codes).toEqual(['NOT_FOUND']);
  });
});

describe('mentioning somebody', () => {
  const me = encodeId('Member', maraId);

  test('names them, and tells other domains whom', async () => {
    const task = await makeTask(domain, mara, projectId, { assigneeId: me });
    const body = `${mention('Mara', me)} and ${mention('Kim', client.id)}, look.`;
    const comment = await say(domain, kim(), projectId, { taskId: task.id, body });
    expect(comment.mentions).toEqual([
      { __typename: 'Member', id: me },
      { __typename: 'Contact', id: client.id },
    ]);
    const heard = () => domain.heard.find((event) => event.data.commentId === decodeId(comment.id, 'Comment'));
    await until(domain, () => heard() !== undefined);
    expect(heard()).toMatchObject({
      type: 'comment.mentioned',
      studioId,
      data: {
        projectId: decodeId(projectId, 'Project'),
        taskId: decodeId(task.id, 'Task'),
        visibility: 'CLIENT',
        mentioned: [
          { kind: 'member', id: maraId },
          { kind: 'contact', id: client.uuid },
        ],
        assignee: { kind: 'member', id: maraId },
        actor: { kind: 'contact', id: client.uuid },
      },
    });
    expect(JSON.stringify(heard())).not.toContain('look.');
  });

  test('of the client needs a comment that they see', async () => {
    const body = mention('Kim', client.id);
    expect(await run(domain, mara, 'createComment', { projectId, body, visibility: 'TEAM' })).toMatchObject({
      code: 'MENTION_IS_TEAM_ONLY',
      path: ['input', 'body'],
    });
    const task = await makeTask(domain, mara, projectId, { visibility: 'TEAM' });
    expect(await run(domain, mara, 'createComment', { projectId, taskId: task.id, body })).toMatchObject({ code: 'MENTION_IS_TEAM_ONLY' });
  });

  test('to whom the project is not open says what to do', async () => {
    const outsider = aContact(domain.world);
    const byContact = await run(domain, mara, 'createComment', { projectId, body: mention('Ines', outsider.id), visibility: 'CLIENT' });
    expect(byContact).toMatchObject({
      code: 'MENTION_NOT_IN_PROJECT',
      message: expect.stringContaining('Share the project with them first'),
    });
    const { id } = await makeProject(domain, mara);
    const body = mention('Guest', encodeId('Member', guestId));
    expect(await run(domain, mara, 'createComment', { projectId: id, body })).toMatchObject({ code: 'MENTION_NOT_IN_PROJECT' });
    await grant(domain, mara, id, encodeId('Member', guestId));
    expect((await run(domain, mara, 'createComment', { projectId: id, body })).__typename).toBe('CreateCommentSuccess');
  });

  test('that nobody is known by says so, as it is typed text', async () => {
    for (const id of [encodeId('Member', uuidv7()), encodeId('Contact', uuidv7()), encodeId('Task', uuidv7()), 'nobody']) {
      expect(await run(domain, mara, 'createComment', { projectId, body: mention('Nobody', id) })).toMatchObject({
        code: 'UNKNOWN_MENTION',
        path: ['input', 'body'],
      });
    }
  });
});

describe('how many comments a task has', () => {
  test('is counted as the viewer sees them', async () => {
    const task = await makeTask(domain, mara, projectId);
    await say(domain, mara, projectId, { taskId: task.id });
    await say(domain, mara, projectId, { taskId: task.id, visibility: 'TEAM' });
    const count = (viewer: Viewer) => domain.entity(viewer, 'Task', task.id, '{ commentCount comments { totalCount nodes { body } } }');
    expect(await count(mara)).toMatchObject({ commentCount: 2, comments: { totalCount: 2 } });
    expect(await count(kim())).toEqual({ commentCount: 1, comments: { totalCount: 1, nodes: [{ body: 'Lovely.' }] } });
  });

  test('and they are read page by page, the oldest first', async () => {
    const task = await makeTask(domain, mara, projectId);
    for (const body of ['1', '2', '3']) {
      tick();
      await say(domain, mara, projectId, { taskId: task.id, body });
    }
    const page = async (args: string) =>
      (await domain.entity(mara, 'Task', task.id, `{ comments${args} { nodes { body } pageInfo { hasNextPage endCursor } } }`))
        ?.comments as {
        nodes: { body: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    const first = await page('(first: 2)');
    expect(first).toMatchObject({ nodes: [{ body: '1' }, { body: '2' }], pageInfo: { hasNextPage: true } });
    expect(await page(`(first: 2, after: "${first.pageInfo.endCursor}")`)).toMatchObject({
      nodes: [{ body: '3' }],
      pageInfo: { hasNextPage: false },
    });
  });
});
