import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aStudio, type StudioFixture } from '../testing/people.ts';
import { aCast, type Cast } from '../testing/roles.ts';

let domain: Accounts;
let studio: StudioFixture;
let cast: Cast;
beforeAll(async () => {
  domain = await startAccounts();
});
beforeEach(async () => {
  studio = await aStudio(domain);
  cast = await aCast(domain, studio, await aStudio(domain));
});
afterAll(() => domain.stop());

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename
  ... on CreateApiKeySuccess { secret apiKey { id name prefix scopes expiresAt lastUsedAt } } ... on InvalidInput { code path } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { ... on RevokeApiKeySuccess { id } } }';

async function create(who: keyof Cast = 'owner', input: Record<string, unknown> = {}) {
  const { data, codes } = await domain.ask(cast[who], CREATE, {
    input: { name: 'Website', scopes: ['STUDIO_READ', 'PROJECTS_READ'], ...input },
  });
  return { result: data?.createApiKey as { secret: string; apiKey: { id: string; prefix: string } }, codes };
}

const ask = async (secret: string) =>
  domain.subgraph.viewers.resolve({
    cookieHeader: null,
    authorization: `Bearer ${secret}`,
    studioSlug: null,
    address: null,
    userAgent: null,
  });

test('a key works with the secret that was shown once, as far as its scopes go', async () => {
  const { result } = await create();
  expect(result.apiKey).toMatchObject({ name: 'Website', scopes: ['PROJECTS_READ', 'STUDIO_READ'], expiresAt: null, lastUsedAt: null });
  expect(result.secret.startsWith(result.apiKey.prefix)).toBe(true);
  const viewer = await ask(result.secret);
  expect(viewer).toMatchObject({ kind: 'apiKey', scopes: ['projects:read', 'studio:read'], studio: { id: studio.uuid, role: 'owner' } });
  expect((await domain.ask(viewer, '{ studio { slug } }')).data).toEqual({ studio: { slug: studio.slug } });
  expect((await create('key')).codes).toEqual(['FORBIDDEN']);
  const { rows } = await domain.db.admin.query(
    'select k::text as row from accounts.api_keys k union all select a::text from accounts.activity a',
  );
  for (const { row } of rows as { row: string }[]) expect(row).not.toContain(result.secret);
});

test('a revoked key is nobody at once, and the router is told', async () => {
  const { result } = await create('admin');
  const viewer = await ask(result.secret);
  expect((await domain.ask(cast.owner, REVOKE, { id: result.apiKey.id })).data).toEqual({ revokeApiKey: { id: result.apiKey.id } });
  expect(await ask(result.secret)).toEqual({ kind: 'anonymous' });
  expect(domain.revoked).toContainEqual({ keyId: viewer.kind === 'apiKey' ? viewer.keyId : '' });
  expect((await domain.ask(cast.owner, REVOKE, { id: result.apiKey.id })).codes).toEqual(['NOT_FOUND']);
});

test('a key with an end is good until then', async () => {
  const expiresAt = new Date(domain.clock.now.getTime() + 60_000);
  const { result } = await create('owner', { expiresAt: expiresAt.toISOString() });
  expect(await ask(result.secret)).toMatchObject({ kind: 'apiKey' });
  domain.clock.now = expiresAt;
  expect(await ask(result.secret)).toEqual({ kind: 'anonymous' });
});

test('a key loses what the person who made it loses', async () => {
  const admin = await aMember(domain, studio, 'admin');
  const { data } = await domain.ask(admin.viewer, CREATE, { input: { name: 'Website', scopes: ['STUDIO_READ'] } });
  const { secret } = (data as { createApiKey: { secret: string } }).createApiKey;
  await domain.db.admin.query(`update accounts.members set role = 'guest' where id = $1`, [admin.memberId]);
  expect(await ask(secret)).toMatchObject({ studio: { role: 'guest' } });
});

const ROTATE = `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { __typename
  ... on RotateApiKeySuccess { secret apiKey { id prefix previousEndsAt lastUsedAt } } ... on InvalidInput { code path } } }`;
const HOUR = 3_600_000;
const later = (ms: number) => new Date(domain.clock.now.getTime() + ms);

async function rotate(id: string, previousEndsAt?: Date, who: keyof Cast = 'owner') {
  const { data, codes } = await domain.ask(cast[who], ROTATE, { input: { id, previousEndsAt: previousEndsAt?.toISOString() } });
  return { result: data?.rotateApiKey as { secret: string; apiKey: { prefix: string; previousEndsAt: string } }, codes };
}

test('a key that is given a new secret works with both for a day, and then with the new one', async () => {
  const { result: made } = await create();
  const start = domain.clock.now;
  const { result } = await rotate(made.apiKey.id);
  expect(result.secret).not.toBe(made.secret);
  expect(result.secret.startsWith(result.apiKey.prefix)).toBe(true);
  expect(result.apiKey.previousEndsAt).toBe(later(24 * HOUR).toISOString());
  const [old, fresh] = [await ask(made.secret), await ask(result.secret)];
  expect(old).toMatchObject({ kind: 'apiKey', scopes: ['projects:read', 'studio:read'] });
  expect(fresh).toEqual(old);
  domain.clock.now = later(24 * HOUR);
  expect(await ask(made.secret)).toEqual({ kind: 'anonymous' });
  expect(await ask(result.secret)).toEqual(old);
  domain.clock.now = start;
});

test('the old secret ends when it is said to, at once or in a week at most', async () => {
  const { result: made } = await create();
  const { result } = await rotate(made.apiKey.id, later(-HOUR));
  expect(await ask(made.secret)).toEqual({ kind: 'anonymous' });
  expect((await rotate(made.apiKey.id, later(7 * 24 * HOUR + 1))).result).toEqual({
    __typename: 'InvalidInput',
    code: 'INVALID_DATE',
    path: ['input', 'previousEndsAt'],
  });
  expect(await ask(result.secret)).toMatchObject({ kind: 'apiKey' });
});

test('a second new secret ends the first one, and revoking ends both; routers hear of each', async () => {
  const { result: made } = await create();
  const { result: second } = await rotate(made.apiKey.id);
  const { result: third } = await rotate(made.apiKey.id);
  expect(await ask(made.secret)).toEqual({ kind: 'anonymous' });
  const viewer = await ask(second.secret);
  const keyId = viewer.kind === 'apiKey' ? viewer.keyId : '';
  expect(domain.revoked.filter((what) => what.keyId === keyId)).toHaveLength(2);
  await domain.ask(cast.owner, REVOKE, { id: made.apiKey.id });
  for (const { secret } of [second, third]) expect(await ask(secret)).toEqual({ kind: 'anonymous' });
});

test('what still runs with the old secret is ended when its time is over', async () => {
  const { result: made } = await create();
  const { result } = await rotate(made.apiKey.id, later(HOUR));
  const viewer = await ask(result.secret);
  const keyId = viewer.kind === 'apiKey' ? viewer.keyId : '';
  const { rowCount } = await domain.db.admin.query(
    `update accounts_jobs._private_jobs set run_at = now() where key = $1 and run_at > now() + interval '59 minutes'`,
    [`api-key.overlap:${keyId}`],
  );
  expect(rowCount).toBe(1);
  await domain.db.admin.query(`select pg_notify('jobs:insert', '{"r":1,"count":1}')`);
  await until(() => domain.revoked.filter((what) => what.keyId === keyId).length === 2);
});

test('a secret is given anew by owners and admins only, and only in their studio', async () => {
  const { result } = await create();
  for (const who of ['manager', 'artist', 'accountant', 'guest', 'key', 'contact'] as const) {
    expect([who, (await rotate(result.apiKey.id, undefined, who)).codes]).toEqual([who, ['FORBIDDEN']]);
  }
  expect((await rotate(result.apiKey.id, undefined, 'otherStudio')).codes).toEqual(['NOT_FOUND']);
});

test('what is missing is told by field', async () => {
  expect((await create('owner', { name: ' ' })).result).toEqual({ __typename: 'InvalidInput', code: 'REQUIRED', path: ['input', 'name'] });
  expect((await create('owner', { scopes: [] })).result).toMatchObject({ path: ['input', 'scopes'] });
});

test('only owners and admins make, see and revoke keys', async () => {
  const { result } = await create();
  for (const who of ['manager', 'artist', 'accountant', 'guest', 'contact', 'key', 'keyWithoutScope'] as const) {
    expect((await create(who)).codes).toEqual(['FORBIDDEN']);
    expect((await domain.ask(cast[who], REVOKE, { id: result.apiKey.id })).codes).toEqual(['FORBIDDEN']);
    expect(await domain.entity(cast[who], 'ApiKey', result.apiKey.id, '{ name }')).toBeNull();
  }
  for (const who of ['manager', 'artist', 'accountant', 'guest'] as const) {
    expect((await domain.ask(cast[who], '{ studio { apiKeys { name } } }')).data).toEqual({ studio: { apiKeys: null } });
  }
  expect((await domain.ask(cast.admin, '{ studio { apiKeys { name } } }')).data).toEqual({ studio: { apiKeys: [{ name: 'Website' }] } });
});

test('another studio learns nothing of a key, and ends none', async () => {
  const { result } = await create();
  expect(await domain.entity(cast.otherStudio, 'ApiKey', result.apiKey.id, '{ name }')).toBeNull();
  expect((await domain.ask(cast.otherStudio, REVOKE, { id: result.apiKey.id })).codes).toEqual(['NOT_FOUND']);
  expect((await domain.ask(cast.otherStudio, REVOKE, { id: `client_link_${result.apiKey.id.slice(-22)}` })).codes).toEqual(['NOT_FOUND']);
  expect(await ask(result.secret)).toMatchObject({ kind: 'apiKey' });
});

test('a key of somebody else gets no new secret, since it acts as whoever made it; ending it is another thing', async () => {
  const { result } = await create('owner');
  const { id } = result.apiKey;
  expect((await rotate(id, undefined, 'admin')).result).toEqual({ __typename: 'InvalidInput', code: 'NOT_YOURS', path: ['input', 'id'] });
  const may = async (who: 'owner' | 'admin') => (await domain.entity(cast[who], 'ApiKey', id, '{ viewerCanRotate }'))?.viewerCanRotate;
  expect([await may('owner'), await may('admin')]).toEqual([true, false]);
  expect(await ask(result.secret)).toMatchObject({ kind: 'apiKey' });
  expect((await domain.ask(cast.admin, REVOKE, { id })).data).toEqual({ revokeApiKey: { id } });
});
