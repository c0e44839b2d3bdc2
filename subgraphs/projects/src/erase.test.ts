import { ERASURE_REPORTED } from '@atelier/service-kit/erasure';
import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { type RunningSubgraph, standIn, startSubgraph } from '@atelier/testing/subgraph';
import { until } from '@atelier/testing/until';
import { member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSubgraph } from './subgraph.ts';
import { clientsOf, emptyWorld, grant, makeProject } from './testing/projects.ts';
import { makeTask, say } from './testing/tasks.ts';

const world = emptyWorld();
const accounts = standIn({
  name: 'accounts',
  owns: ['Member'],
  subscribesTo: [ERASURE_REPORTED],
  entity: (_typename, id) => ({ id, role: world.members.get(decodeId(id, 'Member')) ?? 'ARTIST' }),
});
let domain: RunningSubgraph;
beforeAll(async () => {
  domain = await startSubgraph({ name: 'projects', createSubgraph, peers: [accounts, clientsOf(world)] });
  await domain.subgraph.start();
});
afterAll(() => domain.stop());

let studioId: string;
let [maraId, leoId, guestId] = ['', '', ''];
let mara: ReturnType<typeof member>;
let leo: ReturnType<typeof member>;
let projectId: string;
const global = (id: string) => encodeId('Member', id);
const rows = async <Row extends object>(sql: string, studio = studioId) => (await domain.db.admin.query<Row>(sql, [studio])).rows;

/** A project in which Leo was named wherever somebody can be: as author, assignee, mover, in a mention, in a grant. */
async function aStory(): Promise<void> {
  [studioId, maraId, leoId, guestId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  [mara, leo] = [member('manager', studioId, maraId), member('artist', studioId, leoId)];
  world.members.set(maraId, 'MANAGER').set(leoId, 'ARTIST').set(guestId, 'GUEST');
  projectId = (await makeProject(domain, leo, { name: 'Harbour mural' })).id;
  await makeTask(domain, leo, projectId, { title: 'Sketch', assigneeId: global(leoId) });
  await makeTask(domain, mara, projectId, { title: 'Paint', assigneeId: global(maraId) });
  await say(domain, leo, projectId, { body: 'My own words' });
  await say(domain, mara, projectId, { body: `Ask @[Leo Falk](${global(leoId)}) and @[Mara](${global(maraId)})` });
  await grant(domain, mara, projectId, global(guestId));
}
beforeEach(aStory);

/** Tells of a studio or a person who is gone, and gives what the domain reports. */
async function told(type: string, data: Record<string, unknown>) {
  const event = {
    id: uuidv7(),
    type,
    source: 'accounts',
    studioId,
    at: domain.clock.now.toISOString(),
    data: { erasureId: uuidv7(), ...data },
  };
  await domain.subgraph.deliver(event);
  await domain.subgraph.deliver(event);
  const reports = () => accounts.events.filter((each) => each.data.of === event.id);
  await until(() => reports().length > 0);
  expect(reports()).toHaveLength(1);
  const tables = (reports()[0]?.data.tables ?? []) as { table: string }[];
  return Object.fromEntries(tables.map((line) => [line.table.slice('projects.'.length), line]));
}

test('of a person who goes, the work stays under an id that leads nowhere, and their name is nowhere', async () => {
  const report = await told('person.erased', { userId: uuidv7(), memberIds: [leoId] });
  expect(await rows('select author_id, body, mentions from projects.comments where studio_id = $1 order by body desc')).toEqual([
    { author_id: leoId, body: 'My own words', mentions: [] },
    { author_id: maraId, body: `Ask @… and @[Mara](${global(maraId)})`, mentions: [{ kind: 'member', id: maraId }] },
  ]);
  expect(
    await rows('select title, assignee_kind, assignee_id, created_by_id from projects.tasks where studio_id = $1 order by title'),
  ).toEqual([
    { title: 'Paint', assignee_kind: 'member', assignee_id: maraId, created_by_id: maraId },
    { title: 'Sketch', assignee_kind: null, assignee_id: null, created_by_id: leoId },
  ]);
  expect(await rows('select from projects.project_grants where studio_id = $1')).toHaveLength(1);
  expect(JSON.stringify(await rows('select * from projects.activity where studio_id = $1'))).not.toContain('Leo Falk');
  expect(report).toMatchObject({
    comments: {
      gone: 0,
      emptied: 2,
      kept: {
        rows: 1,
        code: 'FORMER_MEMBER',
        because: expect.objectContaining({ en: expect.stringMatching(/former member/) }),
        until: null,
      },
    },
    tasks: { gone: 0, emptied: 1, kept: { rows: 1 } },
    projects: { kept: { rows: 1 } },
  });
  expect(JSON.stringify(report)).not.toMatch(/Leo|Mara|words|Harbour/);
});

test('what lets a person in goes with them', async () => {
  const report = await told('person.erased', { userId: uuidv7(), memberIds: [guestId] });
  expect(report).toMatchObject({ project_grants: { gone: 1, kept: null } });
  expect(await rows('select from projects.project_grants where studio_id = $1')).toEqual([]);
});

test('the other studio keeps what it has, whoever goes', async () => {
  const [otherStudio, otherLeo] = [studioId, leoId];
  await aStory();
  await told('person.erased', { userId: uuidv7(), memberIds: [otherLeo, leoId] });
  expect(JSON.stringify(await rows('select body from projects.comments where studio_id = $1', otherStudio))).toContain('Leo Falk');
  await told('studio.removed', { studioId });
  expect(await rows('select from projects.tasks where studio_id = $1', otherStudio)).toHaveLength(2);
});

test('a studio that goes takes every row of every table with it, and the report says how many', async () => {
  const report = await told('studio.removed', { studioId });
  for (const table of ['projects', 'stages', 'tasks', 'comments', 'project_grants', 'activity', 'activity_subjects'])
    expect([table, await rows(`select from projects.${table} where studio_id = $1`)]).toEqual([table, []]);
  expect(report).toMatchObject({ projects: { gone: 1 }, tasks: { gone: 2 }, comments: { gone: 2 }, project_grants: { gone: 1 } });
});

test('a report that accounts does not take just then is sent again', async () => {
  const { deliver } = accounts;
  let refused = 0;
  accounts.deliver = async (event) => {
    refused += 1;
    if (refused === 1) throw new Error('accounts is away');
    await deliver(event);
  };
  const report = await told('studio.removed', { studioId });
  accounts.deliver = deliver;
  expect([refused, report]).toMatchObject([2, { tasks: { gone: 2 } }]);
});
