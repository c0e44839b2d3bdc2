import { asGoogle, type OpenIdPerson, type OpenIdStandIn, startOpenId } from '@atelier/testing/openid';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { goRound } from '../testing/by-provider.ts';
import { addApp, anAccount, mailTo } from '../testing/ways-in.ts';

let domain: Accounts;
let site: Site;
let google: OpenIdStandIn;
let browser: Browser;
let noa: OpenIdPerson;
let people = 0;
beforeAll(async () => {
  google = await startOpenId();
  google.allow(`${PUBLIC_URL}/auth/callback/google`);
  ({ domain, site } = await startSite({
    env: asGoogle(google),
  }));
});
beforeEach(async () => {
  browser = site.browser();
  google.asksAnew();
  people += 1;
  noa = { sub: `p-${people}`, name: 'Noa Weiss', email: `noa-${people}@prove.example`, email_verified: true };
  await comeByGoogle(browser, noa);
});
afterAll(async () => {
  await site.close();
  await google.close();
});

const HERE = { callbackURL: '/proven', errorCallbackURL: '/proven' };

/** Somebody who has no password, in a browser of theirs. */
async function comeByGoogle(who: Browser, person: OpenIdPerson): Promise<void> {
  google.isHere(person);
  const start = await who.post('/auth/sign-in/social', { provider: 'google', callbackURL: '/', errorCallbackURL: '/sign-in' });
  expect((await goRound(who, start.json<{ url: string }>())).pathname).toBe('/');
}

const begin = async (who: Browser, provider = 'google') => who.post('/auth/prove/provider', { provider, ...HERE });
/** Goes there and back; gives why it was no proof. */
const proveByGoogle = async (who: Browser) => (await goRound(who, (await begin(who)).json<{ url: string }>())).searchParams.get('error');
const isProven = async (who: Browser) => (await who.post('/auth/two-factor/enable', {})).status === 200;
const sessionOf = async (who: Browser) =>
  (await who.get('/auth/get-session')).json<{ session: { id: string }; user: { id: string } } | null>();

test('what somebody can show is what they have', async () => {
  const waysOf = async (who: Browser) => (await who.get('/auth/prove/ways')).json();
  const none = { password: false, app: false, passkey: false };
  expect(await waysOf(browser)).toEqual({ ...none, providers: ['google'], mail: true });
  await proveByGoogle(browser);
  await addApp(browser);
  expect(await waysOf(browser)).toEqual({ ...none, app: true, providers: ['google'], mail: false });
  const ana = site.browser();
  await anAccount(domain, ana, `ana-${people}@prove.example`);
  expect(await waysOf(ana)).toEqual({ ...none, password: true, providers: [], mail: false });
  expect((await site.browser().get('/auth/prove/ways')).status).toBe(401);
});

test('coming by a provider is no proof; signing in there anew is, and the session stays the same', async () => {
  expect(await isProven(browser)).toBe(false);
  const before = await sessionOf(browser);
  const { url } = (await begin(browser)).json<{ url: string }>();
  expect(new URL(url).searchParams.get('prompt')).toBe('login');
  expect(new URL(url).searchParams.get('max_age')).toBe('0');
  expect((await goRound(browser, { url })).searchParams.get('error')).toBeNull();
  expect((await sessionOf(browser))?.session.id).toBe(before?.session.id);
  expect(await isProven(browser)).toBe(true);
  const { rows } = await domain.db.admin.query('select count(*)::int as count from auth.sessions where user_id = $1', [before?.user.id]);
  expect(rows).toEqual([{ count: 1 }]);
});

test.each([
  ['says nothing of when', null],
  ['says that it was an hour ago', new Date(Date.now() - 3_600_000)],
])('a provider that asks nobody anew and %s proves nothing', async (_what, signedInAt) => {
  google.asksNobody(signedInAt);
  expect(await proveByGoogle(browser)).toBe('proof_not_fresh');
  expect(await isProven(browser)).toBe(false);
  expect(await sessionOf(browser)).not.toBeNull();
});

test('somebody else at the provider proves nothing, makes no account and joins none', async () => {
  for (const stranger of [
    { ...noa, sub: `stranger-${people}`, email: `stranger-${people}@prove.example` },
    { ...noa, sub: `namesake-${people}` },
  ]) {
    google.isHere(stranger);
    expect(await proveByGoogle(browser)).not.toBeNull();
    expect(await isProven(browser)).toBe(false);
    expect((await domain.db.admin.query('select from auth.accounts where account_id = $1', [stranger.sub])).rowCount).toBe(0);
  }
  const other = site.browser();
  await comeByGoogle(other, { ...noa, sub: `other-${people}`, email: `other-${people}@prove.example` });
  google.isHere({ ...noa, sub: `other-${people}`, email: `other-${people}@prove.example` });
  expect(await proveByGoogle(browser)).toBe('proof_of_another');
});

test('a proof that comes back when its session has ended signs nobody in', async () => {
  const { url } = (await begin(browser)).json<{ url: string }>();
  await domain.db.admin.query('delete from auth.sessions where id = $1', [(await sessionOf(browser))?.session.id]);
  expect((await goRound(browser, { url })).searchParams.get('error')).toBe('session_ended');
  expect(await sessionOf(browser)).toBeNull();
});

test('only a provider that the account is joined to is asked, and nobody is led elsewhere', async () => {
  expect((await begin(browser, 'apple')).status).toBe(404);
  const ana = site.browser();
  await anAccount(domain, ana, `ana-${people}@prove.example`);
  expect((await begin(ana)).status).toBe(404);
  const elsewhere = { provider: 'google', callbackURL: 'https://elsewhere.example/', errorCallbackURL: '/' };
  expect((await browser.post('/auth/prove/provider', elsewhere)).status).toBe(403);
});

test('joining a provider that is joined already keeps no token of it', async () => {
  await proveByGoogle(browser);
  const start = await browser.post('/auth/link-social', { provider: 'google', callbackURL: '/', errorCallbackURL: '/sign-in' });
  expect((await goRound(browser, start.json<{ url: string }>())).searchParams.get('error')).toBeNull();
  const { rows } = await domain.db.admin.query('select access_token, refresh_token, id_token from auth.accounts where account_id = $1', [
    noa.sub,
  ]);
  expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
});

async function mailedCode(who: Browser): Promise<string> {
  const before = domain.mails().length;
  expect((await who.post('/auth/prove/mail/send', {})).status).toBe(200);
  const { data } = await mailTo(domain, noa.email, 'proof-code', before);
  return data.code ?? '';
}
const show = async (who: Browser, code: string) => (await who.post('/auth/prove/mail', { code })).status;

test('a mailed code proves it, once, however it is typed', async () => {
  const code = await mailedCode(browser);
  expect(code).toMatch(/^\d{6}$/);
  expect(await show(browser, String((Number(code) + 1) % 1_000_000).padStart(6, '0'))).toBe(401);
  expect(await isProven(browser)).toBe(false);
  expect(await show(browser, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe(200);
  expect(await isProven(browser)).toBe(true);
  expect(await show(browser, code)).toBe(401);
});

test('a mailed code is good in the session that asked, until there is a newer one, for ten minutes', async () => {
  const other = site.browser();
  await comeByGoogle(other, noa);
  const first = await mailedCode(browser);
  expect(await show(other, first)).toBe(401);
  const second = await mailedCode(browser);
  if (first !== second) expect(await show(browser, first)).toBe(401);
  await domain.db.admin.query(`update auth.verifications set expires_at = now() - interval '1 second'`);
  expect(await show(browser, second)).toBe(401);
  const { rows } = await domain.db.admin.query<{ value: string }>('select value from auth.verifications');
  for (const { value } of rows) expect(value).not.toContain(second);
});

test('guessing a mailed code ends after five tries, and asking for more after five mails', async () => {
  const code = await mailedCode(browser);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const answers: number[] = [];
  for (let attempt = 1; attempt <= 6; attempt += 1) answers.push(await show(browser, wrong));
  expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  const mails: number[] = [];
  for (let attempt = 1; attempt <= 5; attempt += 1) mails.push((await browser.post('/auth/prove/mail/send', {})).status);
  expect(mails).toEqual([200, 200, 200, 200, 429]);
});

test('of two requests with a mailed code at once one wins', async () => {
  const code = await mailedCode(browser);
  expect((await Promise.all([show(browser, code), show(browser, code)])).sort()).toEqual([200, 401]);
});

test('who has a password or a second factor gets no code by mail', async () => {
  const ana = site.browser();
  await anAccount(domain, ana, `ana-${people}@prove.example`);
  await proveByGoogle(browser);
  await addApp(browser);
  for (const who of [ana, browser]) expect((await who.post('/auth/prove/mail/send', {})).json().code).toBe('WAY_CLOSED');
});
