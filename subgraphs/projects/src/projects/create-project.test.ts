import { parseChannel } from '@atelier/service-kit/activity';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { apiKey, contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aClient, makeProject, startProjects } from '../testing/projects.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
});
afterAll(() => domain.stop());

const CREATE = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { __typename
  ... on CreateProjectSuccess { project { id name status brief startsOn dueOn version liveVersion newIsTeamOnly archivedAt trashedAt
    client { id } stages { name } currentStage { name } viewerCanUpdate viewerCanShare } }
  ... on InvalidInput { code path } } }`;

test('a project is made with its client, days and stages, and begins in the first stage', async () => {
  const artist = member('artist', uuidv7());
  const clientId = aClient(domain.world);
  const { data, codes } = await domain.ask(artist, CREATE, {
    input: {
      name: ' Harbour mural ',
      clientId,
      brief: 'Forty metres of wall.',
      startsOn: '2026-11-23',
      dueOn: '2027-02-01',
      stages: ['Sketch', 'Paint'],
    },
  });
  expect(codes).toEqual([]);
  expect(data?.createProject).toEqual({
    __typename: 'CreateProjectSuccess',
    project: {
      id: expect.stringMatching(/^project_/),
      name: 'Harbour mural',
      status: 'ACTIVE',
      brief: 'Forty metres of wall.',
      startsOn: '2026-11-23',
      dueOn: '2027-02-01',
      version: 1,
      liveVersion: 1,
      newIsTeamOnly: true,
      archivedAt: null,
      trashedAt: null,
      client: { id: clientId },
      stages: [{ name: 'Sketch' }, { name: 'Paint' }],
      currentStage: { name: 'Sketch' },
      viewerCanUpdate: true,
      viewerCanShare: true,
    },
  });
});

test('a project starts with four usual stages when none are named', async () => {
  const owner = member('owner', uuidv7());
  const { stages } = await makeProject(domain, owner);
  expect(stages.map((stage) => stage.name)).toEqual(['Brief', 'Sketch', 'Refinement', 'Delivery']);
});

test('making a project with the same id again gives what was made, and makes nothing', async () => {
  const owner = member('owner', uuidv7());
  const id = encodeId('Project', uuidv7());
  const first = await makeProject(domain, owner, { id });
  const events = domain.published.length;
  expect(await makeProject(domain, owner, { id, name: 'Another name' })).toEqual(first);
  expect(domain.published).toHaveLength(events);
});

test("another person's id cannot be taken, and does not say whose it is", async () => {
  const studioId = uuidv7();
  const { id } = await makeProject(domain, member('owner', studioId));
  const { codes, messages } = await domain.ask(member('admin', studioId), CREATE, { input: { name: 'Mine', id } });
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(messages).toEqual(['This id is taken. Make another one.']);
});

test('a client of another studio cannot be named', async () => {
  const { codes } = await domain.ask(member('owner', uuidv7()), CREATE, {
    input: { name: 'Theirs', clientId: encodeId('Client', uuidv7()) },
  });
  expect(codes).toEqual(['NOT_FOUND']);
});

test.each([
  ['an empty name', { name: ' ' }, 'REQUIRED', ['input', 'name']],
  ['a due day before the start', { name: 'x', startsOn: '2026-12-02', dueOn: '2026-12-01' }, 'INVALID_DATE', ['input', 'dueOn']],
  ['a stage without a name', { name: 'x', stages: ['a', ''] }, 'REQUIRED', ['input', 'stages', '1']],
])('%s is refused by name, and nothing is made', async (_what, input, code, path) => {
  const studioId = uuidv7();
  const { data } = await domain.ask(member('owner', studioId), CREATE, { input });
  expect(data?.createProject).toEqual({ __typename: 'InvalidInput', code, path });
  const { rowCount } = await domain.db.admin.query('select from projects.projects where studio_id = $1', [studioId]);
  expect(rowCount).toBe(0);
});

test.each([
  ['an accountant', member('accountant', uuidv7()), 'FORBIDDEN'],
  ['a guest', member('guest', uuidv7()), 'FORBIDDEN'],
  ['a contact', contact(uuidv7(), uuidv7()), 'FORBIDDEN'],
  ['a key that only reads', apiKey(uuidv7(), 'projects:read'), 'FORBIDDEN'],
  ['a stranger', { kind: 'anonymous' } as const, 'UNAUTHENTICATED'],
])('%s cannot make a project', async (_who, viewer, code) => {
  const { codes } = await domain.ask(viewer, CREATE, { input: { name: 'Harbour mural' } });
  expect(codes).toEqual([code]);
});

test('the team hears of a new project, on its own channel and on the list of the studio', async () => {
  const studioId = uuidv7();
  domain.published.length = 0;
  await makeProject(domain, member('owner', studioId));
  const heard = domain.published.map(({ channel, audienceBefore, audienceAfter }) => ({
    subject: parseChannel(channel).subject.type,
    audienceBefore,
    audienceAfter,
  }));
  expect(heard).toEqual([
    { subject: 'project', audienceBefore: [], audienceAfter: ['team'] },
    { subject: 'studio', audienceBefore: [], audienceAfter: ['team'] },
  ]);
});
