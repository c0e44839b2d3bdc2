import { codeOf } from '@atelier/testing/totp';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { addApp, aNewcomer, behindButton, forgetCodes, mailTo, nextCodeOf, PASSWORD, prove } from '../testing/ways-in.ts';

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

const signIn = (visitor: Browser, password = PASSWORD) => visitor.post('/auth/sign-in/email', { email, password });
const isIn = async (visitor: Browser) => (await visitor.get('/auth/get-session')).text !== 'null';
const wrong = (code: string) => String((Number(code) + 500_000) % 1_000_000).padStart(6, '0');

test('with an authenticator app a password alone lets nobody in', async () => {
  const { totpURI } = await addApp(browser);
  const other = site.browser();
  expect((await signIn(other)).json()).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
  expect(await isIn(other)).toBe(false);
  const refused = await other.post('/auth/two-factor/verify-totp', { code: wrong(codeOf(totpURI)) });
  expect([refused.status, refused.json().code]).toEqual([401, 'INVALID_CODE']);
  expect(await isIn(other)).toBe(false);
  expect((await other.post('/auth/two-factor/verify-totp', { code: nextCodeOf(totpURI) })).status).toBe(200);
  expect(await isIn(other)).toBe(true);
});

test('a code is good once, and none that is older than the last one', async () => {
  const { totpURI, code } = await addApp(browser);
  const other = site.browser();
  await signIn(other);
  const again = await other.post('/auth/two-factor/verify-totp', { code });
  expect([again.status, again.json().code]).toEqual([401, 'CODE_USED']);
  expect((await other.post('/auth/two-factor/verify-totp', { code: nextCodeOf(totpURI) })).status).toBe(200);
  expect((await browser.post('/auth/two-factor/verify-totp', { code: codeOf(totpURI) })).json().code).toBe('CODE_USED');
});

test.each(['/auth/two-factor/verify-totp', '/auth/two-factor/verify-backup-code'])(
  'of many at once with one code at %s one gets in',
  async (path) => {
    const { totpURI, codes } = await addApp(browser);
    const code = path.endsWith('totp') ? nextCodeOf(totpURI) : codes[0];
    const visitors = Array.from({ length: 5 }, () => site.browser());
    await Promise.all(visitors.map((visitor) => signIn(visitor)));
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(path, { code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await Promise.all(visitors.map(isIn))).filter(Boolean)).toHaveLength(1);
  },
);

/** What whoever sets an app up is shown. */
const begin = async (who: Browser) =>
  (await who.post('/auth/two-factor/enable', {})).json<{ totpURI: string; backupCodes: string[]; code?: string }>();

test('a set-up that was interrupted goes on in its session with what was shown, and the database has none of it to read', async () => {
  const shown = await begin(browser);
  expect(await begin(browser)).toEqual(shown);
  const { rows } = await domain.db.admin.query<{ value: string }>('select value from auth.verifications');
  const secret = new URL(shown.totpURI).searchParams.get('secret') ?? '';
  for (const hidden of [secret, shown.backupCodes[0] ?? '']) expect(rows.some(({ value }) => value.includes(hidden))).toBe(false);
  await browser.post('/auth/two-factor/verify-totp', { code: codeOf(shown.totpURI) });
  const other = site.browser();
  await signIn(other);
  expect((await other.post('/auth/two-factor/verify-backup-code', { code: shown.backupCodes[0] })).status).toBe(200);
});

test('an interrupted set-up is shown to no other session, to none that another one overtook, and to none that has to prove itself', async () => {
  const shown = await begin(browser);
  const other = site.browser();
  await signIn(other);
  const others = await begin(other);
  expect(others.totpURI).not.toBe(shown.totpURI);
  expect([shown.totpURI, others.totpURI]).not.toContain((await begin(browser)).totpURI);
  await domain.db.admin.query('update auth.sessions set proved_at = null');
  expect((await begin(browser)).code).toBe('FRESH_PROOF_NEEDED');
});

test('an app that was taken off is never shown again', async () => {
  const { totpURI } = await addApp(browser);
  await browser.post('/auth/two-factor/disable', {});
  expect((await begin(browser)).totpURI).not.toBe(totpURI);
});

test('an app counts only after it has shown a right code', async () => {
  const { totpURI } = (await browser.post('/auth/two-factor/enable', {})).json<{ totpURI: string }>();
  await browser.post('/auth/two-factor/verify-totp', { code: wrong(codeOf(totpURI)) });
  const other = site.browser();
  await signIn(other);
  expect(await isIn(other)).toBe(true);
});

test('a mailed link asks for the code as well, on a page that leads on to where it was for', async () => {
  const { totpURI } = await addApp(browser);
  const other = site.browser();
  await other.post('/auth/sign-in/magic-link', { email, callbackURL: '/s/marisol' });
  const { action, fields } = await behindButton((await mailTo(domain, email, 'sign-in-link')).data.url, other);
  const led = await other.get(`${action}?${fields}`);
  expect([led.status, led.headers.get('location')]).toEqual([302, `${PUBLIC_URL}/second-step?ways=totp&back=%2Fs%2Fmarisol`]);
  expect(await isIn(other)).toBe(false);
  await other.post('/auth/two-factor/verify-totp', { code: nextCodeOf(totpURI) });
  expect(await isIn(other)).toBe(true);
});

test('each recovery code lets in once, however it is typed, and is kept as a hash', async () => {
  const { codes } = await addApp(browser);
  expect(codes).toHaveLength(10);
  const { rows } = await domain.db.admin.query<{ backup_codes: string }>(
    'select backup_codes from auth.two_factors t join auth.users u on u.id = t.user_id where u.email = $1',
    [email],
  );
  for (const code of codes) expect(rows[0]?.backup_codes).not.toContain(code);
  const [code = ''] = codes;
  for (const [typed, status] of [
    [code.toLowerCase().replaceAll('-', ' '), 200],
    [code, 401],
    [codes[1], 200],
  ] as const) {
    const other = site.browser();
    await signIn(other);
    expect((await other.post('/auth/two-factor/verify-backup-code', { code: typed })).status).toBe(status);
    expect(await isIn(other)).toBe(status === 200);
  }
});

test('what is kept of a recovery code does not let in', async () => {
  await addApp(browser);
  const { rows } = await domain.db.admin.query<{ backup_codes: string }>(
    'select backup_codes from auth.two_factors t join auth.users u on u.id = t.user_id where u.email = $1',
    [email],
  );
  const [kept] = JSON.parse(rows[0]?.backup_codes ?? '[]') as string[];
  const other = site.browser();
  await signIn(other);
  expect((await other.post('/auth/two-factor/verify-backup-code', { code: kept })).status).toBe(401);
});

test('new recovery codes end the old ones', async () => {
  const { codes } = await addApp(browser);
  const { backupCodes } = (await browser.post('/auth/two-factor/generate-backup-codes', {})).json<{ backupCodes: string[] }>();
  for (const [code, status] of [
    [codes[0], 401],
    [backupCodes[0], 200],
  ] as const) {
    const other = site.browser();
    await signIn(other);
    expect((await other.post('/auth/two-factor/verify-backup-code', { code })).status).toBe(status);
  }
});

test('whoever waits for a second factor hears of an app at once', async () => {
  const heard: unknown[] = [];
  const stop = domain.subgraph.viewers.onRevoked((what) => heard.push(what));
  const { user } = (await browser.get('/auth/get-session')).json<{ user: { id: string } }>();
  const told = () => heard.filter((what) => JSON.stringify(what) === JSON.stringify({ userId: user.id })).length;
  const { totpURI } = await addApp(browser);
  expect(told()).toBe(1);
  await browser.post('/auth/two-factor/verify-totp', { code: nextCodeOf(totpURI) });
  expect(told()).toBe(1);
  await browser.post('/auth/two-factor/disable', {});
  expect(told()).toBe(2);
  stop();
});

test('an app that was taken off is asked for no more', async () => {
  await addApp(browser);
  expect((await browser.post('/auth/two-factor/disable', {})).status).toBe(200);
  const other = site.browser();
  await signIn(other);
  expect(await isIn(other)).toBe(true);
});

test('five wrong codes have to wait, and the wait ends', async () => {
  const { totpURI, codes } = await addApp(browser);
  const other = site.browser();
  const answers: number[] = [];
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    if (attempt % 3 === 1) await signIn(other);
    answers.push((await other.post('/auth/two-factor/verify-totp', { code: wrong(codeOf(totpURI)) })).status);
  }
  expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await other.post('/auth/two-factor/verify-backup-code', { code: codes[0] })).status).toBe(429);
  domain.clock.now = new Date(domain.clock.now.getTime() + 901_000);
  expect((await other.post('/auth/two-factor/verify-totp', { code: nextCodeOf(totpURI) })).status).toBe(200);
});

const SENSITIVE: [path: string, body: Record<string, unknown> | null][] = [
  ['/auth/change-email', { newEmail: 'elsewhere@factors.example' }],
  ['/auth/two-factor/enable', {}],
  ['/auth/two-factor/disable', {}],
  ['/auth/two-factor/generate-backup-codes', {}],
  ['/auth/passkey/generate-register-options', null],
  ['/auth/passkey/verify-registration', { response: {} }],
];

test('what could take an account away asks for a fresh proof, which counts for ten minutes', async () => {
  const send = ([path, body]: (typeof SENSITIVE)[number]) => (body === null ? browser.get(path) : browser.post(path, body));
  const age = (minutes: number) =>
    domain.db.admin.query(
      `update auth.sessions set proved_at = now() - make_interval(secs => $1) from auth.users where users.id = user_id and email = $2`,
      [minutes * 60, email],
    );
  for (const each of SENSITIVE) {
    await age(10);
    const refused = await send(each);
    expect([each[0], refused.status, refused.json().code]).toEqual([each[0], 403, 'FRESH_PROOF_NEEDED']);
    await age(9.9);
    expect([each[0], (await send(each)).text.includes('FRESH_PROOF_NEEDED')]).toEqual([each[0], false]);
  }
});

test('a mailed link is no proof; the password is, and so is a code', async () => {
  const link = async (visitor: Browser) => {
    await visitor.post('/auth/sign-in/magic-link', { email, callbackURL: '/' });
    const { action, fields } = await behindButton((await mailTo(domain, email, 'sign-in-link')).data.url, visitor);
    await visitor.get(`${action}?${fields}`);
  };
  const other = site.browser();
  await link(other);
  expect((await other.post('/auth/two-factor/enable', {})).status).toBe(403);
  expect((await other.post('/auth/prove/password', { password: 'not the password' })).status).toBe(400);
  expect((await other.post('/auth/two-factor/enable', {})).status).toBe(403);
  await prove(other);
  const { totpURI } = await addApp(other);
  await domain.db.admin.query('update auth.sessions set proved_at = null');
  expect((await other.post('/auth/two-factor/disable', {})).status).toBe(403);
  await other.post('/auth/two-factor/verify-totp', { code: nextCodeOf(totpURI) });
  expect((await other.post('/auth/two-factor/disable', {})).status).toBe(200);
});

test('whoever guesses in a session has five tries, and the owner elsewhere has theirs', async () => {
  const other = site.browser();
  await signIn(other);
  const answers = [];
  for (let attempt = 1; attempt <= 6; attempt += 1) answers.push((await other.post('/auth/prove/password', { password: 'wrong' })).status);
  expect(answers).toEqual([400, 400, 400, 400, 400, 429]);
  await prove(browser);
});

test('the owner is told by mail of every change, and of nothing that is none', async () => {
  const told = () =>
    domain
      .mails()
      .filter(({ template, to }) => template === 'security-changed' && 'email' in to && to.email === email)
      .map(({ data }) => data.change);
  const { totpURI } = await addApp(browser);
  await browser.post('/auth/two-factor/verify-totp', { code: nextCodeOf(totpURI) });
  const other = site.browser();
  await signIn(other);
  await forgetCodes(domain);
  await other.post('/auth/two-factor/verify-totp', { code: codeOf(totpURI) });
  await browser.post('/auth/two-factor/generate-backup-codes', {});
  await browser.post('/auth/two-factor/disable', {});
  await until(() => told().length === 3);
  expect(told()).toEqual(['app-added', 'codes-renewed', 'app-removed']);
});

test('the secret of an app is shown when it is set up, and never again', async () => {
  await addApp(browser);
  expect((await browser.post('/auth/two-factor/get-totp-uri', { password: PASSWORD })).status).toBe(404);
  expect((await browser.post('/auth/two-factor/enable', {})).json()).toMatchObject({ code: 'TOTP_ALREADY_ENABLED' });
});
