import { uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aContact, makeProject, share, startProjects } from '../testing/projects.ts';
import { did, makeTask, run, say } from '../testing/tasks.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
});
afterAll(() => domain.stop());

interface Entry {
  id: string;
  verb: string;
  subject: string;
  actor: { __typename: string } | null;
  task: { title: string } | null;
  changes: { field: string; before: string | null; after: string | null }[];
}

interface Page {
  nodes: Entry[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function feed(viewer: Viewer, projectId: string, args = ''): Promise<Page> {
  const project = await domain.entity(
    viewer,
    'Project',
    projectId,
    `{ activity${args} { nodes { id verb subject actor { __typename } task { title } changes { field before after } } pageInfo { hasNextPage endCursor } } }`,
  );
  return project?.activity as Page;
}

const verbs = (page: Page) => page.nodes.map((entry) => entry.verb);

test('the feed tells who did what, the newest first, with what changed', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  const task = await makeTask(domain, owner, id);
  await did(domain, owner, 'updateTask', { id: task.id, expectedVersion: 1, title: 'Ink the cover' });
  const { nodes } = await feed(owner, id);
  expect(nodes[0]).toEqual({
    id: expect.stringMatching(/^activity_/),
    verb: 'task.updated',
    subject: 'Ink the cover',
    actor: { __typename: 'Member' },
    task: { title: 'Ink the cover' },
    changes: [{ field: 'title', before: 'Sketch the cover', after: 'Ink the cover' }],
  });
  expect(nodes.map((entry) => entry.verb)).toEqual(['task.updated', 'task.created', 'project.created']);
});

test('pages follow each other', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  for (const title of ['a', 'b', 'c']) await makeTask(domain, owner, id, { title });
  const first = await feed(owner, id, '(first: 3)');
  const second = await feed(owner, id, `(first: 3, after: "${first.pageInfo.endCursor}")`);
  expect([...first.nodes, ...second.nodes].map((entry) => entry.subject)).toEqual(['c', 'b', 'a', 'Harbour mural']);
  expect([first, second].map((page) => page.pageInfo.hasNextPage)).toEqual([true, false]);
});

test('a contact reads of what they see and of nothing else, also where they saw it once', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aContact(domain.world);
  await share(domain, owner, id, someone.id);
  const client = contact(studioId, someone.uuid);
  const hidden = await makeTask(domain, owner, id, { title: 'Budget', visibility: 'TEAM' });
  const shown = await makeTask(domain, owner, id, { title: 'Colours' });
  await say(domain, owner, id, { taskId: shown.id, visibility: 'TEAM', body: 'They will not like it.' });
  await say(domain, owner, id, { taskId: shown.id });
  expect(verbs(await feed(client, id))).toEqual(['comment.created', 'task.created']);
  const taken = await makeTask(domain, owner, id, { title: 'Taken back' });
  expect((await feed(client, id)).nodes[0]).toMatchObject({ subject: 'Taken back' });
  await run(domain, owner, 'updateTask', { id: taken.id, expectedVersion: 1, visibility: 'TEAM' });
  expect((await feed(client, id)).nodes.map((entry) => entry.subject)).not.toContain('Taken back');
  expect((await feed(owner, id)).nodes.map((entry) => entry.subject)).toContain('Budget');
  expect(hidden.visibility).toBe('TEAM');
});

test('a single entry is read by its id under the same rules', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aContact(domain.world);
  await share(domain, owner, id, someone.id);
  await makeTask(domain, owner, id, { visibility: 'TEAM' });
  const entry = (await feed(owner, id)).nodes[0]?.id ?? '';
  expect(await domain.entity(owner, 'Activity', entry, '{ verb }')).toEqual({ verb: 'task.created' });
  for (const viewer of [contact(studioId, someone.uuid), member('guest', studioId), member('owner', uuidv7())]) {
    expect(await domain.entity(viewer, 'Activity', entry, '{ verb }')).toBeNull();
  }
});

test('letting somebody in is told in the feed; that others lose a project is for streams only', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  const someone = aContact(domain.world);
  await share(domain, owner, id, someone.id);
  await domain.ask(owner, 'mutation ($p: ID!, $c: ID!) { unshareProject(input: { projectId: $p, contactId: $c }) { __typename } }', {
    p: id,
    c: someone.id,
  });
  const { nodes } = await feed(owner, id);
  expect(nodes.map((entry) => [entry.verb, entry.changes])).toEqual([
    ['project.unshared', [{ field: 'person', before: someone.id, after: null }]],
    ['project.shared', [{ field: 'person', before: null, after: someone.id }]],
    ['project.created', expect.anything()],
  ]);
});
