import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aClient, aContact, grant, makeProject, share, startProjects } from '../testing/projects.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
});
afterAll(() => domain.stop());

const people = '... on ShareProjectSuccess { project { sharedWith { contact { id } since } } } ... on InvalidInput { code path }';
const shareWith = (viewer: Viewer, projectId: string, contactId: string) =>
  domain.ask(viewer, `mutation ($input: ShareProjectInput!) { shareProject(input: $input) { __typename ${people} } }`, {
    input: { projectId, contactId },
  });
const unshare = (viewer: Viewer, projectId: string, contactId: string) =>
  domain.ask(viewer, 'mutation ($input: UnshareProjectInput!) { unshareProject(input: $input) { __typename } }', {
    input: { projectId, contactId },
  });

test('a contact who is let in sees the project and what is in it, and nothing before', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const someone = aContact(domain.world);
  const { id, stages } = await makeProject(domain, owner, { clientId: someone.clientId });
  const viewer = contact(studioId, someone.uuid);
  const stageId = stages[0]?.id ?? '';
  expect(await domain.entity(viewer, 'Project', id, '{ name }')).toBeNull();
  expect(await domain.entity(viewer, 'Stage', stageId, '{ name }')).toBeNull();
  const { data } = await shareWith(owner, id, someone.id);
  expect(data?.shareProject).toEqual({
    __typename: 'ShareProjectSuccess',
    project: { sharedWith: [{ contact: { id: someone.id }, since: '2026-11-22T09:30:00.000Z' }] },
  });
  expect(await domain.entity(viewer, 'Project', id, '{ name stages { name } sharedWith { since } grants { since } }')).toMatchObject({
    name: 'Harbour mural',
    stages: [{ name: 'Brief' }, { name: 'Sketch' }, { name: 'Refinement' }, { name: 'Delivery' }],
    sharedWith: null,
    grants: null,
  });
  expect(await domain.entity(viewer, 'Stage', stageId, '{ name }')).toEqual({ name: 'Brief' });
});

test('letting somebody in twice changes nothing and tells nobody', async () => {
  const owner = member('owner', uuidv7());
  const someone = aContact(domain.world);
  const { id } = await makeProject(domain, owner);
  await share(domain, owner, id, someone.id);
  const events = domain.published.length;
  await share(domain, owner, id, someone.id);
  expect(domain.published).toHaveLength(events);
});

test('a contact who is shut out sees nothing any more, and their streams drop the project at once', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const someone = aContact(domain.world);
  const { id } = await makeProject(domain, owner);
  await share(domain, owner, id, someone.id);
  domain.published.length = 0;
  await unshare(owner, id, someone.id);
  expect(await domain.entity(contact(studioId, someone.uuid), 'Project', id, '{ name }')).toBeNull();
  const person = `person:${someone.uuid}`;
  expect(domain.published.map(({ audienceBefore, audienceAfter }) => [audienceBefore, audienceAfter])).toEqual([
    [['team'], ['team']],
    [[person], []],
    [[person], []],
  ]);
  expect((await unshare(owner, id, someone.id)).codes).toEqual([]);
});

test("another client's contact is not let into a client's project", async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner, { clientId: aClient(domain.world) });
  const { data } = await shareWith(owner, id, aContact(domain.world).id);
  expect(data?.shareProject).toEqual({ __typename: 'InvalidInput', code: 'OTHER_CLIENT', path: ['input', 'contactId'] });
});

test('a contact of another studio cannot be named, and a project of another studio cannot be shared', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  expect((await shareWith(owner, id, encodeId('Contact', uuidv7()))).codes).toEqual(['NOT_FOUND']);
  const stranger = member('owner', uuidv7());
  const someone = aContact(domain.world);
  expect((await shareWith(stranger, id, someone.id)).codes).toEqual(['NOT_FOUND']);
  expect((await unshare(stranger, id, someone.id)).codes).toEqual(['NOT_FOUND']);
});

test('a contact cannot let others in, and learns nothing by trying', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const someone = aContact(domain.world);
  const { id } = await makeProject(domain, owner);
  await share(domain, owner, id, someone.id);
  const viewer = contact(studioId, someone.uuid);
  expect((await shareWith(viewer, id, aContact(domain.world).id)).codes).toEqual(['FORBIDDEN']);
  expect((await unshare(viewer, id, someone.id)).codes).toEqual(['FORBIDDEN']);
});

test('streams of contacts and guests drop a project that goes to the trash, and nobody else hears its id', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aContact(domain.world);
  await share(domain, owner, id, someone.id);
  const guestId = uuidv7();
  domain.world.members.set(guestId, 'GUEST');
  await grant(domain, owner, id, encodeId('Member', guestId));
  domain.published.length = 0;
  await domain.ask(owner, 'mutation ($id: ID!) { trashProject(input: { id: $id }) { __typename } }', { id });
  const heard = domain.published.map(({ channel, audienceBefore, audienceAfter }) => ({
    list: channel.endsWith(`:studio:${studioId}:${studioId}`),
    audienceBefore,
    audienceAfter,
  }));
  expect(heard).toEqual([
    { list: false, audienceBefore: ['team', 'client'], audienceAfter: ['team'] },
    { list: true, audienceBefore: ['team', `person:${someone.uuid}`], audienceAfter: ['team'] },
    { list: false, audienceBefore: [`person:${guestId}`], audienceAfter: [] },
    { list: true, audienceBefore: [`person:${guestId}`], audienceAfter: [] },
  ]);
});
