import { request } from 'node:http';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Site, startSite } from '../testing/browser.ts';
import { anAccount, behindButton, mailTo, PASSWORD } from '../testing/ways-in.ts';

let domain: Accounts;
let site: Site;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
afterAll(() => site.close());

const mailsTo = (email: string) => domain.mails().filter(({ to }) => 'email' in to && to.email === email);

test.each([
  '//elsewhere.example',
  '/..//elsewhere.example',
  '/.//elsewhere.example',
  '/a/%2e%2e//elsewhere.example',
  `${PUBLIC_URL}//elsewhere.example`,
  'javascript:alert(1)',
])('no link of ours leads on to %s', async (address) => {
  const browser = site.browser();
  const query = `token=none&callbackURL=${encodeURIComponent(address)}`;
  for (const path of ['/auth/verify-email', '/auth/magic-link/verify', '/auth/reset-password/none']) {
    const answer = await browser.get(`${path}?${query}`);
    expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 403, null]);
  }
  const asked = await browser.post('/auth/sign-in/magic-link', { email: 'led@addresses.example', callbackURL: address });
  expect(asked.status).toBe(403);
  expect(mailsTo('led@addresses.example')).toEqual([]);
});

test('a page of ours is led on to, with what went wrong', async () => {
  const answer = await site.browser().get(`/auth/verify-email?token=none&callbackURL=${encodeURIComponent('/verify-email?back=%2Fs%2Fa')}`);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/verify-email?back=%2Fs%2Fa&error=INVALID_TOKEN']);
});

test('a body that cannot be read is said to be one, and is no failure of ours', async () => {
  const headers = { origin: PUBLIC_URL, 'content-type': 'text/plain' };
  const { status, json } = await site.browser().send('POST', '/auth/sign-in/email', { body: '{}', headers });
  expect([status, json().code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
});

test('signing up with an address again and again mails it five times at most, with and without an account', async () => {
  const browser = site.browser();
  const [known, unknown] = ['known@addresses.example', 'unknown@addresses.example'];
  await anAccount(domain, site.browser(), known);
  for (const email of [known, unknown]) {
    const statuses = [];
    for (let time = 0; time < 7; time += 1)
      statuses.push((await site.browser().post('/auth/sign-up/email', { email, password: PASSWORD, name: 'Ana' })).status);
    expect([email, statuses.slice(-2)]).toEqual([email, [429, 429]]);
  }
  await until(() => mailsTo(unknown).length === 5);
  expect(mailsTo(known)).toHaveLength(5);
  expect((await browser.post('/auth/sign-up/email', { email: 'other@addresses.example', password: PASSWORD, name: 'Ana' })).status).toBe(
    200,
  );
});

test('a link that confirms a change of address mails the new one five times at most, however often it is followed', async () => {
  const browser = site.browser();
  const [email, target] = ['mover@addresses.example', 'target@addresses.example'];
  await anAccount(domain, browser, email);
  expect((await browser.post('/auth/change-email', { newEmail: target, callbackURL: '/verify-email' })).status).toBe(200);
  const { action, fields } = await behindButton((await mailTo(domain, email, 'confirm-email-change')).data.url, browser);
  const link = `${action}?${fields}`;
  const statuses = [];
  for (let time = 0; time < 7; time += 1) statuses.push((await site.browser().get(link)).status);
  expect(statuses).toEqual([302, 302, 302, 302, 302, 429, 429]);
  await until(() => mailsTo(target).length === 5);
});

test('whoever asks for mails that let nobody in keeps the owner from none that do', async () => {
  const email = 'owner@addresses.example';
  await anAccount(domain, site.browser(), email);
  for (const path of ['/auth/send-verification-email', '/auth/sign-up/email'])
    for (let time = 0; time < 6; time += 1) await site.browser().post(path, { email, password: PASSWORD, name: 'Ana' });
  const owner = site.browser();
  expect((await owner.post('/auth/request-password-reset', { email })).status).toBe(200);
  expect((await owner.post('/auth/sign-in/magic-link', { email })).status).toBe(200);
  await mailTo(domain, email, 'reset-password');
  await mailTo(domain, email, 'sign-in-link');
});

test('an address that somebody took in the meantime is not taken from them, and that is said', async () => {
  const [email, target] = ['slow@addresses.example', 'wanted@addresses.example'];
  const browser = site.browser();
  await anAccount(domain, browser, email);
  await browser.post('/auth/change-email', { newEmail: target, callbackURL: '/verify-email' });
  const first = await behindButton((await mailTo(domain, email, 'confirm-email-change')).data.url, browser);
  await browser.get(`${first.action}?${first.fields}`);
  const second = await behindButton((await mailTo(domain, target, 'verify-email')).data.url, browser);
  await site.browser().post('/auth/sign-up/email', { email: target, password: PASSWORD, name: 'Ines' });
  const answer = await site.browser().get(`${second.action}?${second.fields}`);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, `${PUBLIC_URL}/verify-email?error=EMAIL_TAKEN`]);
  expect((await site.browser().post('/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(200);
});

test('a request by a method that there is not is refused, and no failure of ours', async () => {
  const status = await new Promise((resolve, reject) => {
    request(`${site.base}/auth/get-session`, { method: 'TRACE' }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(405);
});
