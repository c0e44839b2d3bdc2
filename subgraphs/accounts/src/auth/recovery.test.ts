import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { addApp, aNewcomer, behindButton, mailTo, nextCodeOf, PASSWORD } from '../testing/ways-in.ts';

let domain: Accounts;
let site: Site;
let browser: Browser;
let email: string;
let totpURI: string;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  ({ browser, email } = await aNewcomer(domain, site));
  totpURI = (await addApp(browser)).totpURI;
});
afterAll(() => site.close());

const HOUR = 3_600_000;
const pass = (ms: number) => {
  domain.clock.now = new Date(domain.clock.now.getTime() + ms);
};
const isIn = async (visitor: Browser) => (await visitor.get('/auth/get-session')).text !== 'null';
const page = (url: string | undefined) => browser.get((url ?? '').slice(PUBLIC_URL.length));

/** Somebody who knows the password says that the second factor is lost; gives what the mail holds. */
async function start(): Promise<Record<string, string>> {
  const visitor = site.browser();
  await visitor.post('/auth/sign-in/email', { email, password: PASSWORD });
  const answer = await visitor.post('/auth/recovery/start', {});
  expect(answer.status).toBe(200);
  const { data } = await mailTo(domain, email, 'recovery-started');
  expect(answer.json()).toEqual({ readyAt: data.readyAt });
  return data;
}

test('who lost every second factor gets in without staff, after a day and by the mailed link', async () => {
  const { url } = await start();
  pass(24 * HOUR - 1_000);
  expect((await page(url)).text).toContain('Not yet');
  const token = new URL(url ?? '').searchParams.get('token') ?? '';
  expect((await browser.post('/auth/recovery', new URLSearchParams({ token }))).text).toContain('no longer good');
  pass(2_000);
  const { action, fields } = await behindButton(url, browser);
  expect(await isIn(browser)).toBe(true);
  expect((await site.browser().post(action, fields)).text).toContain('The second step is off');
  expect(await isIn(browser)).toBe(false);
  await mailTo(domain, email, 'recovery-done');
  const fresh = site.browser();
  await fresh.post('/auth/sign-in/email', { email, password: PASSWORD });
  expect(await isIn(fresh)).toBe(true);
  const over = (await browser.post(action, fields)).text;
  expect(over).toContain('no longer good');
  expect(over).toContain('<form method="get" action="/sign-in">');
});

test('the owner stops it by the link in the same mail', async () => {
  const { url, cancelUrl } = await start();
  const { action, fields } = await behindButton(cancelUrl, browser);
  expect((await browser.post(action, fields)).text).toContain('It is stopped');
  pass(25 * HOUR);
  expect((await page(url)).text).toContain('no longer good');
});

test('signing in with the second factor stops it', async () => {
  const { url } = await start();
  const owner = site.browser();
  await owner.post('/auth/sign-in/email', { email, password: PASSWORD });
  await owner.post('/auth/two-factor/verify-totp', { code: nextCodeOf(totpURI) });
  expect(await isIn(owner)).toBe(true);
  pass(25 * HOUR);
  expect((await page(url)).text).toContain('no longer good');
});

test('asking again mails the same link and does not begin the wait anew', async () => {
  const first = await start();
  pass(HOUR);
  expect(await start()).toEqual(first);
  await until(() => domain.mails().filter(({ template, data }) => template === 'recovery-started' && data.url === first.url).length === 2);
});

test('the link ends a week after it began to work, and a wait begins only after the first factor', async () => {
  const { url } = await start();
  pass((24 + 7 * 24) * HOUR);
  expect((await page(url)).text).toContain('no longer good');
  expect((await site.browser().post('/auth/recovery/start', {})).status).toBe(401);
});
