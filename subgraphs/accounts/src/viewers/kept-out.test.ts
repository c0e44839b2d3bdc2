import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newKeySecret } from '../api-keys/secret.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
let studio: StudioFixture;
let owner: MemberFixture;
let artist: MemberFixture;
let programs: Record<'a key' | 'an app' | 'an app that acts for itself', string>;
beforeAll(async () => {
  domain = await startAccounts();
});
beforeEach(async () => {
  domain.clock.now = new Date();
  studio = await aStudio(domain);
  [owner, artist] = [await aMember(domain, studio, 'owner'), await aMember(domain, studio, 'artist', { name: 'Ana Ruiz' })];
  await domain.db.admin.query('update auth.users set two_factor_enabled = true where id = $1', [owner.userId]);
  await domain.db.admin.query('update accounts.members set joined_at = $1', [domain.clock.now]);
  programs = { 'a key': await aKey(), 'an app': await anApp(true), 'an app that acts for itself': await anApp(false) };
});
afterAll(() => domain.stop());

const DAY_MS = 86_400_000;

async function aKey(): Promise<string> {
  const secret = newKeySecret();
  await domain.db.admin.query(
    `insert into accounts.api_keys (studio_id, id, member_id, name, prefix, secret_hash, scopes) values ($1, $2, $3, 'Website', 'atelier_x', $4, '{studio:read}')`,
    [studio.uuid, uuidv7(), artist.memberId, hashSecret(secret)],
  );
  return secret;
}

/** What an app holds of the artist, or by itself, as the artist who registered it. */
async function anApp(ofPerson: boolean): Promise<string> {
  const [id, secret] = [uuidv7(), newSecret()];
  const clientId = encodeId('App', id);
  await domain.db.admin.query(
    `insert into accounts.apps (studio_id, id, client_id, user_id, name, redirect_uris, scopes, own_scopes, grant_types, response_types, auth_method)
     values ($1, $2, $3, $4, 'Tool', '{}', '{studio:read}', '{studio:read}', '{}', '{}', 'none')`,
    [studio.uuid, id, clientId, artist.userId],
  );
  if (ofPerson) {
    await domain.db.admin.query(
      `insert into accounts.app_grants (studio_id, id, client_id, user_id, scopes, created_at, updated_at) values ($1, $2, $3, $4, '{studio:read}', now(), now())`,
      [studio.uuid, uuidv7(), clientId, artist.userId],
    );
  }
  await domain.db.admin.query(
    `insert into auth.oauth_access_tokens (id, token, client_id, user_id, in_studio, scopes, expires_at, created_at)
     values ($1, $2, $3, $4, $5, '{studio:read}', $6, $7)`,
    [
      uuidv7(),
      hashSecret(secret),
      clientId,
      ofPerson ? artist.userId : null,
      ofPerson ? studio.uuid : null,
      new Date(domain.clock.now.getTime() + 30 * DAY_MS),
      domain.clock.now,
    ],
  );
  return `atelierat_${secret}`;
}

const require = (days: number | null) =>
  domain.db.admin.query('update accounts.studios set second_factor_since = $2, second_factor_days = $3 where id = $1', [
    studio.uuid,
    days === null ? null : domain.clock.now,
    days ?? 0,
  ]);

const kindOf = async (given: { authorization?: string; cookieHeader?: string }) => {
  const viewer = await domain.subgraph.viewers.resolve({
    cookieHeader: null,
    authorization: null,
    studioSlug: studio.slug,
    address: '203.0.113.5',
    userAgent: 'tool/1.0',
    ...given,
  });
  return viewer.kind === 'user' && viewer.studio === null ? 'outside' : viewer.kind;
};
const byProgram = (secret: string) => kindOf({ authorization: `Bearer ${secret}` });

test.each(['a key', 'an app', 'an app that acts for itself'] as const)(
  '%s of a member without a second factor stops when they are kept out, and goes on with one',
  async (which) => {
    const secret = programs[which];
    await require(3);
    expect(await byProgram(secret)).toBe('apiKey');
    domain.clock.now = new Date(domain.clock.now.getTime() + 3 * DAY_MS + 1);
    expect(await byProgram(secret)).toBe('anonymous');
    await domain.db.admin.query('update auth.users set two_factor_enabled = true where id = $1', [artist.userId]);
    expect(await byProgram(secret)).toBe('apiKey');
  },
);

test('that somebody was kept out is told once a day, by whatever they came', async () => {
  const told = async () => {
    const { data } = await domain.ask(
      owner.viewer,
      '{ studio { auditLog(filter: { kinds: [MEMBER_KEPT_OUT] }) { nodes { actorName targetName address device } } } }',
    );
    return (data as { studio: { auditLog: { nodes: object[] } } }).studio.auditLog.nodes;
  };
  await require(0);
  expect(await kindOf({ cookieHeader: artist.cookie })).toBe('outside');
  for (const secret of Object.values(programs)) expect(await byProgram(secret)).toBe('anonymous');
  expect(await kindOf({ cookieHeader: owner.cookie })).toBe('user');
  const line = { actorName: 'Ana Ruiz', targetName: 'Ana Ruiz', address: '203.0.113.5', device: expect.any(String) };
  await until(async () => (await told()).length > 0);
  expect(await told()).toEqual([line]);
  domain.clock.now = new Date(domain.clock.now.getTime() + DAY_MS + 1);
  await byProgram(programs['a key']);
  await until(async () => (await told()).length > 1);
  expect(await told()).toEqual([line, line]);
});
