import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aScene, aTask, idOf, ids, type Scene, say } from '../support/scene.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let scene: Scene;
beforeAll(async () => {
  world = await startWorld();
  scene = await aScene(world);
}, 60_000);
afterAll(() => world.stop());

describe('what the contact sees', () => {
  let shown: string;
  let hidden: string;
  let secret: string;
  beforeAll(async () => {
    const { owner, projectId } = scene;
    shown = (await aTask(owner, projectId, { title: 'The shown task', visibility: 'CLIENT' })).id;
    hidden = (await aTask(owner, projectId, { title: 'The hidden task', visibility: 'TEAM' })).id;
    await say(owner, projectId, 'A word for all.', { visibility: 'CLIENT' });
    secret = await say(owner, projectId, 'A word among us.', { visibility: 'TEAM' });
    await say(owner, projectId, 'A word among us about the task.', { taskId: shown, visibility: 'TEAM' });
  });

  test('is the project, with what is not team-only, and nothing else of it anywhere', async () => {
    const { body, codes } = await scene.contact.ask(
      `query ($id: ID!) { node(id: $id) { ... on Project { name brief status progress { total done } stages { name progress { total } } client { name }
        tasks(first: 20) { totalCount nodes { title commentCount comments(first: 20) { totalCount nodes { body } } } } board { key tasks { totalCount nodes { title } } }
        comments { totalCount nodes { body visibility author { ... on Member { name } ... on Contact { name } } } }
        activity(first: 100) { nodes { verb subject task { title } changes { field before after } actor { ... on Member { name } } } }
        viewerCanUpdate viewerCanEditTasks viewerCanComment viewerCanShare } } projects { totalCount nodes { id } } tasks { totalCount nodes { title } } }`,
      { id: scene.projectId },
    );
    expect(codes).toEqual([]);
    expect(body).toContain('The shown task');
    expect(body).toContain('A word for all.');
    expect(body).not.toMatch(/The hidden task|A word among us|TEAM/);
    const data = JSON.parse(body).data;
    expect(data.node).toMatchObject({
      progress: { total: 1, done: 0 },
      tasks: { totalCount: 1, nodes: [{ commentCount: 0, comments: { totalCount: 0 } }] },
      comments: { totalCount: 1 },
      viewerCanUpdate: false,
      viewerCanEditTasks: false,
      viewerCanComment: true,
      viewerCanShare: false,
    });
  });

  test.each([
    ['a team-only task', () => hidden],
    ['a team-only comment', () => secret],
    ['another project', () => idOf('Project', 'project:fernhouse-labels')],
    ['another client', () => idOf('Client', 'client:fernhouse-garden')],
    ['a contact of another client', () => idOf('Contact', 'contact:ravi-menon')],
  ])('is not %s', async (_what, id) => {
    const answer = await scene.contact.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id: id() });
    expect([answer.data, answer.codes]).toEqual([{ node: null }, ['NOT_FOUND']]);
  });

  /** What a client must not see, each by the way that leads there; refused with a code or null, never with a value. */
  test.each([
    ['the list of clients', '{ clients { nodes { id } } }'],
    ['notes about the client', 'query ($client: ID!) { node(id: $client) { ... on Client { notes } } }'],
    ['what is paid', 'query ($client: ID!) { node(id: $client) { ... on Client { defaultRate { amount } } } }'],
    ['the tax number', 'query ($client: ID!) { node(id: $client) { ... on Client { vatId } } }'],
    ['the address of a member', 'query ($member: ID!) { node(id: $member) { ... on Member { email } } }'],
    ['the role of a member', 'query ($member: ID!) { node(id: $member) { ... on Member { role } } }'],
    ['the people of the studio', '{ studio { members { nodes { name } } } }'],
    ['invitations', '{ studio { invitations { email } } }'],
    ['keys', '{ studio { apiKeys { name } } }'],
    ['notifications', '{ notifications { nodes { id } } }'],
    [
      'whom the project is shared with',
      'query ($project: ID!) { node(id: $project) { ... on Project { sharedWith { contact { name } } } } }',
    ],
    ['which guests there are', 'query ($project: ID!) { node(id: $project) { ... on Project { grants { member { name } } } } }'],
    ['the links', 'query ($project: ID!) { node(id: $project) { ... on Project { clientLinks { id } } } }'],
  ])('is not %s', async (_what, query) => {
    const variables = { client: ids.client, member: ids.theo, project: scene.projectId };
    const team = await scene.owner.ask(query, variables);
    expect(team.codes).toEqual([]);
    const { data, codes } = await scene.contact.ask(query, variables);
    if (codes.length > 0) expect(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED']).toContain(codes[0]);
    expect(leaves(data).filter((value) => value !== null)).toEqual([]);
  });

  test.each([
    ['make a task', 'createTask', { title: 'Mine' }, ['projectId']],
    ['say something among the team', 'createComment', { body: 'Psst', visibility: 'TEAM' }, ['projectId']],
    ['complete a task that is not theirs', 'completeTask', {}, ['id']],
    ['rename the project', 'updateProject', { expectedVersion: 1, name: 'Mine' }, ['id']],
    ['share it further', 'shareProject', { contactId: idOf('Contact', 'contact:nell-byrne') }, ['projectId']],
    ['change their client', 'updateClient', { expectedVersion: 1, name: 'Ours' }, ['id']],
    ['make a link', 'createClientLink', { contactId: ids.contact }, ['projectId']],
    ['invite somebody', 'inviteMember', { email: 'friend@client.example', role: 'ADMIN' }, []],
  ])('gives no right to %s', async (_what, mutation, fixed, names) => {
    const id = { completeTask: shown, updateProject: scene.projectId, updateClient: ids.client }[mutation as string];
    const named = Object.fromEntries(names.map((name) => [name, name === 'projectId' ? scene.projectId : id]));
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { data, codes, body } = await scene.contact.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
      input: { ...fixed, ...named },
    });
    expect(body).not.toContain('Success');
    expect(codes.length > 0 ? codes[0] : JSON.stringify(data)).toMatch(/FORBIDDEN|NOT_FOUND|InvalidInput/);
  });

  test('lets them do what waits for them: their task, a word', async () => {
    const { id } = await aTask(scene.owner, scene.projectId, { title: 'Choose a blue', visibility: 'CLIENT', assigneeId: ids.contact });
    const { completeTask } = await scene.contact.get<{ completeTask: unknown }>(
      'mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { ... on CompleteTaskSuccess { task { status viewerCanComplete } } } }',
      { input: { id } },
    );
    expect(completeTask).toEqual({ task: { status: 'DONE', viewerCanComplete: true } });
    await say(scene.contact, scene.projectId, 'The darker one.', { taskId: id });
    const { tasks } = await scene.contact.get<{ tasks: { nodes: unknown[] } }>(
      '{ tasks(filter: { assignedToViewer: true }) { nodes { id } } }',
    );
    expect(tasks.nodes).toContainEqual({ id });
  });
});

/** Every value at the end of an answer. */
function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : value.flatMap(leaves);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return [value];
}
