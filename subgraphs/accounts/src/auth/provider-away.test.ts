import { asGoogle, type OpenIdStandIn, startOpenId } from '@atelier/testing/openid';
import { until } from '@atelier/testing/until';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { goRound } from '../testing/by-provider.ts';

// The limits are three and five seconds.
jest.setTimeout(30_000);

let site: Site;
let google: OpenIdStandIn;
let browser: Browser;
beforeEach(async () => {
  google = await startOpenId();
  google.allow(`${PUBLIC_URL}/auth/callback/google`);
  google.isHere({ sub: 'a-1', name: 'Ada Quist', email: 'ada@away.example', email_verified: true });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await site.close();
  await google.close();
});

async function start(): Promise<void> {
  ({ site } = await startSite({ env: asGoogle(google) }));
  browser = site.browser();
}
const begin = (who: Browser) => who.post('/auth/sign-in/social', { provider: 'google', callbackURL: '/', errorCallbackURL: '/sign-in' });
const isAvailable = async () =>
  (await browser.get('/auth/providers')).json<{ providers: { isAvailable: boolean }[] }>().providers[0]?.isAvailable;
const come = async (who: Browser) => (await goRound(who, (await begin(who)).json<{ url: string }>())).searchParams.get('error');

test('a provider that is down at our start is found once it answers, and said to be away until then', async () => {
  google.feels('down');
  await start();
  expect(await isAvailable()).toBe(false);
  const refused = await begin(browser);
  expect([refused.status, refused.json().code]).toEqual([503, 'PROVIDER_UNAVAILABLE']);
  google.feels('well');
  await until(async () => (await isAvailable()) === true);
  expect(await come(browser)).toBeNull();
});

test('a provider that says nothing holds up neither our start nor a request for ever', async () => {
  google.feels('silent');
  await start();
  expect(await isAvailable()).toBe(false);
  expect((await browser.get('/auth/get-session')).status).toBe(200);
  expect((await begin(browser)).json().code).toBe('PROVIDER_UNAVAILABLE');
});

test('a provider that falls silent while it is asked for tokens brings nobody in', async () => {
  await start();
  const { url } = (await begin(browser)).json<{ url: string }>();
  const back = await goRound(browser, { url }, () => google.feels('silent'));
  expect(back.searchParams.get('error')).toBe('invalid_code');
  expect((await browser.get('/auth/get-session')).text).toBe('null');
});

test('somebody who comes back from a provider that is down after a new start of ours is told so', async () => {
  await start();
  const { url } = (await begin(browser)).json<{ url: string }>();
  const cookies = [...browser.cookies];
  await site.close();
  google.feels('down');
  await start();
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  const state = new URL(url).searchParams.get('state') ?? '';
  const answer = await browser.get(`/auth/callback/google?${new URLSearchParams({ state, code: 'of-before' })}`);
  expect(answer.headers.get('location')).toBe(`${PUBLIC_URL}/sign-in?error=provider_unavailable`);
});

test('a provider that signs with another key from now on is followed', async () => {
  await start();
  expect(await come(browser)).toBeNull();
  google.rotateKeys();
  // Keys are read anew half a minute after they were read, at the earliest.
  const present = Date.now.bind(Date);
  jest.spyOn(Date, 'now').mockImplementation(() => present() + 31_000);
  expect(await come(site.browser())).toBeNull();
});
