import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
let studio: StudioFixture;
let owner: MemberFixture;
let artist: MemberFixture;
beforeAll(async () => {
  domain = await startAccounts();
});
beforeEach(async () => {
  studio = await aStudio(domain);
  [owner, artist] = [await aMember(domain, studio, 'owner', { name: 'Olga' }), await aMember(domain, studio, 'artist', { name: 'Ana' })];
});
afterAll(() => domain.stop());

const DAY_MS = 86_400_000;
const REQUIRE = `mutation ($days: Int) { requireSecondFactor(input: { days: $days }) { __typename
  ... on RequireSecondFactorSuccess { studio { secondFactorDays } } ... on InvalidInput { code } } }`;
const ask = async (who: MemberFixture, days: number | null) => {
  await domain.db.admin.query('update auth.sessions set proved_at = $2 where id = $1', [who.sessionId, domain.clock.now]);
  return domain.ask(who.viewer, REQUIRE, { days });
};
const inStudio = async ({ cookie }: MemberFixture) => {
  const viewer = await domain.subgraph.viewers.resolve({
    cookieHeader: cookie,
    authorization: null,
    studioSlug: studio.slug,
    address: null,
    userAgent: null,
  });
  return viewer.kind === 'user' && viewer.studio !== null;
};
const pass = async (ms: number) => {
  domain.clock.now = new Date(domain.clock.now.getTime() + ms);
  await domain.db.admin.query(`update auth.sessions set expires_at = $1`, [new Date(domain.clock.now.getTime() + DAY_MS)]);
};

test('a member without a second factor is kept out once the days are over, and let in with one', async () => {
  expect((await ask(owner, 3)).data?.requireSecondFactor).toMatchObject({ studio: { secondFactorDays: 3 } });
  await pass(3 * DAY_MS - 60_000);
  expect(await inStudio(artist)).toBe(true);
  await pass(120_000);
  expect([await inStudio(artist), await inStudio(owner)]).toEqual([false, false]);
  await domain.db.admin.query('update auth.users set two_factor_enabled = true where id = $1', [artist.userId]);
  expect(await inStudio(artist)).toBe(true);
  await domain.db.admin.query(
    `insert into auth.passkeys (id, user_id, public_key, credential_id, counter, device_type, backed_up) values (gen_random_uuid(), $1, 'x', 'its own', 0, 'x', false)`,
    [owner.userId],
  );
  expect(await inStudio(owner)).toBe(true);
});

test('whom a changed requirement or factor concerns is asked for anew at once, and nobody else', async () => {
  const heard: unknown[] = [];
  const stop = domain.subgraph.viewers.onRevoked((what) => heard.push(what));
  await domain.db.admin.query('update auth.users set two_factor_enabled = true where id = $1', [owner.userId]);
  await ask(owner, 0);
  expect(heard).toEqual([{ userId: artist.userId }]);
  const passkeyId = uuidv7();
  await domain.db.admin.query(
    `insert into auth.passkeys (id, user_id, public_key, credential_id, counter, device_type, backed_up) values ($1, $2, 'x', 'ana', 0, 'x', false)`,
    [passkeyId, artist.userId],
  );
  const remove = `mutation ($id: ID!) { removePasskey(input: { id: $id }) { __typename } }`;
  await domain.db.admin.query('update auth.sessions set proved_at = $2 where id = $1', [artist.sessionId, domain.clock.now]);
  await domain.ask(artist.viewer, remove, { id: encodeId('Passkey', passkeyId) });
  expect(heard).toEqual([{ userId: artist.userId }, { userId: artist.userId }]);
  stop();
});

test('who joins later has as many days from then on', async () => {
  await ask(owner, 3);
  await pass(10 * DAY_MS);
  const late = await aMember(domain, studio, 'artist');
  await domain.db.admin.query('update accounts.members set joined_at = $2 where id = $1', [late.memberId, domain.clock.now]);
  expect([await inStudio(late), await inStudio(artist)]).toEqual([true, false]);
});

test('a member sees by when; the owner sees who has one; nobody else sees anything', async () => {
  await ask(owner, 5);
  const seen = '{ studio { members { nodes { name hasSecondFactor secondFactorDueAt } } } }';
  const due = new Date(domain.clock.now.getTime() + 5 * DAY_MS).toISOString();
  await domain.db.admin.query('update auth.users set two_factor_enabled = true where id = $1', [owner.userId]);
  const olga = { name: 'Olga', hasSecondFactor: true, secondFactorDueAt: null };
  const ana = { name: 'Ana', hasSecondFactor: false, secondFactorDueAt: due };
  expect((await domain.ask(owner.viewer, seen)).data).toEqual({ studio: { members: { nodes: [ana, olga] } } });
  expect((await domain.ask(artist.viewer, seen)).data).toEqual({
    studio: { members: { nodes: [ana, { ...olga, hasSecondFactor: null }] } },
  });
});

test('only an owner asks for it, after a fresh proof, for a sensible time, and may stop asking', async () => {
  const admin = await aMember(domain, studio, 'admin');
  expect((await ask(admin, 3)).codes).toEqual(['FORBIDDEN']);
  expect((await domain.ask(owner.viewer, REQUIRE, { days: 3 })).data?.requireSecondFactor).toEqual({ __typename: 'FreshProofNeeded' });
  expect((await ask(owner, 91)).data?.requireSecondFactor).toEqual({ __typename: 'InvalidInput', code: 'OUT_OF_RANGE' });
  await ask(owner, 0);
  expect(await inStudio(artist)).toBe(false);
  expect((await ask(owner, null)).data?.requireSecondFactor).toMatchObject({ studio: { secondFactorDays: null } });
  expect(await inStudio(artist)).toBe(true);
});
