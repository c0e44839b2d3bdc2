import { uuidv7 } from '@atelier/service-kit/ids';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Accounts, startAccounts } from './testing/accounts.ts';
import { aLink, aMember, aStudio, type MemberFixture, type StudioFixture } from './testing/people.ts';

let domain: Accounts;
let client: pg.Client;
let studio: StudioFixture;
let other: StudioFixture;
let ana: MemberFixture;
beforeAll(async () => {
  domain = await startAccounts();
  [studio, other] = [await aStudio(domain), await aStudio(domain)];
  ana = await aMember(domain, studio, 'owner');
  await aMember(domain, other, 'owner');
  await domain.ask(ana.viewer, 'mutation { createApiKey(input: { name: "x", scopes: [STUDIO_READ] }) { __typename } }');
  await domain.ask(ana.viewer, 'mutation { inviteMember(input: { email: "i@people.example", role: ARTIST }) { __typename } }');
  const app = await domain.ask(
    ana.viewer,
    'mutation { registerApp(input: { name: "x", redirectUris: ["https://x.example/back"], scopes: [STUDIO_READ] }) { __typename } }',
  );
  expect(app.data).toEqual({ registerApp: { __typename: 'RegisterAppSuccess' } });
  await domain.db.admin.query(
    `insert into accounts.app_grants (studio_id, id, client_id, user_id, scopes, created_at, updated_at)
     select studio_id, id, client_id, user_id, '{studio:read}', now(), now() from accounts.apps`,
  );
  await aLink(domain, studio);
  client = new pg.Client({ connectionString: domain.db.url('accounts') });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await domain.stop();
});

const TABLES = [
  'studios',
  'members',
  'invitations',
  'api_keys',
  'client_links',
  'contact_sessions',
  'apps',
  'app_grants',
  'activity',
  'activity_subjects',
  'audit_log',
  'audit_heads',
  'audit_people',
  'studio_deletions',
  'former_members',
  'people',
];

/** How many rows the domain's own role sees, and of how many studios. */
async function seen(table: string, setting: { studio?: string; user?: string }): Promise<number> {
  await client.query('begin');
  await client.query(`select set_config('app.studio', $1, true), set_config('app.user', $2, true)`, [
    setting.studio ?? '',
    setting.user ?? '',
  ]);
  const { rowCount } = await client.query(`select * from accounts.${table}`);
  await client.query('rollback');
  return rowCount ?? 0;
}

test("without a studio the domain's role sees no row of any table", async () => {
  for (const table of TABLES) {
    expect([table, (await client.query(`select * from accounts.${table}`)).rowCount]).toEqual([table, 0]);
    expect([table, await seen(table, {})]).toEqual([table, 0]);
  }
});

test("with a studio it sees that one's rows only", async () => {
  for (const table of ['studios', 'members', 'invitations', 'api_keys', 'client_links', 'apps', 'app_grants', 'people'])
    expect([table, await seen(table, { studio: studio.uuid })]).toEqual([table, 1]);
  for (const table of TABLES) expect([table, await seen(table, { studio: uuidv7() })]).toEqual([table, 0]);
});

test('a person sees their own memberships, studios and name without a studio, and nothing else', async () => {
  for (const table of TABLES) {
    const own = ['studios', 'members', 'people', 'apps', 'app_grants'].includes(table) ? 1 : 0;
    expect([table, await seen(table, { user: ana.userId })]).toEqual([table, own]);
  }
});

test('no row can be written into another studio', async () => {
  await client.query('begin');
  await client.query(`select set_config('app.studio', $1, true), set_config('app.user', $2, true)`, [studio.uuid, ana.userId]);
  await expect(
    client.query(`insert into accounts.members (studio_id, id, user_id, role) values ($1, $2, $3, 'owner')`, [
      other.uuid,
      uuidv7(),
      ana.userId,
    ]),
  ).rejects.toThrow(/row-level security/);
  await client.query('rollback');
  const second = await aStudio(domain);
  await aMember(domain, second, 'guest', ana);
  await client.query('begin');
  await client.query(`select set_config('app.studio', $1, true), set_config('app.user', $2, true)`, [studio.uuid, ana.userId]);
  // Seen as a membership of one's own, but of another studio: not to be changed.
  expect((await client.query(`update accounts.members set role = 'owner' where studio_id = $1`, [second.uuid])).rowCount).toBe(0);
  await client.query('rollback');
});

test("the domain's role reads no session, no password and no address that sign-in keeps", async () => {
  for (const table of ['sessions', 'accounts', 'verifications', 'attempts', 'rate_limits', 'oauth_access_tokens', 'oauth_refresh_tokens']) {
    await expect(client.query(`select * from auth.${table}`)).rejects.toThrow(/permission denied/);
  }
  await expect(client.query('select locale from auth.users')).rejects.toThrow(/permission denied/);
  await expect(client.query(`update auth.users set name = 'x'`)).rejects.toThrow(/permission denied/);
});

test('the role of sign-in changes no studio, no member and no invitation', async () => {
  const signIn = new pg.Client({ connectionString: domain.db.url('auth') });
  await signIn.connect();
  try {
    for (const statement of [
      `update accounts.members set role = 'owner'`,
      `update accounts.studios set name = 'x'`,
      'delete from accounts.invitations',
      'update accounts.api_keys set scopes = array[]::text[]',
      'delete from accounts.client_links',
      'update accounts.apps set scopes = array[]::text[]',
      'delete from accounts.apps',
      'select * from accounts.activity',
      'select * from accounts.audit_log',
      'delete from accounts.audit_log',
      'delete from accounts.studio_deletions',
      'select * from accounts.erasures',
    ]) {
      await expect(signIn.query(statement)).rejects.toThrow(/permission denied/);
    }
  } finally {
    await signIn.end();
  }
});
