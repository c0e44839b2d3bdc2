import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { behindButton, mailTo, PASSWORD } from '../testing/ways-in.ts';

let domain: Accounts;
let site: Site;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
afterAll(() => site.close());

const THEIRS = 'a password of the stranger';

const signUp = (browser: Browser, email: string, password: string, callbackURL = '/verify-email') =>
  browser.post('/auth/sign-up/email', { email, password, name: 'Ana Ruiz', callbackURL });

const signIn = async (email: string, password: string) => (await site.browser().post('/auth/sign-in/email', { email, password })).status;

/** Presses the button of the mail in a browser; gives the page that it is led to. */
async function confirm(browser: Browser, email: string): Promise<URL> {
  const { action, fields } = await behindButton((await mailTo(domain, email, 'verify-email')).data.url, browser);
  const answer = await browser.get(`${action}?${fields}`);
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '', PUBLIC_URL);
}

test('the password of somebody who signs up with a stranger’s address is no good once its owner has confirmed it', async () => {
  const email = 'victim@sign-up.example';
  const stranger = site.browser();
  await signUp(stranger, email, THEIRS);
  const page = await confirm(site.browser(), email);
  expect(page.pathname).toBe('/verify-email');
  expect(await signIn(email, THEIRS)).toBe(401);
  expect((await stranger.post('/auth/sign-in/email', { email, password: THEIRS })).status).toBe(401);
});

test('nor does it count where the owner signs up afterwards and confirms by the stranger’s mail', async () => {
  const email = 'later@sign-up.example';
  await signUp(site.browser(), email, THEIRS);
  const owner = site.browser();
  await signUp(owner, email, PASSWORD);
  await confirm(owner, email);
  expect(await signIn(email, THEIRS)).toBe(401);
});

test('who confirms on the phone is signed in there, chooses a password, and goes on where they were going', async () => {
  const email = 'phone@sign-up.example';
  await signUp(site.browser(), email, PASSWORD, '/verify-email?back=%2Fjoin%2Fabc');
  const phone = site.browser();
  const page = await confirm(phone, email);
  expect(phone.cookies.has('atelier_test.session_token')).toBe(true);
  expect([page.pathname, page.searchParams.get('back')]).toEqual(['/verify-email', '/join/abc']);
  const token = page.searchParams.get('token');
  const chosen = 'chosen on the phone';
  expect((await phone.post('/auth/reset-password', { token, newPassword: chosen })).status).toBe(200);
  expect((await phone.post('/auth/reset-password', { token, newPassword: THEIRS })).json()).toMatchObject({ code: 'INVALID_TOKEN' });
  expect(await signIn(email, chosen)).toBe(200);
});

test('who confirms in the browser that signed up keeps the password', async () => {
  const email = 'same@sign-up.example';
  const browser = site.browser();
  await signUp(browser, email, PASSWORD);
  const page = await confirm(browser, email);
  expect([page.pathname, page.searchParams.get('token')]).toEqual(['/verify-email', null]);
  expect(await signIn(email, PASSWORD)).toBe(200);
});

test('a link that is followed again in another browser takes no proven password away', async () => {
  const email = 'again@sign-up.example';
  const browser = site.browser();
  await signUp(browser, email, PASSWORD);
  await confirm(browser, email);
  expect((await confirm(site.browser(), email)).searchParams.get('token')).toBeNull();
  expect(await signIn(email, PASSWORD)).toBe(200);
});
