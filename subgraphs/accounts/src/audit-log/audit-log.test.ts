import { createDatabase } from '@atelier/service-kit/database';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { createLogger } from '@atelier/service-kit/log';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Accounts, SECRET, startAccounts } from '../testing/accounts.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import { aCast } from '../testing/roles.ts';
import { createChain } from './chain.ts';
import { createAuditRecorder } from './recorder.service.ts';

let domain: Accounts;
let studio: StudioFixture;
let owner: MemberFixture;
beforeAll(async () => {
  domain = await startAccounts();
});
beforeEach(async () => {
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner', { name: 'Ana Ruiz' });
});
afterAll(() => domain.stop());

interface Line {
  number: number;
  kind: string;
  actorName: string | null;
  targetName: string | null;
  address: string | null;
  device: string | null;
  changes: { field: string; before: string | null; after: string | null }[];
}
type Page = {
  studio: { auditLog: { nodes: Line[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } | null };
};

const LOG = `query ($first: Int, $after: String, $filter: AuditLogFilter) { studio { auditLog(first: $first, after: $after, filter: $filter) {
  nodes { number kind actorName targetName address device actor { id } changes { field before after } } totalCount pageInfo { hasNextPage endCursor } } } }`;
const CHECK = '{ studio { auditLogCheck { isIntact lines faults { number kind } } } }';
const RENAME =
  'mutation ($name: String!, $version: Int!) { updateStudio(input: { expectedVersion: $version, name: $name }) { __typename } }';
const CHANGE_ROLE = 'mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { __typename } }';
const REMOVE = 'mutation ($id: ID!) { removeMember(input: { id: $id }) { __typename } }';

async function log(variables: Record<string, unknown> = {}, viewer = owner.viewer) {
  const { data } = await domain.ask(viewer, LOG, variables);
  return (data as Page).studio.auditLog;
}
const check = async () => (await domain.ask(owner.viewer, CHECK)).data?.studio;
const renamed = async (times: number) => {
  for (let version = 1; version <= times; version += 1) await domain.ask(owner.viewer, RENAME, { name: `Name ${version}`, version });
};

/** Runs SQL as the domain's own role, in the studio. */
async function asRole(sql: string, studioId = studio.uuid): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: domain.db.url('accounts') });
  await client.connect();
  try {
    await client.query(`select set_config('app.studio', $1, false)`, [studioId]);
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('A line', () => {
  test('says who did what, from where, and how it was before', async () => {
    const kenji = await aMember(domain, studio, 'artist', { name: 'Kenji Mori' });
    await domain.ask(owner.viewer, CHANGE_ROLE, { input: { id: kenji.id, role: 'ADMIN' } });
    expect((await log())?.nodes).toEqual([
      {
        number: 1,
        kind: 'MEMBER_ROLE_CHANGED',
        actorName: 'Ana Ruiz',
        targetName: 'Kenji Mori',
        address: '192.0.2.7',
        device: 'Firefox on Linux',
        actor: { id: owner.id },
        changes: [{ field: 'role', before: 'artist', after: 'admin' }],
      },
    ]);
  });

  test('keeps the names of people who are gone', async () => {
    const kenji = await aMember(domain, studio, 'artist', { name: 'Kenji Mori' });
    await domain.ask(owner.viewer, REMOVE, { id: kenji.id });
    expect((await log())?.nodes).toMatchObject([{ kind: 'MEMBER_REMOVED', targetName: 'Kenji Mori' }]);
  });

  test('is written for whatever opens the studio or closes it, and holds no secret', async () => {
    const kenji = await aMember(domain, studio, 'artist');
    const say = (document: string, variables: Record<string, unknown> = {}) => domain.ask(owner.viewer, document, variables);
    const made = await say(
      'mutation { createApiKey(input: { name: "Website", scopes: [STUDIO_READ] }) { ... on CreateApiKeySuccess { secret apiKey { id } } } }',
    );
    const { secret, apiKey } = (made.data as { createApiKey: { secret: string; apiKey: { id: string } } }).createApiKey;
    await say('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { __typename } }', { id: apiKey.id });
    const invited = await say(
      'mutation { inviteMember(input: { email: "lena.fischer@people.example", role: ARTIST }) { ... on InviteMemberSuccess { invitation { id } } } }',
    );
    const { invitation } = (invited.data as { inviteMember: { invitation: { id: string } } }).inviteMember;
    await say('mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { __typename } }', { id: invitation.id });
    await say(CHANGE_ROLE, { input: { id: kenji.id, role: 'MANAGER' } });
    await renamed(1);
    const page = await log();
    expect(page?.nodes.map(({ kind }) => kind)).toEqual([
      'STUDIO_CHANGED',
      'MEMBER_ROLE_CHANGED',
      'INVITATION_REVOKED',
      'MEMBER_INVITED',
      'API_KEY_REVOKED',
      'API_KEY_CREATED',
    ]);
    expect(page?.nodes.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(page?.nodes[0]?.changes).toEqual([{ field: 'name', before: 'Studio Marisol', after: 'Name 1' }]);
    const { rows } = await domain.db.admin.query<{ row: string }>('select l::text as row from accounts.audit_log l');
    for (const { row } of rows) {
      expect(row).not.toContain(secret);
      expect(row).not.toContain('lena.fischer');
    }
  });

  test('is not written for what did not happen', async () => {
    const admin = await aMember(domain, studio, 'admin');
    expect((await domain.ask(admin.viewer, REMOVE, { id: owner.id })).codes).toEqual(['FORBIDDEN']);
    expect((await domain.ask(owner.viewer, RENAME, { name: 'x', version: 7 })).data).toMatchObject({
      updateStudio: { __typename: 'StudioVersionConflict' },
    });
    expect((await log())?.totalCount).toBe(0);
  });

  test('costs two statements beside the change', async () => {
    const logger = createLogger({ service: 'test', level: 'silent' });
    const database = createDatabase({ url: domain.db.url('accounts'), schema: 'accounts', logger });
    const audit = createAuditRecorder({
      database,
      signIn: database,
      chain: createChain(SECRET),
      now: () => domain.clock.now,
      logger,
    });
    const doer = { actorKind: 'member', actorId: owner.memberId, address: null, userAgent: null } as const;
    await database.transaction({ studioId: studio.uuid }, (tx) => audit.record(tx, doer, { kind: 'STUDIO_CHANGED' }));
    expect(database.stats.statements).toBe(2);
    await database.close();
    expect(await check()).toEqual({ auditLogCheck: { isIntact: true, lines: 1, faults: [] } });
  });
});

describe('The log', () => {
  test('comes a page at a time, and by kind, member and time', async () => {
    const kenji = await aMember(domain, studio, 'artist');
    const start = domain.clock.now;
    await renamed(3);
    domain.clock.now = new Date(start.getTime() + 3_600_000);
    await domain.ask(owner.viewer, CHANGE_ROLE, { input: { id: kenji.id, role: 'ADMIN' } });
    const first = await log({ first: 3 });
    expect([first?.nodes.map(({ number }) => number), first?.totalCount, first?.pageInfo.hasNextPage]).toEqual([[4, 3, 2], 4, true]);
    const second = await log({ first: 3, after: first?.pageInfo.endCursor });
    expect([second?.nodes.map(({ number }) => number), second?.pageInfo.hasNextPage]).toEqual([[1], false]);
    const numbers = async (filter: Record<string, unknown>) => (await log({ filter }))?.nodes.map(({ number }) => number);
    expect(await numbers({ kinds: ['MEMBER_ROLE_CHANGED', 'MEMBER_REMOVED'] })).toEqual([4]);
    expect(await numbers({ memberId: kenji.id })).toEqual([4]);
    expect(await numbers({ memberId: encodeId('Member', uuidv7()) })).toEqual([]);
    expect(await numbers({ from: domain.clock.now.toISOString() })).toEqual([4]);
    expect(await numbers({ to: domain.clock.now.toISOString() })).toEqual([3, 2, 1]);
  });

  test('is for owners and admins', async () => {
    await renamed(1);
    const cast = await aCast(domain, studio, await aStudio(domain));
    const seen = await Promise.all(
      Object.entries(cast).map(async ([who, viewer]) => {
        const { data } = await domain.ask(viewer, `{ studio { auditLog { nodes { number } } auditLogCheck { lines } } }`);
        const found = data?.studio as { auditLog: { nodes: unknown[] } | null; auditLogCheck: unknown } | null | undefined;
        return (found?.auditLog?.nodes.length ?? 0) + (found?.auditLogCheck ? 1 : 0) > 0 ? who : null;
      }),
    );
    // The owner of another studio reads that one's, which is empty.
    expect(seen.filter((who) => who !== null)).toEqual(['owner', 'admin', 'otherStudio']);
    const other = await domain.ask(cast.otherStudio, '{ studio { auditLog { nodes { number } } auditLogCheck { lines } } }');
    expect(other.data?.studio).toEqual({ auditLog: { nodes: [] }, auditLogCheck: { lines: 0 } });
  });

  test('keeps one order when many write at once, without a gap', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => aMember(domain, studio, 'artist')));
    await Promise.all(people.map(({ id }) => domain.ask(owner.viewer, CHANGE_ROLE, { input: { id, role: 'MANAGER' } })));
    expect((await log())?.nodes.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, index) => 12 - index));
    expect(await check()).toEqual({ auditLogCheck: { isIntact: true, lines: 12, faults: [] } });
  });
});

describe('The database', () => {
  beforeEach(() => renamed(3));

  test.each([
    ['change a line', `update accounts.audit_log set kind = 'SIGNED_IN'`],
    ['take a line away', 'delete from accounts.audit_log'],
    ['empty the log', 'truncate accounts.audit_log'],
    ['take the end of a log away', 'delete from accounts.audit_heads'],
    ['have itself given the right', 'grant update on accounts.audit_log to current_user'],
    ['drop the log', 'drop table accounts.audit_log'],
  ])("does not let the domain's own role %s", async (_what, sql) => {
    const refused = await asRole(sql).catch((error: unknown) => error);
    // PostgreSQL answers a grant of a right that one has not with a warning.
    if (!sql.startsWith('grant')) expect(refused).toMatchObject({ code: '42501' });
    await expect(asRole(`update accounts.audit_log set kind = 'SIGNED_IN'`)).rejects.toMatchObject({ code: '42501' });
    expect((await log())?.totalCount).toBe(3);
  });

  test('shows a studio its own lines only, and takes none for another', async () => {
    expect((await asRole('select * from accounts.audit_log')).rowCount).toBe(3);
    expect((await asRole('select * from accounts.audit_log', uuidv7())).rowCount).toBe(0);
    await expect(asRole('insert into accounts.audit_log select * from accounts.audit_log', studio.uuid)).rejects.toThrow(/duplicate key/);
    await expect(asRole(`insert into accounts.audit_heads values ('${uuidv7()}', 1, '')`)).rejects.toThrow(/row-level security/);
  });

  test('forgets nothing of a studio that is there', async () => {
    expect((await asRole('select accounts.forget_audit_log() as lines')).rows).toEqual([{ lines: 0 }]);
    await domain.db.admin.query(`update accounts.audit_log set at = now() - interval '91 days' where studio_id = $1`, [studio.uuid]);
    expect((await asRole('select accounts.forget_audit_log() as lines')).rows).toEqual([{ lines: 0 }]);
    await domain.db.admin.query('delete from accounts.studios where id = $1', [studio.uuid]);
    expect((await asRole('select accounts.forget_audit_log() as lines')).rows).toEqual([{ lines: 3 }]);
  });
});

describe('The check', () => {
  beforeEach(() => renamed(4));
  const admin = (sql: string) => domain.db.admin.query(sql, [studio.uuid]);
  const faults = async () => ((await check()) as { auditLogCheck: { isIntact: boolean; faults: unknown[] } }).auditLogCheck;

  test('finds the log whole', async () => {
    expect(await faults()).toEqual({ isIntact: true, lines: 4, faults: [] });
  });

  test.each([1, 3, 4])('says that line %i was taken out, even by whoever runs the database', async (number) => {
    await admin(`delete from accounts.audit_log where studio_id = $1 and number = ${number}`);
    expect(await faults()).toEqual({ isIntact: false, lines: 3, faults: [{ number, kind: 'MISSING' }] });
  });

  test('says which line was changed', async () => {
    await admin(`update accounts.audit_log set after = '{"name":"Another"}' where studio_id = $1 and number = 2`);
    expect(await faults()).toMatchObject({ isIntact: false, faults: [{ number: 2, kind: 'CHANGED' }] });
  });

  test('sees that numbers were moved together over a gap', async () => {
    await admin('delete from accounts.audit_log where studio_id = $1 and number = 2');
    await admin('update accounts.audit_log set number = 2 where studio_id = $1 and number = 3');
    await admin('update accounts.audit_log set number = 3 where studio_id = $1 and number = 4');
    await admin('update accounts.audit_heads set number = 3 where studio_id = $1');
    expect((await faults()).faults).toEqual([
      { number: 2, kind: 'CHANGED' },
      { number: 3, kind: 'CHANGED' },
    ]);
  });
});
