import { type OpenIdPerson, type OpenIdStandIn, startOpenId } from '@atelier/testing/openid';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { goRound, postFromElsewhere } from '../testing/by-provider.ts';
import { anAccount } from '../testing/ways-in.ts';
import { readProviders } from './provider.ts';

let domain: Accounts;
let site: Site;
let apple: OpenIdStandIn;
let browser: Browser;
let people = 0;

const environment = (given: Record<string, string> = {}): Record<string, string> => ({
  OIDC_APPLE_ISSUER: apple.issuer,
  OIDC_APPLE_CLIENT_ID: apple.clientId,
  OIDC_APPLE_TEAM_ID: apple.apple?.teamId ?? '',
  OIDC_APPLE_KEY_ID: apple.apple?.keyId ?? '',
  OIDC_APPLE_PRIVATE_KEY: apple.apple?.privateKey.replaceAll('\n', '\\n') ?? '',
  ...given,
});

beforeAll(async () => {
  apple = await startOpenId('apple');
  apple.allow(`${PUBLIC_URL}/auth/callback/apple`);
  ({ domain, site } = await startSite({ env: environment() }));
});
beforeEach(() => {
  browser = site.browser();
});
afterAll(async () => {
  await site.close();
  await apple.close();
});

function isHere(given: Partial<OpenIdPerson> = {}): OpenIdPerson {
  people += 1;
  const person = {
    sub: `00${people}.a`,
    name: 'Ravi Anand',
    email: `x7k${people}@privaterelay.appleid.com`,
    email_verified: true,
    ...given,
  };
  apple.isHere(person);
  return person;
}

const OPTIONS = { provider: 'apple', callbackURL: '/', errorCallbackURL: '/sign-in' };
async function come(who: Browser, path = '/auth/sign-in/social'): Promise<string | null> {
  const start = await who.post(path, OPTIONS);
  return (await goRound(who, start.json<{ url: string }>())).searchParams.get('error');
}
const userOf = async (who: Browser) => (await who.get('/auth/get-session')).json<{ user: { id: string } } | null>()?.user;

test('a new person comes with a hidden address, by a form, and is called as Apple says beside it', async () => {
  const ravi = isHere();
  expect(await come(browser)).toBeNull();
  expect(await userOf(browser)).toMatchObject({ name: 'Ravi Anand', email: ravi.email, emailVerified: true });
});

test('Apple says the name once: who comes back is the same person and keeps it', async () => {
  isHere();
  await come(browser);
  const again = site.browser();
  expect(await come(again)).toBeNull();
  expect(await userOf(again)).toEqual(await userOf(browser));
});

test('who tells no name is called as their address begins', async () => {
  const ravi = isHere({ name: ' ' });
  await come(browser);
  expect(await userOf(browser)).toMatchObject({ name: ravi.email.split('@')[0] });
});

test('what stands beside the answer is a name and no more: the address is the signed one', async () => {
  const ravi = isHere();
  const start = (await browser.post('/auth/sign-in/social', OPTIONS)).json<{ url: string }>();
  await goRound(browser, start, undefined, (form) => {
    form.set(
      'user',
      JSON.stringify({ name: { firstName: 'Somebody', lastName: 'Else' }, email: 'else@people.example', emailVerified: true }),
    );
  });
  expect(await userOf(browser)).toMatchObject({ name: 'Somebody Else', email: ravi.email });
});

test('an address that Apple hides is not that of an account, and joins none', async () => {
  const email = `ana-${people}@apple.example`;
  await anAccount(domain, browser, email);
  isHere();
  expect(await come(browser, '/auth/link-social')).toBe('email_does_not_match');
  isHere({ email });
  expect(await come(browser, '/auth/link-social')).toBeNull();
});

test('who does not agree there comes back with a word of it', async () => {
  isHere();
  const { url } = (await browser.post('/auth/sign-in/social', OPTIONS)).json<{ url: string }>();
  const form = new URLSearchParams({ state: new URL(url).searchParams.get('state') ?? '', error: 'user_cancelled_authorize' });
  const posted = await postFromElsewhere(browser, { pathname: '/auth/callback/apple' }, form);
  const led = await browser.get(new URL(posted.headers.get('location') ?? '', PUBLIC_URL).href.slice(PUBLIC_URL.length));
  expect(led.headers.get('location')).toContain('/sign-in?error=user_cancelled_authorize');
});

test('a key that is none of ours brings nobody in', async () => {
  const other = await startOpenId('apple');
  const { site: there } = await startSite({ env: environment({ OIDC_APPLE_PRIVATE_KEY: other.apple?.privateKey ?? '' }) });
  isHere();
  expect(await come(there.browser())).toBe('invalid_code');
  await there.close();
  await other.close();
});

test('what is missing or malformed is named, and nothing of its value', () => {
  const faultsOf = (given: Record<string, string>) => {
    const faults: string[] = [];
    readProviders(environment(given), faults);
    return faults;
  };
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ OIDC_APPLE_TEAM_ID: '', OIDC_APPLE_ISSUER: 'apple' })).toEqual(['OIDC_APPLE_ISSUER', 'OIDC_APPLE_TEAM_ID']);
  expect(faultsOf({ OIDC_APPLE_PRIVATE_KEY: 'a secret' })).toEqual(['OIDC_APPLE_PRIVATE_KEY']);
  expect(faultsOf({ OIDC_GOOGLE_ISSUER: 'https://accounts.example' })).toEqual(['OIDC_GOOGLE_CLIENT_ID', 'OIDC_GOOGLE_CLIENT_SECRET']);
});
