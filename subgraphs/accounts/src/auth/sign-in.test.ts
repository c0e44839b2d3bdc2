import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';

let domain: Accounts;
let site: Site;
let browser: Browser;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(() => {
  browser = site.browser({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
});
afterAll(() => site.close());

const PASSWORD = 'a good long password';
let people = 0;
const anAddress = () => `person-${++people}@sign-in.example`;

/** The newest mail of a template to an address, once it is there. */
async function mailTo(email: string, template: string) {
  const find = () => domain.mails().findLast((mail) => mail.template === template && 'email' in mail.to && mail.to.email === email);
  await until(() => find() !== undefined);
  const mail = find();
  if (!mail) throw new Error('No mail.');
  return mail;
}

/** Where the button of the page behind a mailed link leads. */
async function behindButton(link: string | undefined, visitor: Browser): Promise<string> {
  const page = await visitor.get((link ?? '').slice(PUBLIC_URL.length));
  expect(page.status).toBe(200);
  const action = /<form method="get" action="([^"]+)">/.exec(page.text)?.[1] ?? '';
  const fields = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  return `${action}?${new URLSearchParams(Object.fromEntries(fields))}`;
}

async function signUp(email: string): Promise<void> {
  await browser.post('/auth/sign-up/email', { email, password: PASSWORD, name: 'Ana Ruiz' });
  const mail = await mailTo(email, 'verify-email');
  await browser.get(await behindButton(mail.data.url, browser));
}

const sessionOf = async (visitor: Browser) =>
  domain.subgraph.viewers.resolve({
    cookieHeader: visitor.cookieHeader(),
    authorization: null,
    studioSlug: null,
    address: null,
    userAgent: null,
  });

test('a person signs up, shows that the address is theirs, and is signed in', async () => {
  const email = anAddress();
  const early = await browser.post('/auth/sign-up/email', { email: email.toUpperCase(), password: PASSWORD, name: 'Ana Ruiz' });
  expect(early.status).toBe(200);
  expect([...browser.cookies.keys()]).toEqual(['atelier_test.sign_up']);
  expect((await browser.post('/auth/sign-in/email', { email, password: PASSWORD })).json()).toMatchObject({ code: 'EMAIL_NOT_VERIFIED' });
  const mail = await mailTo(email, 'verify-email');
  // No name: whoever signed up may have typed anything for somebody else's address.
  expect([mail.studioId, Object.keys(mail.data)]).toEqual([null, ['url']]);
  const done = await browser.get(await behindButton(mail.data.url, browser));
  expect(done.status).toBe(302);
  expect([...browser.cookies.keys()].sort()).toEqual(['atelier_test.device', 'atelier_test.session_token']);
  const viewer = await sessionOf(browser);
  expect(viewer).toMatchObject({ kind: 'user', studio: null });
  const { data } = await domain.ask(viewer, '{ viewer { kind user { name email emailVerified sessions { device address isCurrent } } } }');
  expect(data?.viewer).toEqual({
    kind: 'USER',
    user: {
      name: 'Ana Ruiz',
      email,
      emailVerified: true,
      sessions: [{ device: 'Firefox on Linux', address: expect.stringMatching(/^198\.51\.100\./), isCurrent: true }],
    },
  });
});

test('the session cookie is out of reach for scripts and other sites', async () => {
  const email = anAddress();
  await signUp(email);
  const { headers } = await browser.post('/auth/sign-in/email', { email, password: PASSWORD });
  expect(headers.getSetCookie().find((line) => line.startsWith('atelier_test.session_token='))).toMatch(
    /; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('signing up with an address that has an account looks the same, and the owner is told', async () => {
  const email = anAddress();
  await signUp(email);
  const known = await site.browser().post('/auth/sign-up/email', { email, password: 'another password', name: 'Somebody' });
  const unknown = await site.browser().post('/auth/sign-up/email', { email: anAddress(), password: 'another password', name: 'Somebody' });
  expect(known.status).toBe(unknown.status);
  expect(Object.keys(known.json<{ user: object }>().user)).toEqual(Object.keys(unknown.json<{ user: object }>().user));
  expect(Object.keys((await mailTo(email, 'account-exists')).data)).toEqual(['url']);
  expect((await browser.post('/auth/sign-in/email', { email, password: 'another password' })).status).toBe(401);
});

test('a wrong address and a wrong password are answered alike', async () => {
  const email = anAddress();
  await signUp(email);
  const wrongPassword = await browser.post('/auth/sign-in/email', { email, password: 'not the password' });
  const wrongAddress = await browser.post('/auth/sign-in/email', { email: anAddress(), password: 'not the password' });
  expect(wrongPassword.status).toBe(401);
  expect(wrongAddress.status).toBe(401);
  expect(wrongAddress.text).toBe(wrongPassword.text);
});

test('five failures throttle an address, from wherever they come, whether or not it has an account', async () => {
  const email = anAddress();
  await signUp(email);
  for (const address of [email, anAddress()]) {
    const answers = [];
    for (let attempt = 1; attempt <= 6; attempt += 1)
      answers.push(await site.browser().post('/auth/sign-in/email', { email: address, password: 'wrong' }));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(answers[5]?.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(200);
  }
  const elsewhere = site.browser();
  expect((await elsewhere.post('/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(429);
  domain.clock.now = new Date(domain.clock.now.getTime() + 301_000);
  expect((await elsewhere.post('/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(200);
});

test('strangers who guess keep nobody out of a browser that they signed in with before', async () => {
  const email = anAddress();
  await signUp(email);
  for (let attempt = 1; attempt <= 6; attempt += 1) await site.browser().post('/auth/sign-in/email', { email, password: 'wrong' });
  const answers = [];
  for (let attempt = 1; attempt <= 6; attempt += 1)
    answers.push((await browser.post('/auth/sign-in/email', { email, password: 'wrong' })).status);
  expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  domain.clock.now = new Date(domain.clock.now.getTime() + 301_000);
  for (let attempt = 1; attempt <= 6; attempt += 1) await site.browser().post('/auth/sign-in/email', { email, password: 'wrong' });
  expect((await browser.post('/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(200);
  const other = anAddress();
  for (let attempt = 1; attempt <= 5; attempt += 1) await site.browser().post('/auth/sign-in/email', { email: other, password: 'wrong' });
  // A browser is known for its own person only.
  expect((await browser.post('/auth/sign-in/email', { email: other, password: 'wrong' })).status).toBe(429);
});

test('a right password forgets the failures before it', async () => {
  const email = anAddress();
  await signUp(email);
  for (const password of ['wrong', 'wrong', 'wrong', 'wrong', PASSWORD, 'wrong', 'wrong', 'wrong', 'wrong', PASSWORD]) {
    const { status } = await browser.post('/auth/sign-in/email', { email, password });
    expect(status).toBe(password === PASSWORD ? 200 : 401);
  }
});

test('guesses that are made at the same moment count too', async () => {
  const email = anAddress();
  await signUp(email);
  const answers = await Promise.all(
    Array.from({ length: 9 }, () => site.browser().post('/auth/sign-in/email', { email, password: 'wrong' })),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
});

test('a mailed link signs in once, behind a button', async () => {
  const email = anAddress();
  await signUp(email);
  const visitor = site.browser({ language: 'es' });
  const asked = await visitor.post('/auth/sign-in/magic-link', { email, callbackURL: '/' });
  const unknown = await visitor.post('/auth/sign-in/magic-link', { email: 'nobody@sign-in.example', callbackURL: '/' });
  expect(asked.text).toBe(unknown.text);
  const mail = await mailTo(email, 'sign-in-link');
  expect(mail.locale).toBe('es');
  const looked = await visitor.get((mail.data.url ?? '').slice(PUBLIC_URL.length));
  expect(looked.text).toContain('<button type="submit">Entrar</button>');
  expect(visitor.cookies.size).toBe(0);
  const action = await behindButton(mail.data.url, visitor);
  expect((await visitor.get(action)).headers.get('location')).toBe(`${PUBLIC_URL}/`);
  expect(await sessionOf(visitor)).toMatchObject({ kind: 'user' });
  const again = site.browser();
  expect((await again.get(action)).headers.get('location')).toContain('error=INVALID_TOKEN');
  expect(again.cookies.size).toBe(0);
});

test('an address without an account gets word that it has none', async () => {
  const mail = await (async () => {
    await browser.post('/auth/sign-in/magic-link', { email: 'stranger@sign-in.example' });
    return mailTo('stranger@sign-in.example', 'no-account');
  })();
  expect(mail.data.url).toBe(`${PUBLIC_URL}/sign-up`);
});

test('a forgotten password is set anew by mail, which ends every session', async () => {
  const email = anAddress();
  await signUp(email);
  const other = site.browser();
  await other.post('/auth/sign-in/email', { email, password: PASSWORD });
  expect(await sessionOf(other)).toMatchObject({ kind: 'user' });
  await browser.post('/auth/request-password-reset', { email, redirectTo: '/reset-password' });
  const mail = await mailTo(email, 'reset-password');
  const token = new URL(mail.data.url ?? '').searchParams.get('token');
  const fresh = site.browser();
  const isGood = async () => (await fresh.post('/auth/reset-link', { token })).json();
  expect([await isGood(), await isGood()]).toEqual([{ isGood: true }, { isGood: true }]);
  expect((await fresh.post('/auth/reset-password', { token, newPassword: 'brand new password' })).status).toBe(200);
  expect(await isGood()).toEqual({ isGood: false });
  expect((await fresh.post('/auth/reset-password', { token, newPassword: 'once more, please' })).status).toBe(400);
  await mailTo(email, 'password-changed');
  expect(await sessionOf(other)).toEqual({ kind: 'anonymous' });
  expect((await fresh.post('/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(401);
  expect((await fresh.post('/auth/sign-in/email', { email, password: 'brand new password' })).status).toBe(200);
});

test('a changed password signs everybody else out, and the router is told', async () => {
  const email = anAddress();
  await signUp(email);
  const other = site.browser();
  await other.post('/auth/sign-in/email', { email, password: PASSWORD });
  const viewer = await sessionOf(other);
  const wrong = await browser.post('/auth/change-password', { currentPassword: 'wrong', newPassword: 'brand new password' });
  expect(wrong.status).toBe(400);
  const changed = await browser.post('/auth/change-password', { currentPassword: PASSWORD, newPassword: 'brand new password' });
  expect(changed.status).toBe(200);
  expect(await sessionOf(browser)).toMatchObject({ kind: 'user' });
  expect(await sessionOf(other)).toEqual({ kind: 'anonymous' });
  await until(() => domain.revoked.some(({ sessionId }) => viewer.kind === 'user' && sessionId === viewer.sessionId));
  await mailTo(email, 'password-changed');
});

test('a changed address is confirmed at the old one, then at the new one', async () => {
  const email = anAddress();
  const newEmail = anAddress();
  await signUp(email);
  await browser.post('/auth/prove/password', { password: PASSWORD });
  expect((await browser.post('/auth/change-email', { newEmail, callbackURL: '/settings' })).status).toBe(200);
  const first = await mailTo(email, 'confirm-email-change');
  expect(first.data.newEmail).toBe(newEmail);
  await browser.get(await behindButton(first.data.url, browser));
  const second = await mailTo(newEmail, 'verify-email');
  expect((await domain.ask(await sessionOf(browser), '{ viewer { user { email } } }')).data).toMatchObject({ viewer: { user: { email } } });
  await browser.get(await behindButton(second.data.url, browser));
  expect((await domain.ask(await sessionOf(browser), '{ viewer { user { email emailVerified } } }')).data).toMatchObject({
    viewer: { user: { email: newEmail, emailVerified: true } },
  });
});

test('who signs out is out', async () => {
  const email = anAddress();
  await signUp(email);
  const cookies = browser.cookieHeader();
  expect((await browser.post('/auth/sign-out', {})).status).toBe(200);
  expect([...browser.cookies.keys()]).toEqual(['atelier_test.device']);
  browser.cookies.set(...(cookies.split(/=(.*)/s) as [string, string]));
  expect(await sessionOf(browser)).toEqual({ kind: 'anonymous' });
});

test('another site cannot use the session, nor be led to', async () => {
  const email = anAddress();
  await signUp(email);
  const foreign = { origin: 'https://elsewhere.example' };
  expect(
    (await browser.post('/auth/change-password', { currentPassword: PASSWORD, newPassword: 'brand new password' }, foreign)).status,
  ).toBe(403);
  expect((await browser.post('/auth/sign-out', {}, foreign)).status).toBe(403);
  const led = await browser.post('/auth/sign-in/magic-link', { email, callbackURL: 'https://elsewhere.example/' });
  expect(led.status).toBe(403);
});

test('who signs up brings a name that can be shown, and no picture from elsewhere', async () => {
  const email = anAddress();
  for (const [name, code] of [
    [' ', 'NAME_REQUIRED'],
    ['x'.repeat(81), 'NAME_TOO_LONG'],
    [undefined, 'NAME_REQUIRED'],
  ]) {
    const refused = await browser.post('/auth/sign-up/email', { email, password: PASSWORD, name });
    expect([refused.status, refused.json().code]).toEqual([400, code]);
  }
  await browser.post('/auth/sign-up/email', {
    email,
    password: PASSWORD,
    name: '  Ana   Ruiz ',
    image: 'https://elsewhere.example/pixel.gif',
  });
  const { rows } = await domain.db.admin.query('select name, image from auth.users where email = $1', [email]);
  expect(rows).toEqual([{ name: 'Ana Ruiz', image: null }]);
});

test('a password from the lists of stolen ones is refused wherever it is chosen', async () => {
  const refuses = async (path: string, body: Record<string, unknown>) => {
    const { status, json } = await browser.post(path, body);
    expect([path, status, json().code]).toEqual([path, 400, 'PASSWORD_BREACHED']);
  };
  for (const password of ['Password123', 'liverpool2026!', '1234567890', 'aaaaaaaaaaaa'])
    await refuses('/auth/sign-up/email', { email: anAddress(), password, name: 'Ana' });
  await signUp(anAddress());
  await refuses('/auth/change-password', { currentPassword: PASSWORD, newPassword: 'qwertyuiop' });
  await refuses('/auth/reset-password', { token: 'x', newPassword: 'qwertyuiop' });
});

test('weak passwords are refused, and sessions are not listed with their secrets', async () => {
  expect((await browser.post('/auth/sign-up/email', { email: anAddress(), password: 'short', name: 'Ana' })).json()).toMatchObject({
    code: 'PASSWORD_TOO_SHORT',
  });
  await signUp(anAddress());
  expect((await browser.get('/auth/list-sessions')).status).toBe(404);
});

test('the database holds no password and no mailed secret as it is', async () => {
  const email = anAddress();
  await signUp(email);
  await browser.post('/auth/sign-in/magic-link', { email });
  await mailTo(email, 'sign-in-link');
  const kept = await domain.db.admin.query(
    `select password as value from auth.accounts union all select identifier from auth.verifications
     union all select payload::text from accounts_jobs._private_jobs`,
  );
  const mailed = domain.mails().flatMap(({ data }) => new URL(data.url ?? PUBLIC_URL).searchParams.get('token') ?? []);
  expect(mailed.length).toBeGreaterThan(0);
  for (const { value } of kept.rows as { value: string }[]) {
    expect(value).not.toContain(PASSWORD);
    for (const token of mailed) expect(value).not.toContain(token);
  }
});

test('without a router before us nobody says by a header where they are', async () => {
  const { domain: alone, site: aloneSite } = await startSite({ mode: 'embedded' });
  try {
    await aloneSite.browser().post('/auth/sign-in/email', { email: anAddress(), password: 'wrong' });
    const { rows } = await alone.db.admin.query('select key from auth.rate_limits');
    expect(rows).toEqual([{ key: '127.0.0.1|/sign-in/email' }]);
  } finally {
    await aloneSite.close();
  }
});

test('what is too long is refused before it is read', async () => {
  const answer = await browser.post('/auth/sign-in/email', { email: 'a@b.example', password: 'x'.repeat(70_000) });
  expect(answer.status).toBe(413);
});
