import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { addApp, aNewcomer, behindButton, mailTo, PASSWORD } from '../testing/ways-in.ts';

let domain: Accounts;
let site: Site;
let browser: Browser;
let email: string;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  ({ browser, email } = await aNewcomer(domain, site));
});
afterAll(() => site.close());

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const signIn = (visitor: Browser) => visitor.post('/auth/sign-in/email', { email, password: PASSWORD });
const isIn = async (visitor: Browser) => (await visitor.get('/auth/get-session')).text !== 'null';
const told = () => domain.mails().filter(({ template, to }) => template === 'new-device' && 'email' in to && to.email === email);

test('a sign-in from another browser is mailed, and one from a known browser is not', async () => {
  await browser.post('/auth/sign-out', {});
  await signIn(browser);
  expect(told()).toEqual([]);
  const phone = site.browser({ userAgent: PHONE });
  await signIn(phone);
  const { data } = await mailTo(domain, email, 'new-device');
  expect(data).toMatchObject({ name: 'Ana Ruiz', device: 'Safari on iPhone', address: expect.stringMatching(/^198\.51\.100\./) });
  await phone.post('/auth/sign-out', {});
  await signIn(phone);
  await browser.post('/auth/request-password-reset', { email, redirectTo: '/reset-password' });
  await mailTo(domain, email, 'reset-password');
  expect(told()).toHaveLength(1);
});

test('the link in that mail ends the session, once, without being signed in, and behind a button', async () => {
  const phone = site.browser({ userAgent: PHONE });
  await signIn(phone);
  const { url } = (await mailTo(domain, email, 'new-device')).data;
  const anybody = site.browser({ language: 'es' });
  const { action, fields } = await behindButton(url, anybody);
  expect(await isIn(phone)).toBe(true);
  const before = domain.revoked.length;
  const done = await anybody.post(action, fields);
  expect(done.text).toContain('Ese dispositivo ya no está dentro');
  expect([await isIn(phone), await isIn(browser)]).toEqual([false, true]);
  expect(domain.revoked).toHaveLength(before + 1);
  await signIn(phone);
  expect((await anybody.post(action, fields)).text).toContain('Este enlace ya no sirve');
  const over = (await anybody.get((url ?? '').slice(PUBLIC_URL.length))).text;
  expect(over).not.toContain('/auth/end-session');
  expect(over).toContain('<form method="get" action="/forgot-password">');
  expect(await isIn(phone)).toBe(true);
});

test('a session that began anew in the meantime is ended as well', async () => {
  const phone = site.browser({ userAgent: PHONE });
  await signIn(phone);
  const { url } = (await mailTo(domain, email, 'new-device')).data;
  await addApp(phone);
  const { action, fields } = await behindButton(url, browser);
  await browser.post(action, fields);
  expect(await isIn(phone)).toBe(false);
});

test('the link is good for seven days', async () => {
  const phone = site.browser({ userAgent: PHONE });
  await signIn(phone);
  const { url } = (await mailTo(domain, email, 'new-device')).data;
  const page = () => browser.get((url ?? '').slice(PUBLIC_URL.length));
  await domain.db.admin.query(`update auth.verifications set expires_at = expires_at - interval '6 days 23 hours'`);
  expect((await page()).text).toContain('action="/auth/end-session"');
  await domain.db.admin.query(`update auth.verifications set expires_at = expires_at - interval '1 hour'`);
  expect((await page()).text).not.toContain('action="/auth/end-session"');
});
