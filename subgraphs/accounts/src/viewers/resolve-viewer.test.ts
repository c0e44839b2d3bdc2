import { uuidv7 } from '@atelier/service-kit/ids';
import type { Credentials } from '@atelier/service-kit/viewer-source';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newKeySecret } from '../api-keys/secret.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aLink, aMember, aPerson, aStudio, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
beforeAll(async () => {
  domain = await startAccounts();
});
afterAll(() => domain.stop());

const nothing: Credentials = { cookieHeader: null, authorization: null, studioSlug: null, address: null, userAgent: null };
const resolve = (given: Partial<Credentials>) => domain.subgraph.viewers.resolve({ ...nothing, ...given });

async function aContactCookie(studio: StudioFixture): Promise<{ cookie: string; sessionId: string; contactId: string }> {
  const link = await aLink(domain, studio);
  const [sessionId, secret] = [uuidv7(), newSecret()];
  await domain.db.admin.query(
    'insert into accounts.contact_sessions (studio_id, id, link_id, contact_id, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6)',
    [studio.uuid, sessionId, link.uuid, link.contactId, hashSecret(secret), new Date(domain.clock.now.getTime() + 3_600_000)],
  );
  return { cookie: `atelier_test_contact=${secret}`, sessionId, contactId: link.contactId };
}

async function aKey(studio: StudioFixture, expiresAt: Date | null = null) {
  const owner = await aMember(domain, studio, 'owner');
  const [keyId, secret] = [uuidv7(), newKeySecret()];
  await domain.db.admin.query(
    `insert into accounts.api_keys (studio_id, id, member_id, name, prefix, secret_hash, scopes, expires_at) values ($1, $2, $3, 'Website', 'atelier_x', $4, '{studio:read}', $5)`,
    [studio.uuid, keyId, owner.memberId, hashSecret(secret), expiresAt],
  );
  return { keyId, secret, owner };
}

test('a session is a person, in the studio that was asked for', async () => {
  const [blue, red] = [await aStudio(domain), await aStudio(domain)];
  const ana = await aPerson(domain);
  const [inBlue, inRed] = [await aMember(domain, blue, 'owner', ana), await aMember(domain, red, 'guest', ana)];
  const { userId, sessionId } = ana;
  expect(await resolve({ cookieHeader: ana.cookie })).toEqual({ kind: 'user', userId, sessionId, studio: null });
  expect(await resolve({ cookieHeader: ana.cookie, studioSlug: blue.slug })).toMatchObject({
    studio: { id: blue.uuid, memberId: inBlue.memberId, role: 'owner' },
  });
  expect(await resolve({ cookieHeader: ana.cookie, studioSlug: red.slug })).toMatchObject({
    studio: { id: red.uuid, memberId: inRed.memberId, role: 'guest' },
  });
});

test("somebody else's studio and one that does not exist are the same", async () => {
  const other = await aStudio(domain);
  await aMember(domain, other, 'owner');
  const ana = await aPerson(domain);
  const stranger = await resolve({ cookieHeader: ana.cookie, studioSlug: other.slug });
  expect(stranger).toMatchObject({ studio: null });
  expect(await resolve({ cookieHeader: ana.cookie, studioSlug: 'no-such-studio' })).toEqual(stranger);
});

test('a cookie that we did not sign is nobody', async () => {
  const ana = await aPerson(domain);
  const [name = '', value = ''] = ana.cookie.split('=');
  const token = decodeURIComponent(value).split('.')[0] ?? '';
  for (const forged of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`, '%', '.', '']) {
    expect(await resolve({ cookieHeader: `${name}=${forged}` })).toEqual({ kind: 'anonymous' });
  }
  expect(await resolve({ cookieHeader: `__Secure-${ana.cookie}` })).toEqual({ kind: 'anonymous' });
});

test('an ended session is nobody', async () => {
  const ana = await aPerson(domain);
  await domain.db.admin.query('update auth.sessions set expires_at = $2 where id = $1', [ana.sessionId, domain.clock.now]);
  expect(await resolve({ cookieHeader: ana.cookie })).toEqual({ kind: 'anonymous' });
});

test('a key is a program, within the role of the person who made it', async () => {
  const studio = await aStudio(domain);
  const { keyId, secret, owner } = await aKey(studio);
  expect(await resolve({ authorization: `Bearer ${secret}`, studioSlug: 'another-studio' })).toEqual({
    kind: 'apiKey',
    keyId,
    userId: owner.userId,
    scopes: ['studio:read'],
    studio: { id: studio.uuid, memberId: owner.memberId, role: 'owner' },
  });
  await domain.db.admin.query('delete from accounts.members where id = $1', [owner.memberId]);
  expect(await resolve({ authorization: `Bearer ${secret}` })).toEqual({ kind: 'anonymous' });
});

test('a key that ended, or that is none, is nobody, whatever cookies come with it', async () => {
  const studio = await aStudio(domain);
  const { secret, owner } = await aKey(studio, domain.clock.now);
  for (const authorization of [`Bearer ${secret}`, 'Bearer atelier_nonsense', 'Bearer', 'Basic YTpi', `Bearer ${newSecret()}`]) {
    expect(await resolve({ authorization, cookieHeader: owner.cookie })).toEqual({ kind: 'anonymous' });
  }
});

test("beside a person's session a contact's cookie is silent, unless the client's view is asked for", async () => {
  const studio = await aStudio(domain);
  const contact = await aContactCookie(studio);
  const asContact = { kind: 'contact', contactId: contact.contactId, sessionId: contact.sessionId, studioId: studio.uuid };
  expect(await resolve({ cookieHeader: contact.cookie })).toEqual(asContact);
  const ana = await aPerson(domain);
  const both = `${ana.cookie}; ${contact.cookie}`;
  expect(await resolve({ cookieHeader: both })).toMatchObject({ kind: 'user', userId: ana.userId });
  expect(await resolve({ cookieHeader: both, as: 'contact' })).toEqual(asContact);
  expect(await resolve({ cookieHeader: ana.cookie, as: 'contact' })).toEqual({ kind: 'anonymous' });
  const endedBoth = `${ana.cookie.slice(0, -6)}x; ${contact.cookie}`;
  expect(await resolve({ cookieHeader: endedBoth })).toEqual(asContact);
});

test('asking costs one statement, two at most', async () => {
  const studio = await aStudio(domain);
  const ana = await aMember(domain, studio, 'artist');
  const contact = await aContactCookie(studio);
  const { secret } = await aKey(studio);
  await resolve({ authorization: `Bearer ${secret}` });
  await until(
    async () =>
      (
        await domain.db.admin.query('select from accounts.api_keys where last_used_at is not null and secret_hash = $1', [
          hashSecret(secret),
        ])
      ).rowCount === 1,
  );
  const cost = async (given: Partial<Credentials>) => {
    const before = domain.subgraph.stats().statements;
    await resolve(given);
    return domain.subgraph.stats().statements - before;
  };
  expect(await cost({ cookieHeader: ana.cookie, studioSlug: studio.slug })).toBe(1);
  expect(await cost({ authorization: `Bearer ${secret}` })).toBe(1);
  expect(await cost({ cookieHeader: contact.cookie })).toBe(1);
  await domain.db.admin.query('delete from auth.sessions where id = $1', [ana.sessionId]);
  expect(await cost({ cookieHeader: `${ana.cookie}; ${contact.cookie}` })).toBe(2);
  expect(await cost({})).toBe(0);
});

test('when and where a session was last seen is kept, at most once a minute', async () => {
  const ana = await aPerson(domain);
  const start = domain.clock.now.getTime();
  const seen = async () =>
    (await domain.db.admin.query('select last_seen_at as at, ip_address as address from auth.sessions where id = $1', [ana.sessionId]))
      .rows[0];
  domain.clock.now = new Date(start + 59_000);
  const before = domain.subgraph.stats().statements;
  await resolve({ cookieHeader: ana.cookie, address: '203.0.113.9' });
  expect(domain.subgraph.stats().statements - before).toBe(1);
  domain.clock.now = new Date(start + 61_000);
  await resolve({ cookieHeader: ana.cookie, address: '203.0.113.9' });
  await until(async () => (await seen()).address === '203.0.113.9');
  expect((await seen()).at).toEqual(domain.clock.now);
});
