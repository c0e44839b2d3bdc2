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

const UPDATE = `mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { __typename
  ... on UpdateProjectSuccess { project { name status version dueOn newIsTeamOnly client { id } currentStage { name } } }
  ... on ProjectVersionConflict { message code project { name version } }
  ... on InvalidInput { code path } } }`;

const update = (viewer: Viewer, input: Record<string, unknown>) => domain.ask(viewer, UPDATE, { input });

test('only the fields that are given change, and the version grows by one', async () => {
  const owner = member('owner', uuidv7());
  const { id, stages } = await makeProject(domain, owner, { dueOn: '2027-01-31' });
  const clientId = aClient(domain.world);
  const { data } = await update(owner, {
    id,
    expectedVersion: 1,
    status: 'ON_HOLD',
    clientId,
    currentStageId: stages[2]?.id,
    newIsTeamOnly: false,
  });
  expect(data?.updateProject).toEqual({
    __typename: 'UpdateProjectSuccess',
    project: {
      name: 'Harbour mural',
      status: 'ON_HOLD',
      version: 2,
      dueOn: '2027-01-31',
      newIsTeamOnly: false,
      client: { id: clientId },
      currentStage: { name: 'Refinement' },
    },
  });
});

test('null takes away a day, a client and the current stage', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner, { dueOn: '2027-01-31', clientId: aClient(domain.world) });
  const { data } = await update(owner, { id, expectedVersion: 1, dueOn: null, clientId: null, currentStageId: null });
  expect(data?.updateProject).toMatchObject({ project: { dueOn: null, client: null, currentStage: null, version: 2 } });
});

test('the second of two who change a project is told, and nothing of theirs is saved', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  await update(owner, { id, expectedVersion: 1, name: 'Mine' });
  const { data } = await update(owner, { id, expectedVersion: 1, name: 'Theirs' });
  expect(data?.updateProject).toMatchObject({
    __typename: 'ProjectVersionConflict',
    code: 'VERSION_CONFLICT',
    project: { name: 'Mine', version: 2 },
  });
});

test('of two who change it at the very same time, one is told', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  const answers = await Promise.all(['One', 'Other'].map((name) => update(owner, { id, expectedVersion: 1, name })));
  const kinds = answers.map(({ data }) => (data?.updateProject as { __typename: string } | undefined)?.__typename);
  expect(kinds.sort()).toEqual(['ProjectVersionConflict', 'UpdateProjectSuccess']);
});

test('a change that changes nothing leaves the version and tells nobody', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  const events = domain.published.length;
  const { data } = await update(owner, { id, expectedVersion: 1, name: 'Harbour mural' });
  expect(data?.updateProject).toMatchObject({ project: { version: 1 } });
  expect(domain.published).toHaveLength(events);
});

test('a stage of another project, and a client of another studio, cannot be named', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  const other = await makeProject(domain, owner);
  expect((await update(owner, { id, expectedVersion: 1, currentStageId: other.stages[0]?.id })).codes).toEqual(['NOT_FOUND']);
  expect((await update(owner, { id, expectedVersion: 1, clientId: encodeId('Client', uuidv7()) })).codes).toEqual(['NOT_FOUND']);
});

test('a due day before the start is refused, and nothing else of the change is saved', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner, { startsOn: '2026-12-01' });
  const { data } = await update(owner, { id, expectedVersion: 1, name: 'New name', dueOn: '2026-11-30' });
  expect(data?.updateProject).toEqual({ __typename: 'InvalidInput', code: 'INVALID_DATE', path: ['input', 'dueOn'] });
  expect(await domain.entity(owner, 'Project', id, '{ name version }')).toEqual({ name: 'Harbour mural', version: 1 });
});

test('another studio is told that there is no such project', async () => {
  const { id } = await makeProject(domain, member('owner', uuidv7()));
  const { codes } = await update(member('owner', uuidv7()), { id, expectedVersion: 1, name: 'Ours now' });
  expect(codes).toEqual(['NOT_FOUND']);
});

test('guests, contacts and accountants who see a project cannot change it', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aContact(domain.world);
  await share(domain, owner, id, someone.id);
  const guestId = uuidv7();
  domain.world.members.set(guestId, 'GUEST');
  await grant(domain, owner, id, encodeId('Member', guestId));
  for (const viewer of [member('guest', studioId, guestId), contact(studioId, someone.uuid), member('accountant', studioId)]) {
    expect((await update(viewer, { id, expectedVersion: 1, name: 'Mine' })).codes).toEqual(['FORBIDDEN']);
    expect(await domain.entity(viewer, 'Project', id, '{ viewerCanUpdate viewerCanShare }')).toEqual({
      viewerCanUpdate: false,
      viewerCanShare: false,
    });
  }
});
