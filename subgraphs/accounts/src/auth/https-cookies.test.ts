import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Accounts } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { aLink, aStudio } from '../testing/people.ts';
import { mailTo, PASSWORD } from '../testing/ways-in.ts';

const PUBLIC_URL = 'https://studio.example';

let domain: Accounts;
let site: Site;
beforeAll(async () => {
  ({ domain, site } = await startSite({ publicUrl: PUBLIC_URL }));
});
afterAll(() => site.close());

const whoIs = (browser: Browser) =>
  domain.subgraph.viewers.resolve({
    cookieHeader: browser.cookieHeader(),
    authorization: null,
    studioSlug: null,
    address: null,
    userAgent: null,
  });

/** Every cookie that an answer sets: its name, and what guards it. */
const guardsOf = ({ headers }: { headers: Headers }) =>
  headers.getSetCookie().map((line) => ({
    name: line.slice(0, line.indexOf('=')),
    isGuarded: ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'].every((part) => line.split('; ').includes(part)),
    hasDomain: /; domain=/i.test(line),
  }));

const guarded = (name: string) => ({ name, isGuarded: true, hasDomain: false });

test('over HTTPS a person’s cookies travel over HTTPS alone, are hidden from scripts, and say so by their names', async () => {
  const browser = site.browser();
  const email = 'ana@https.example';
  const ours = { origin: PUBLIC_URL };
  const signedUp = await browser.post('/auth/sign-up/email', { email, password: PASSWORD, name: 'Ana Ruiz' }, ours);
  expect(guardsOf(signedUp)).toEqual([guarded('__Secure-atelier_test.sign_up')]);
  const link = new URL((await mailTo(domain, email, 'verify-email')).data.url ?? '');
  await browser.get(link.pathname.replace('/auth/open', '/auth') + link.search);
  const signedIn = await browser.post('/auth/sign-in/email', { email, password: PASSWORD }, ours);
  const set = guardsOf(signedIn);
  expect(set.map(({ name }) => name).sort()).toEqual(['__Secure-atelier_test.device', '__Secure-atelier_test.session_token']);
  for (const cookie of set) expect(cookie).toEqual(guarded(cookie.name));
  expect(await whoIs(browser)).toMatchObject({ kind: 'user' });
});

test('over HTTPS a contact’s cookie is this host’s alone', async () => {
  const browser = site.browser();
  const { token } = await aLink(domain, await aStudio(domain));
  const entered = await browser.post(`/p/${token}`, undefined, { origin: PUBLIC_URL });
  expect(guardsOf(entered)).toEqual([guarded('__Host-atelier_test_contact')]);
  expect(await whoIs(browser)).toMatchObject({ kind: 'contact' });
});
