import { tryDecodeId } from '@atelier/service-kit/ids';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Person } from '../support/person.ts';
import { startWorld, type World } from '../support/world.ts';
import { callOf, entitySelection, idArguments, inputFor, nodeTypes } from './schema.ts';
import { type Belongings, belongingsOf } from './victim.ts';

let world: World;
let stranger: Person;
let outsider: Person;
let owner: Person;
let theirs: Belongings;
let own: Belongings;

beforeAll(async () => {
  world = await startWorld();
  owner = await world.signIn('marisol@studio-marisol.example', 'studio-marisol');
  outsider = await world.signIn('ingrid@northlight.example', 'northlight');
  stranger = world.stranger();
  theirs = await belongingsOf(world, owner, 'marisol@studio-marisol.example', 'studio-marisol', nodeTypes);
  own = await belongingsOf(world, outsider, 'ingrid@northlight.example', 'northlight', nodeTypes);
}, 60_000);
afterAll(() => world.stop());

/** What the outsider was told holds nothing of the other studio. */
function expectNothingLearned(body: string): void {
  for (const word of theirs.words) expect(body).not.toContain(word);
}

describe.each(nodeTypes)('%s of another studio', (type) => {
  test('is not found by node(id), nor by a stranger', async () => {
    const id = theirs.ids[type];
    for (const person of [outsider, stranger]) {
      for (const selection of ['{ id }', '{ __typename id }', `{ ... on ${type} { id __typename } }`]) {
        const answer = await person.ask(`query ($id: ID!) { node(id: $id) ${selection} }`, { id });
        expect(answer.data).toEqual({ node: null });
        expect(answer.codes).toEqual(['NOT_FOUND']);
        expectNothingLearned(answer.body);
      }
    }
  });

  test('is null among nodes(ids), beside what is their own', async () => {
    const answer = await outsider.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [theirs.ids[type], own.ids[type]] });
    expect(answer.data).toEqual({ nodes: [null, { id: own.ids[type] }] });
    expectNothingLearned(answer.body);
  });

  test('is nothing as an entity, in every subgraph that resolves it', async () => {
    const viewerToken = await world.viewerToken(outsider);
    let asked = 0;
    for (const subgraph of world.stack.subgraphs) {
      const selection = entitySelection(subgraph.schema, type);
      if (selection === null) continue;
      const result = await subgraph.execute({
        query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${selection} } } }`,
        variables: { of: [{ __typename: type, id: theirs.ids[type] }] },
        viewerToken,
        traceId: 'test',
      });
      asked += 1;
      const [entity] = (result.data?._entities ?? [null]) as (Record<string, unknown> | null)[];
      if (subgraph.owns.includes(type)) expect(entity).toBeNull();
      else for (const value of Object.values(entity ?? {})) expect([null, [], { nodes: [] }]).toContainEqual(value);
      expectNothingLearned(JSON.stringify(result));
    }
    expect(asked).toBeGreaterThan(0);
  });
});

test.each(idArguments.map((argument) => [`${argument.mutation}(${argument.field})`, argument] as const))(
  '%s refuses an id of another studio and changes nothing',
  async (_name, { mutation, field, input, isList }) => {
    const targets = targetsOf(mutation, field);
    for (const type of targets) {
      const foreign = theirs.ids[type] ?? '';
      const values = inputFor(input, (name) => own.ids[targetsOf(mutation, name)[0] ?? ''] ?? '');
      const answer = await outsider.ask(callOf(mutation), { input: { ...values, [field]: isList ? [foreign] : foreign } });
      const outcome = (answer.data?.[mutation] ?? {}) as { __typename?: string; code?: string };
      if (outcome.__typename?.endsWith('Success')) {
        // Ending what is not there, or what is not theirs, may say that it is gone; it must not be.
        expect(SILENT).toContain(mutation);
      } else {
        expect([answer.codes[0], outcome.code]).toEqual(
          answer.codes.length > 0 ? ['NOT_FOUND', undefined] : [undefined, expect.any(String)],
        );
      }
      expectNothingLearned(answer.body);
    }
    expect(await stillThere()).toBe(true);
  },
);

/** Mutations that answer with success for a thing that is not there, by their description. */
const SILENT = ['revokeSession', 'removePasskey', 'markNotificationsRead', 'unshareProject', 'revokeProjectGrant', 'revokeMemberGrants'];

/** The types whose ids an argument takes. */
function targetsOf(mutation: string, field: string): string[] {
  const fixed: Record<string, string[]> = {
    projectId: ['Project'],
    projectIds: ['Project'],
    clientId: ['Client'],
    contactId: ['Contact'],
    memberId: ['Member'],
    tasksTo: ['Member'],
    taskId: ['Task'],
    stageId: ['Stage'],
    currentStageId: ['Stage'],
    beforeId: ['Stage'],
    afterId: ['Task'],
    assigneeId: ['Member', 'Contact'],
  };
  if (fixed[field]) return fixed[field];
  if (mutation === 'markNotificationsRead') return ['Notification'];
  const noun = nodeTypes.filter((type) => mutation.endsWith(type) || mutation.includes(type)).sort((a, b) => b.length - a.length)[0];
  if (field === 'id' && noun) return [noun];
  const special: Record<string, string> = {
    updateChecklist: 'Task',
    changeMemberRole: 'Member',
    transferOwnership: 'Member',
    cancelExport: 'DataExport',
  };
  const named = special[mutation];
  if (field === 'id' && named) return [named];
  throw new Error(`${mutation}.${field}: say in this test which type's id it takes.`);
}

/** Whether every row of the other studio that is tested still is as it was. */
async function stillThere(): Promise<boolean> {
  const { codes } = await owner.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Object.values(theirs.ids) });
  return codes.length === 0;
}

describe('a list', () => {
  test.each([
    ['projects', '{ projects(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }'],
    ['tasks', '{ tasks(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }'],
    ['clients', '{ clients(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }'],
    ['notifications', '{ notifications(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }'],
    ['members', '{ studio { members(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } } }'],
  ])('of %s goes on from a cursor of another studio with their own rows only', async (_name, selection) => {
    const document = `query ($after: String) ${selection}`;
    const page = (await owner.ask(document)).body;
    const cursor = /"endCursor":"([^"]+)"/.exec(page)?.[1];
    expect(cursor).toEqual(expect.any(String));
    const answer = await outsider.ask(document, { after: cursor });
    expectNothingLearned(answer.body);
    const theirIds = [...page.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? '');
    for (const id of theirIds) expect(answer.body).not.toContain(id);
  });

  test('does not count rows of another studio', async () => {
    const { projects } = await outsider.get<{ projects: { totalCount: number } }>('{ projects { totalCount } }');
    const { rows } = await world.db.admin.query<{ count: number }>(
      `select count(*)::int as count from projects.projects p join accounts.studios s on s.id = p.studio_id
       where s.slug = 'northlight' and p.archived_at is null and p.trashed_at is null`,
    );
    expect(projects.totalCount).toBe(rows[0]?.count);
  });
});

test('a studio that the viewer does not belong to is not found by its name', async () => {
  const answer = await outsider.inStudio('studio-marisol').ask('{ studio { id name } projects { nodes { id } } }');
  expect(answer.codes).toContain('NOT_FOUND');
  expectNothingLearned(answer.body);
});

describe('live updates', () => {
  test.each(['projectChanged', 'projectPresence'])('of another studio cannot be had by %s', async (field) => {
    const socket = outsider.socket();
    try {
      const stream = socket.iterate({
        query: `subscription ($id: ID!) { ${field}(id: $id) { __typename } }`,
        variables: { id: theirs.ids.Project },
      });
      const first = await stream.next().catch((error: unknown) => ({ value: error }));
      expect(JSON.stringify(first.value)).toContain('NOT_FOUND');
    } finally {
      await socket.dispose();
    }
  });
});

describe('the database itself', () => {
  test('shows no row of any studio to the login role of a subgraph that names none', async () => {
    const { rows } = await world.db.admin.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.columns
       where column_name = 'studio_id' and table_schema in ('accounts', 'clients', 'messaging', 'projects') order by 1, 2`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const schema of new Set(rows.map((row) => row.schema))) {
      const role = new pg.Client({ connectionString: world.db.url(schema) });
      await role.connect();
      try {
        for (const table of rows.filter((row) => row.schema === schema)) {
          const seen = await role.query<{ count: number }>(`select count(*)::int as count from ${table.schema}.${table.name}`);
          expect([table.name, seen.rows[0]?.count]).toEqual([table.name, 0]);
        }
      } finally {
        await role.end();
      }
    }
  });

  test('lets no subgraph read the schema of another', async () => {
    const role = new pg.Client({ connectionString: world.db.url('clients') });
    await role.connect();
    try {
      await expect(role.query('select * from projects.projects')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await role.end();
    }
  });
});

test('an id is of the type that it says', () => {
  for (const [type, id] of Object.entries(theirs.ids)) expect(tryDecodeId(id, type)).not.toBeNull();
});
