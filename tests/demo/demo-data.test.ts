import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedDemo } from '@atelier/all-in-one/seed';
import { demoId } from '@atelier/service-kit/demo';
import { type TestDatabase, testDatabase } from '@atelier/testing';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInterfaceType } from 'graphql';
import { linkIn, mailTo, pressButton } from '../support/mail.ts';
import type { Person } from '../support/person.ts';
import { aProject, aTask, say } from '../support/scene.ts';
import { CHECKOUT, DEMO_NOW, startWorld, type World } from '../support/world.ts';

const api = buildSchema(readFileSync(join(CHECKOUT, 'docs/api/schema.graphql'), 'utf8'));

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.stop());

const rowsOf = async <Row extends object>(sql: string, db: TestDatabase = world.db) => (await db.admin.query<Row>(sql)).rows;

describe('a feature is shown with data', () => {
  const EXPORTS = ['DataExportKind', 'DataExportState', 'DataExportFailure'];
  /** Where the values of an enum are in the database. */
  const COLUMNS: Readonly<Record<string, string>> = {
    ApiKeyScope: `select unnest(scopes) as value from accounts.api_keys`,
    Role: 'select role as value from accounts.members',
    ClientKind: 'select kind as value from clients.clients',
    ContactRole: 'select unnest(roles) as value from clients.contacts',
    NotificationKind: 'select kind as value from messaging.notifications',
    ProjectStatus: 'select status as value from projects.projects',
    TaskStatus: 'select status as value from projects.tasks',
    Visibility: 'select visibility as value from projects.tasks intersect select visibility from projects.comments',
  };
  /** What no row holds: kinds of viewer, ways to look, the audit log, which is signed as things happen and told of no others, and exports, which are files. */
  const NO_DATA = ['ViewerKind', 'BoardGrouping', 'AuditLogKind', 'AuditLogActorKind', 'AuditLogFaultKind', ...EXPORTS];

  const enums = Object.values(api.getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => !name.startsWith('__') && !NO_DATA.includes(name));

  test.each(enums.map((type) => [type.name, type] as const))('in every value of %s', async (name, type) => {
    const rows = await rowsOf<{ value: string }>(COLUMNS[name] ?? `select 'say in this test where ${name} is kept' as value`);
    const found = new Set(rows.map(({ value }) => value.toUpperCase().replaceAll(/[^A-Z]/g, '_')));
    expect(
      type
        .getValues()
        .map((value) => value.name)
        .filter((value) => !found.has(value)),
    ).toEqual([]);
  });

  const TABLES: Readonly<Record<string, string>> = {
    Activity: 'projects.activity',
    ApiKey: 'accounts.api_keys',
    App: 'accounts.apps',
    AppGrant: 'accounts.app_grants',
    Client: 'clients.clients',
    ClientLink: 'accounts.client_links',
    Comment: 'projects.comments',
    Contact: 'clients.contacts',
    Invitation: 'accounts.invitations',
    Member: 'accounts.members',
    Notification: 'messaging.notifications',
    Project: 'projects.projects',
    Stage: 'projects.stages',
    Studio: 'accounts.studios',
    Task: 'projects.tasks',
    User: 'auth.users',
  };
  const node = api.getType('Node');
  // A session is there as soon as somebody looks; a passkey is made by the device that keeps it; an export is a file that somebody asked for.
  const noData = ['Session', 'Passkey', 'DataExport'];
  const types = (isInterfaceType(node) ? api.getPossibleTypes(node) : []).map(({ name }) => name).filter((name) => !noData.includes(name));

  test.each(types)('of the type %s', async (type) => {
    const [row] = await rowsOf<{ count: number }>(`select count(*)::int as count from ${TABLES[type] ?? `nothing_known_of_${type}`}`);
    expect(row?.count).toBeGreaterThan(0);
  });

  test.each([
    ['a project in the archive', 'projects.projects where archived_at is not null'],
    ['a project in the trash', 'projects.projects where trashed_at is not null'],
    ['a client in the archive', 'clients.clients where archived_at is not null'],
    ['a client in the trash', 'clients.clients where trashed_at is not null'],
    ['a task in the archive', 'projects.tasks where archived_at is not null'],
    ['a task with nobody to do it', 'projects.tasks where assignee_id is null'],
    ['a task that waits for a client', "projects.tasks where assignee_kind = 'contact' and status <> 'DONE'"],
    ['a task that is late', `projects.tasks where due_on < '${DEMO_NOW.toISOString()}' and status <> 'DONE'`],
    ['a checklist that is half done', `projects.tasks where checklist::text like '%true%' and checklist::text like '%false%'`],
    ['a notification that was read', 'messaging.notifications where read_at is not null'],
    ['a notification that is unread', 'messaging.notifications where read_at is null'],
    ['a rate', 'clients.clients where default_rate is not null'],
    ['notes about a client', "clients.clients where notes <> ''"],
    ['a guest who was let in', 'projects.project_grants'],
    ['a picture', 'auth.users where image is not null'],
    ['a logo', 'accounts.studios where logo is not null'],
  ])('as %s', async (_what, from) => {
    const [row] = await rowsOf<{ count: number }>(`select count(*)::int as count from ${from}`);
    expect(row?.count).toBeGreaterThan(0);
  });

  test('and is of the time when the demo was made: nothing happened after it, and something today', async () => {
    const [row] = await rowsOf<{ late: number; today: number }>(
      `select count(*) filter (where at > '${DEMO_NOW.toISOString()}')::int as late,
         count(*) filter (where at > '${DEMO_NOW.toISOString()}'::timestamptz - interval '1 day')::int as today from projects.activity`,
    );
    expect(row?.late).toBe(0);
    expect(row?.today).toBeGreaterThan(0);
  });
});

/** The columns whose values are random by their nature: hashes of passwords, with their salts. */
const SECRET = /^(password|token|secret)/;
/** When the database wrote it, by its own clock. */
const OWN_CLOCK = ['accounts.api_keys.last_used_at'];

test('the same moment gives the same rows, ids included', async () => {
  const contents = async () => {
    const db = await testDatabase();
    try {
      await seedDemo({ checkout: CHECKOUT, adminUrl: db.adminUrl, dataDir: world.dataDir, now: DEMO_NOW });
      const all: Record<string, string[]> = {};
      for (const table of await tablesOf(db)) {
        const rows = await rowsOf<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${table} t`, db);
        if (rows.length === 0) continue;
        all[table] = rows
          .map(({ row }) =>
            JSON.stringify(Object.entries(row).filter(([name]) => !SECRET.test(name) && !OWN_CLOCK.includes(`${table}.${name}`))),
          )
          .sort();
      }
      return all;
    } finally {
      await db.drop();
    }
  };
  const first = await contents();
  expect(Object.keys(first).length).toBeGreaterThan(12);
  expect(await contents()).toEqual(first);
}, 60_000);

describe('removing the demo', () => {
  const REMOVE = 'mutation { removeDemoData { __typename ... on RemoveDemoDataSuccess { studioIds } ... on UserError { code } } }';
  let real: Person;
  let helper: Person;
  let kept: Record<string, string[]>;

  beforeAll(async () => {
    // A real studio with a bit of everything, and a real person whose only studio is one of the demo's.
    real = await signUp('rowan@real-studio.example.com');
    await real.get(
      'mutation { createStudio(input: { name: "Real Studio", slug: "real-studio" }) { ... on CreateStudioSuccess { studio { id } } } }',
    );
    real = real.inStudio('real-studio');
    const { createClient } = await real.get<{ createClient: { client: { id: string; contacts: { id: string }[] } } }>(
      `mutation { createClient(input: { name: "A real client", contact: { name: "Robin", email: "robin@client.example.com" } }) {
        ... on CreateClientSuccess { client { id contacts { id } } } } }`,
    );
    const projectId = await aProject(real, 'A real project', createClient.client.id);
    const task = await aTask(real, projectId);
    await say(real, projectId, 'Really.', { taskId: task.id });
    await real.get('mutation { createApiKey(input: { name: "Real key", scopes: [STUDIO_READ] }) { __typename } }');
    helper = await signUp('sam@real-people.example.com');
    const ingrid = await world.signIn('ingrid@northlight.example', 'northlight');
    await ingrid.get('mutation { inviteMember(input: { email: "sam@real-people.example.com", role: ARTIST }) { __typename } }');
    const path = linkIn(world, await mailTo(world, 'sam@real-people.example.com', 'invitation'));
    await helper.get('mutation ($token: String!) { acceptInvitation(input: { token: $token }) { __typename } }', {
      token: path.slice('/join/'.length),
    });
  }, 30_000);

  test('needs the owner of a demo studio, and a demo studio', async () => {
    const theo = await world.signIn('theo@northlight.example', 'northlight');
    expect((await theo.ask(REMOVE)).codes).toEqual(['FORBIDDEN']);
    expect((await world.stranger().ask(REMOVE)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await real.get(REMOVE)).toEqual({ removeDemoData: { __typename: 'NotDemoData', code: 'NOT_DEMO_DATA' } });
    expect(await real.inStudio('northlight').ask(REMOVE)).toMatchObject({ codes: ['NOT_FOUND'] });
  });

  test('takes both studios and their people away, from every schema, in one mutation, and leaves all else as it was', async () => {
    kept = await realRows();
    const owner = await world.signIn('marisol@studio-marisol.example', 'studio-marisol');
    const { removeDemoData } = await owner.get<{ removeDemoData: { __typename: string; studioIds: string[] } }>(REMOVE);
    expect(removeDemoData).toMatchObject({ __typename: 'RemoveDemoDataSuccess' });
    expect(removeDemoData.studioIds).toHaveLength(2);
    expect(await owner.get('{ viewer { kind } }')).toEqual({ viewer: null });
    await until(async () => (await demoLeft()).length === 0).catch(async () => expect(await demoLeft()).toEqual([]));
    expect(await realRows()).toEqual(kept);
    for (const email of ['marisol@studio-marisol.example', 'kenji@northlight.example']) {
      expect((await world.stranger().post('/auth/sign-in/email', { email, password: 'demo-password' })).status).toBe(401);
    }
  });

  test('leaves a real person who was a member of it their account', async () => {
    expect(await helper.get('{ viewer { user { email memberships { id } } } }')).toEqual({
      viewer: { user: { email: 'sam@real-people.example.com', memberships: [] } },
    });
  });

  test('is for good: the next start does not bring the demo back', async () => {
    expect(await seedDemo({ checkout: CHECKOUT, adminUrl: world.db.adminUrl, dataDir: world.dataDir, now: DEMO_NOW })).toBe(false);
    expect(await demoLeft()).toEqual([]);
  });
});

async function signUp(email: string): Promise<Person> {
  const person = world.stranger();
  await person.post('/auth/sign-up/email', { email, password: 'a good long password', name: 'Somebody Real' });
  await pressButton(person, linkIn(world, await mailTo(world, email, 'verify-email')));
  return person;
}

/** Every table of the domains. */
async function tablesOf(db: TestDatabase): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('accounts', 'auth', 'clients', 'projects', 'messaging') order by 1`,
    db,
  );
  return rows.map(({ name }) => name);
}

/** Kept as the record that the studios were removed; the audit log for 91 days. */
const AUDIT = ['accounts.activity', 'accounts.activity_subjects', 'accounts.audit_log', 'accounts.audit_heads'];

/** The tables in which something of the demo is left: an id of its studios or people, or an address. */
async function demoLeft(): Promise<string[]> {
  const needles = [
    ...['studio:marisol', 'studio:northlight', 'user:marisol', 'user:ingrid', 'user:theo', 'user:amara', 'user:kenji', 'user:paula'].map(
      demoId,
    ),
    '@northlight.example',
    '@studio-marisol.example',
  ];
  const left: string[] = [];
  for (const table of await tablesOf(world.db)) {
    if (AUDIT.includes(table)) continue;
    const { rows } = await world.db.admin.query<{ count: number }>(
      `select count(*)::int as count from ${table} t where t::text like any($1)`,
      [needles.map((needle) => `%${needle}%`)],
    );
    if ((rows[0]?.count ?? 0) > 0) left.push(`${table}: ${rows[0]?.count}`);
  }
  return left;
}

/** Changes with time by itself, whatever anybody does. */
const PASSING = ['auth.sessions', 'auth.rate_limits', 'accounts.outbox', 'clients.outbox', 'projects.outbox', 'messaging.outbox'];

/** Every row of the real studio, and of its person. */
async function realRows(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  const [studio] = await rowsOf<{ id: string }>(`select id from accounts.studios where slug = 'real-studio'`);
  for (const table of await tablesOf(world.db)) {
    if (PASSING.includes(table)) continue;
    const { rows } = await world.db.admin.query<{ row: string }>(
      `select t::text as row from ${table} t where t::text like any($1) order by 1`,
      [[`%${studio?.id}%`, '%real-studio.example.com%', '%real-people.example.com%']],
    );
    const own = rows.filter(({ row }) => !row.includes(demoId('studio:northlight')));
    if (own.length > 0) all[table] = own.map(({ row }) => row);
  }
  return all;
}
