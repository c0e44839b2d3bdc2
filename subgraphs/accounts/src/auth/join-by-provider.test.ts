import { asGoogle, type OpenIdPerson, type OpenIdStandIn, startOpenId } from '@atelier/testing/openid';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { comeBy, goRound, OPTIONS } from '../testing/by-provider.ts';
import { aPerson, type Person } from '../testing/people.ts';

let domain: Accounts;
let site: Site;
let google: OpenIdStandIn;
let browser: Browser;
let people = 0;
beforeAll(async () => {
  google = await startOpenId();
  google.allow(`${PUBLIC_URL}/auth/callback/google`);
  ({ domain, site } = await startSite({
    env: asGoogle(google),
  }));
});
beforeEach(() => {
  browser = site.browser();
});
afterAll(async () => {
  await site.close();
  await google.close();
});

function isHere(given: Partial<OpenIdPerson> = {}): OpenIdPerson {
  people += 1;
  const person = { sub: `g-${people}`, name: 'Ravi Anand', email: `ravi-${people}@join.example`, email_verified: true, ...given };
  google.isHere(person);
  return person;
}

const userOf = async (who: Browser) => (await who.get('/auth/get-session')).json<{ user: { email: string; name: string } } | null>()?.user;

function browserOf(person: Person): Browser {
  const made = site.browser();
  made.cookies.set(...(person.cookie.split(/=(.*)/s) as [string, string]));
  return made;
}

const prove = (person: Person) => domain.db.admin.query('update auth.sessions set proved_at = now() where id = $1', [person.sessionId]);

test('a new person signs up by what the provider says, and comes back as the same one', async () => {
  const ravi = isHere();
  expect((await comeBy(browser)).pathname).toBe('/');
  expect(await userOf(browser)).toMatchObject({ email: ravi.email, name: 'Ravi Anand', emailVerified: true, image: null });
  const again = site.browser();
  await comeBy(again);
  expect(await userOf(again)).toMatchObject({ email: ravi.email });
  const { rows } = await domain.db.admin.query(
    `select a.provider_id, a.access_token, a.refresh_token, a.id_token from auth.accounts a join auth.users u on u.id = a.user_id where u.email = $1`,
    [ravi.email],
  );
  expect(rows).toEqual([{ provider_id: 'google', access_token: null, refresh_token: null, id_token: null }]);
});

test('an address that the provider has not seen confirmed makes no account', async () => {
  const ravi = isHere({ email_verified: false });
  const end = await comeBy(browser);
  expect([end.pathname, end.searchParams.get('error')]).toEqual(['/sign-in', 'email_not_verified']);
  expect(await userOf(browser)).toBeUndefined();
  expect((await domain.db.admin.query('select 1 from auth.users where email = $1', [ravi.email])).rowCount).toBe(0);
});

test('an account with the same address is not joined by itself, confirmed or not', async () => {
  for (const verified of [true, false]) {
    const ana = await aPerson(domain);
    isHere({ email: ana.email, email_verified: verified });
    const end = await comeBy(site.browser());
    expect([end.pathname, end.searchParams.get('error')]).toEqual(['/sign-in', 'account_not_linked']);
    expect((await domain.db.admin.query('select 1 from auth.accounts where user_id = $1', [ana.userId])).rowCount).toBe(0);
  }
});

test('the person joins it, signed in and freshly proven, and from then on comes either way', async () => {
  const ana = await aPerson(domain);
  const own = browserOf(ana);
  isHere({ email: ana.email });
  expect((await own.post('/auth/link-social', OPTIONS)).json()).toMatchObject({ code: 'FRESH_PROOF_NEEDED' });
  await prove(ana);
  expect((await comeBy(own, '/auth/link-social')).searchParams.get('error')).toBeNull();
  const other = site.browser();
  expect((await comeBy(other)).pathname).toBe('/');
  expect(await userOf(other)).toMatchObject({ email: ana.email });
});

test.each([
  ['of somebody else', (email: string) => ({ email: `not-${email}` }), 'email_does_not_match'],
  ['that is not confirmed there', (email: string) => ({ email, email_verified: false }), 'email_not_verified'],
])('an address %s cannot be joined', async (_what, given, error) => {
  const ana = await aPerson(domain);
  await prove(ana);
  isHere(given(ana.email));
  expect((await comeBy(browserOf(ana), '/auth/link-social')).searchParams.get('error')).toBe(error);
  expect((await domain.db.admin.query('select 1 from auth.accounts where user_id = $1', [ana.userId])).rowCount).toBe(0);
});

test('a way in is taken off, but not the last one', async () => {
  const ravi = isHere();
  await comeBy(browser);
  const session = (await browser.get('/auth/get-session')).json<{ session: { id: string } }>().session;
  await domain.db.admin.query('update auth.sessions set proved_at = now() where id = $1', [session.id]);
  const ways = (await browser.get('/auth/list-accounts')).json<{ id: string; providerId: string }[]>();
  const way = ways.find(({ providerId }) => providerId === 'google');
  expect((await browser.post('/auth/unlink-account', { accountId: way?.id })).status).toBe(400);
  const { rows } = await domain.db.admin.query<{ id: string }>('select id from auth.users where email = $1', [ravi.email]);
  await domain.db.admin.query(
    `insert into auth.accounts (id, user_id, account_id, provider_id, password) values (gen_random_uuid(), $1::uuid, $1, 'credential', 'x')`,
    [rows[0]?.id],
  );
  expect((await browser.post('/auth/unlink-account', { accountId: way?.id })).status).toBe(200);
});

test('what comes back to a browser that has not asked is refused, and nobody is led elsewhere', async () => {
  isHere();
  const start = (await browser.post('/auth/sign-in/social', OPTIONS)).json<{ url: string }>();
  const stranger = site.browser();
  const end = await goRound(stranger, start);
  expect(end.searchParams.get('error')).not.toBeNull();
  expect(await userOf(stranger)).toBeUndefined();
  expect((await browser.post('/auth/sign-in/social', { ...OPTIONS, callbackURL: 'https://elsewhere.example/' })).status).toBe(403);
  const url = new URL(start.url);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce']) expect(url.searchParams.get(name)?.length).toBeGreaterThan(15);
  expect((await browser.post('/auth/sign-in/social', { ...OPTIONS, idToken: { token: 'x' } })).status).toBe(400);
});

test('only those that are set up are offered', async () => {
  expect((await browser.get('/auth/providers')).json()).toEqual({ providers: [{ id: 'google', name: 'Google', isAvailable: true }] });
  expect((await browser.post('/auth/sign-in/social', { ...OPTIONS, provider: 'apple' })).status).toBe(404);
});
