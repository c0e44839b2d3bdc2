import { codeOf } from '@atelier/testing/totp';
import { until } from '@atelier/testing/until';
import { expect } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from './accounts.ts';
import type { Browser, Site } from './browser.ts';

export const PASSWORD = 'a good long password';

/** The newest mail of a template to an address, once it is there; `after` is how many mails of any kind there were before. */
export async function mailTo(domain: Accounts, email: string, template: string, after = 0) {
  const find = () =>
    domain
      .mails()
      .slice(after)
      .findLast((mail) => mail.template === template && 'email' in mail.to && mail.to.email === email);
  await until(() => find() !== undefined);
  const mail = find();
  if (!mail) throw new Error('No mail.');
  return mail;
}

/** Where the button of the page behind a mailed link leads, with what it sends. */
export async function behindButton(link: string | undefined, visitor: Browser) {
  const page = await visitor.get((link ?? '').slice(PUBLIC_URL.length));
  expect(page.status).toBe(200);
  const action = /<form method="(?:get|post)" action="([^"]+)">/.exec(page.text)?.[1] ?? '';
  const fields = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  return { action, fields: new URLSearchParams(Object.fromEntries(fields)) };
}

/** Makes an account with a password in a browser, which is signed in by it afterwards. */
export async function anAccount(domain: Accounts, browser: Browser, email: string): Promise<void> {
  await browser.post('/auth/sign-up/email', { email, password: PASSWORD, name: 'Ana Ruiz' });
  const { action, fields } = await behindButton((await mailTo(domain, email, 'verify-email')).data.url, browser);
  await browser.get(`${action}?${fields}`);
  await prove(browser);
}

let newcomers = 0;

/** Somebody with a new account and a password, in a browser of their own. */
export async function aNewcomer(domain: Accounts, site: Site): Promise<{ browser: Browser; email: string }> {
  const browser = site.browser();
  newcomers += 1;
  const email = `person-${newcomers}@newcomers.example`;
  await anAccount(domain, browser, email);
  return { browser, email };
}

/** Shows the password once more. */
export async function prove(browser: Browser): Promise<void> {
  expect((await browser.post('/auth/prove/password', { password: PASSWORD })).status).toBe(200);
}

/** The code that an app shows next, and one whose clock is ahead already: each is good once. */
export const nextCodeOf = (totpURI: string): string => codeOf(totpURI, new Date(Date.now() + 30_000));

/** Sets an authenticator app up; gives its address, the code that it showed for it, and the recovery codes. */
export async function addApp(browser: Browser): Promise<{ totpURI: string; code: string; codes: string[] }> {
  const { totpURI, backupCodes } = (await browser.post('/auth/two-factor/enable', {})).json<{ totpURI: string; backupCodes: string[] }>();
  const code = codeOf(totpURI);
  expect((await browser.post('/auth/two-factor/verify-totp', { code })).status).toBe(200);
  return { totpURI, code, codes: backupCodes };
}

/** As if half a minute had passed: codes that were taken are good again. */
export async function forgetCodes(domain: Accounts): Promise<void> {
  await domain.db.admin.query('update auth.two_factors set last_step = 0');
}
