import { createHook } from 'node:async_hooks';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Accounts } from '../testing/accounts.ts';
import { type Site, startSite } from '../testing/browser.ts';
import { anAccount, PASSWORD } from '../testing/ways-in.ts';

// What is asked for by an address is answered alike, by the same work, whatever the address is: nobody learns who has an account.

const KNOWN = 'ana@same.example';
const UNCONFIRMED = 'uma@same.example';
const WITHOUT_PASSWORD = 'noa@same.example';

let domain: Accounts;
let site: Site;
beforeAll(async () => {
  ({ domain, site } = await startSite());
  await anAccount(domain, site.browser(), KNOWN);
  await anAccount(domain, site.browser(), WITHOUT_PASSWORD);
  await domain.db.admin.query(`delete from auth.accounts a using auth.users u where u.id = a.user_id and u.email = $1`, [WITHOUT_PASSWORD]);
  await site.browser().post('/auth/sign-up/email', { email: UNCONFIRMED, password: PASSWORD, name: 'Uma' });
});
afterAll(() => site.close());

/** What a stranger is told, and how often a password was hashed for it. */
async function ask(path: string, body: Record<string, unknown>) {
  let hashes = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === 'SCRYPTREQUEST') hashes += 1;
    },
  }).enable();
  const { status, headers, text } = await site.browser().post(path, body);
  hook.disable();
  return { status, text, cookies: headers.getSetCookie(), names: [...headers.keys()].sort(), hashes };
}

test('a wrong address and a wrong password are told alike, and a password is hashed either way', async () => {
  const wrong = (email: string) => ask('/auth/sign-in/email', { email, password: 'not the password' });
  const answers = [];
  for (const email of [KNOWN, 'nobody@same.example', UNCONFIRMED, WITHOUT_PASSWORD]) answers.push(await wrong(email));
  const [first] = answers;
  expect(first).toMatchObject({ status: 401, hashes: 1, cookies: [] });
  for (const answer of answers) expect(answer).toEqual(first);
});

test('signing up with an address that has an account is told as signing up with another', async () => {
  const signUp = async (email: string) => {
    const { text, cookies, ...rest } = await ask('/auth/sign-up/email', { email, password: PASSWORD, name: 'Ana Ruiz' });
    const { token, user } = JSON.parse(text) as { token: unknown; user: Record<string, unknown> };
    const shape = Object.entries(user).map(([name, value]) => [name, name === 'id' || name.endsWith('At') ? String(value).length : value]);
    // Signed, and so of another text each time; whose sign-up it was says its length no more than the id in the answer.
    const remembered = cookies.map((line) => line.replace(/^([^=]+)=[^;]+/, '$1=signed'));
    return { ...rest, cookies: remembered, token, user: Object.fromEntries(shape) };
  };
  const fresh = await signUp('new@same.example');
  expect(fresh).toMatchObject({
    status: 200,
    hashes: 1,
    token: null,
    cookies: [expect.stringMatching(/^atelier_test\.sign_up=signed; Max-Age=86400;/)],
  });
  for (const email of [KNOWN, UNCONFIRMED, WITHOUT_PASSWORD]) {
    expect(await signUp(email)).toEqual({ ...fresh, user: { ...fresh.user, email } });
  }
});

test.each([
  ['/auth/request-password-reset', { redirectTo: '/reset-password' }],
  ['/auth/sign-in/magic-link', { callbackURL: '/' }],
  ['/auth/send-verification-email', { callbackURL: '/' }],
])('%s tells nobody whether an address has an account', async (path, body) => {
  const answers = [];
  for (const email of [KNOWN, 'nobody@same.example', UNCONFIRMED, WITHOUT_PASSWORD]) answers.push(await ask(path, { ...body, email }));
  for (const answer of answers) expect(answer).toEqual({ ...answers[0], status: 200, hashes: 0 });
});
