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
