import { type OpenIdStandIn, startOpenId } from '@atelier/testing/openid';
import { codeOf } from '@atelier/testing/totp';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createAuth } from '../auth/auth.ts';
import { LINK_PATHS } from '../auth/link.routes.ts';
import { type Accounts, PUBLIC_URL, SECRET, startAccounts } from '../testing/accounts.ts';
import { type Browser, openSite, type Site } from '../testing/browser.ts';
import { comeBy } from '../testing/by-provider.ts';
import { anApp, ask, letIn, REDIRECT } from '../testing/oauth.ts';
import { aDevice } from '../testing/passkey.ts';
import { aMember, aStudio } from '../testing/people.ts';
import { addApp, anAccount, behindButton, forgetCodes, mailTo, PASSWORD } from '../testing/ways-in.ts';
import type { AuditKind } from './audit-log.ts';

let domain: Accounts;
let site: Site;
let google: OpenIdStandIn;
const pool = new pg.Pool();
beforeAll(async () => {
  google = await startOpenId();
  google.allow(`${PUBLIC_URL}/auth/callback/google`);
  domain = await startAccounts({
    env: { OIDC_GOOGLE_ISSUER: google.issuer, OIDC_GOOGLE_CLIENT_ID: google.clientId, OIDC_GOOGLE_CLIENT_SECRET: google.clientSecret },
  });
  site = await openSite(domain);
});
afterAll(async () => {
  await site.close();
  await domain.stop();
  await google.close();
  await pool.end();
});

/** Somebody with an account, who waits for what is told of it. */
interface Owner {
  browser: Browser;
  email: string;
  userId: string;
  /** Waits until their log tells just this, the oldest first. */
  knows(...kinds: AuditKind[]): Promise<void>;
  log(): Promise<string[]>;
}

let people = 0;
const owners: { owner: Owner; log: AuditKind[] }[] = [];

async function anOwner(): Promise<Owner> {
  const browser = site.browser();
  const email = `owner-${++people}@told.example`;
  await anAccount(domain, browser, email);
  const { rows } = await domain.db.admin.query<{ id: string }>('select id from auth.users where email = $1', [email]);
  const userId = rows[0]?.id ?? '';
  const log = async () =>
    (
      await domain.db.admin.query<{ kind: string }>('select kind from accounts.audit_log where studio_id = $1 order by number', [userId])
    ).rows.map(({ kind }) => kind);
  const owner: Owner = {
    browser,
    email,
    userId,
    log,
    async knows(...kinds) {
      await until(async () => (await log()).length >= kinds.length);
      expect(await log()).toEqual(kinds);
    },
  };
  await owner.knows('SIGNED_IN');
  return owner;
}

const ok = (answer: { status: number; text: string }) => expect([answer.status < 400, answer.text]).toEqual([true, answer.text]);
const signIn = (who: Browser, { email }: Owner, password = PASSWORD) => who.post('/auth/sign-in/email', { email, password });

/** Follows a mailed link and presses its button. */
async function press(who: Browser, { email }: Owner, template: string, name = 'url'): Promise<void> {
  const { action, fields } = await behindButton((await mailTo(domain, email, template)).data[name], who);
  ok(
    action.startsWith('/auth/verify') || action.startsWith('/auth/magic')
      ? await who.get(`${action}?${fields}`)
      : await who.post(action, fields),
  );
}

async function lost(owner: Owner): Promise<Browser> {
  await addApp(owner.browser);
  await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED');
  const stranger = site.browser();
  await signIn(stranger, owner);
  return stranger;
}

type Told = { log: AuditKind[]; act: (owner: Owner) => Promise<unknown> };
type Untold = { because: string };
/** What the person's whole log tells in the end: what came before, and one line for what is done last. */
const tells = (log: AuditKind[], act: Told['act']): Told => ({ log: ['SIGNED_IN', ...log], act });
const untold = (because: string): Untold => ({ because });
const NOT_OFFERED = untold('It is not offered.');
const READS = untold('It reads.');
const ASKS = untold('It asks for a mail or a challenge: what comes of it is told where it is answered.');
const APP = untold('An app spends what a person has let it do, which was told then; nobody new gets in.');

/** Every path below /auth: what is told of it, or why nothing is. */
const ROUTES: Record<string, Told | Untold> = {
  '/sign-in/email': tells(['SIGNED_IN_FROM_NEW_DEVICE'], (owner) => signIn(site.browser(), owner).then(ok)),
  '/sign-in/email (wrong)': tells(['SIGN_IN_FAILED'], (owner) => signIn(site.browser(), owner, 'not the password')),
  '/sign-in/email (known)': tells(['SIGNED_OUT', 'SIGNED_IN'], async (owner) => {
    ok(await owner.browser.post('/auth/sign-out', {}));
    await owner.knows('SIGNED_IN', 'SIGNED_OUT');
    ok(await signIn(owner.browser, owner));
  }),
  '/sign-in/social': ASKS,
  '/callback/:id': tells(['PROVIDER_JOINED'], async (owner) => {
    google.isHere({ sub: owner.userId, name: 'Ana Ruiz', email: owner.email, email_verified: true });
    expect((await comeBy(owner.browser, '/auth/link-social')).searchParams.get('error')).toBeNull();
  }),
  '/callback/:id (signs in)': tells(['PROVIDER_JOINED', 'SIGNED_IN_FROM_NEW_DEVICE'], async (owner) => {
    google.isHere({ sub: owner.userId, name: 'Ana Ruiz', email: owner.email, email_verified: true });
    await comeBy(owner.browser, '/auth/link-social');
    await owner.knows('SIGNED_IN', 'PROVIDER_JOINED');
    await comeBy(site.browser());
  }),
  // One line for the joining, none for the proof.
  '/callback/:id (proves)': tells(['PROVIDER_JOINED'], async (owner) => {
    google.isHere({ sub: owner.userId, name: 'Ana Ruiz', email: owner.email, email_verified: true });
    await comeBy(owner.browser, '/auth/link-social');
    await owner.knows('SIGNED_IN', 'PROVIDER_JOINED');
    expect((await comeBy(owner.browser, '/auth/prove/provider')).searchParams.get('error')).toBeNull();
  }),
  '/link-social': ASKS,
  '/unlink-account': tells(['PROVIDER_JOINED', 'PROVIDER_REMOVED'], async (owner) => {
    google.isHere({ sub: owner.userId, name: 'Ana Ruiz', email: owner.email, email_verified: true });
    await comeBy(owner.browser, '/auth/link-social');
    await owner.knows('SIGNED_IN', 'PROVIDER_JOINED');
    const ways = (await owner.browser.get('/auth/list-accounts')).json<{ id: string; providerId: string }[]>();
    ok(await owner.browser.post('/auth/unlink-account', { accountId: ways.find(({ providerId }) => providerId === 'google')?.id }));
  }),
  '/sign-out': tells(['SIGNED_OUT'], (owner) => owner.browser.post('/auth/sign-out', {}).then(ok)),
  '/sign-up/email': untold('It lets nobody in before the address is proven, which is told as signing in.'),
  '/verify-email': tells([], async () => undefined),
  '/verify-email (another address)': tells(['EMAIL_CHANGED'], async (owner) => {
    const next = { ...owner, email: `next-${owner.email}` };
    ok(await owner.browser.post('/auth/change-email', { newEmail: next.email }));
    await press(owner.browser, owner, 'confirm-email-change');
    await press(owner.browser, next, 'verify-email');
  }),
  '/send-verification-email': ASKS,
  '/change-email': ASKS,
  '/change-password': tells(['PASSWORD_CHANGED'], (owner) =>
    owner.browser.post('/auth/change-password', { currentPassword: PASSWORD, newPassword: 'another long password' }).then(ok),
  ),
  '/request-password-reset': ASKS,
  '/reset-password/:token': READS,
  '/reset-password': tells(['PASSWORD_CHANGED'], async (owner) => {
    await owner.browser.post('/auth/request-password-reset', { email: owner.email });
    const token = new URL((await mailTo(domain, owner.email, 'reset-password')).data.url ?? '', PUBLIC_URL).searchParams.get('token');
    ok(await site.browser().post('/auth/reset-password', { token, newPassword: 'another long password' }));
  }),
  '/prove/password': untold('It shows once more what is known.'),
  '/prove/ways': READS,
  '/prove/mail/send': ASKS,
  '/prove/mail': untold('It shows once more what is known.'),
  '/prove/provider': untold('It shows once more what is known.'),
  '/sign-in/magic-link': ASKS,
  '/magic-link/verify': tells(['SIGNED_IN_FROM_NEW_DEVICE'], async (owner) => {
    await owner.browser.post('/auth/sign-in/magic-link', { email: owner.email, callbackURL: '/' });
    await press(site.browser(), owner, 'sign-in-link');
  }),
  '/two-factor/enable': untold('An app counts only after it has shown a right code.'),
  '/two-factor/verify-totp': tells(['SECOND_FACTOR_ADDED'], (owner) => addApp(owner.browser)),
  '/two-factor/verify-totp (signs in)': tells(['SECOND_FACTOR_ADDED', 'SIGNED_IN_FROM_NEW_DEVICE'], async (owner) => {
    const { totpURI } = await addApp(owner.browser);
    await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED');
    const other = site.browser();
    await signIn(other, owner);
    await forgetCodes(domain);
    ok(await other.post('/auth/two-factor/verify-totp', { code: codeOf(totpURI) }));
  }),
  '/two-factor/verify-backup-code': tells(['SECOND_FACTOR_ADDED', 'RECOVERY_CODE_USED'], async (owner) => {
    const { codes } = await addApp(owner.browser);
    await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED');
    const other = site.browser();
    await signIn(other, owner);
    ok(await other.post('/auth/two-factor/verify-backup-code', { code: codes[0] }));
  }),
  '/two-factor/generate-backup-codes': tells(['SECOND_FACTOR_ADDED', 'RECOVERY_CODES_RENEWED'], async (owner) => {
    await addApp(owner.browser);
    await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED');
    ok(await owner.browser.post('/auth/two-factor/generate-backup-codes', {}));
  }),
  '/two-factor/disable': tells(['SECOND_FACTOR_ADDED', 'SECOND_FACTOR_REMOVED'], async (owner) => {
    await addApp(owner.browser);
    await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED');
    ok(await owner.browser.post('/auth/two-factor/disable', {}));
  }),
  '/passkey/generate-register-options': ASKS,
  '/passkey/generate-authenticate-options': ASKS,
  '/passkey/verify-registration': tells(['SECOND_FACTOR_ADDED'], (owner) => aDevice().register(owner.browser).then(ok)),
  '/passkey/verify-authentication': tells(['SECOND_FACTOR_ADDED', 'SIGNED_IN_FROM_NEW_DEVICE'], async (owner) => {
    const device = aDevice();
    await device.register(owner.browser);
    await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED');
    ok(await device.signIn(site.browser()));
  }),
  '/recovery/start': tells(['SECOND_FACTOR_ADDED', 'RECOVERY_STARTED'], async (owner) => {
    const stranger = await lost(owner);
    for (const _again of [1, 2]) ok(await stranger.post('/auth/recovery/start', {}));
  }),
  '/auth/recovery/cancel': tells(['SECOND_FACTOR_ADDED', 'RECOVERY_STARTED', 'RECOVERY_STOPPED'], async (owner) => {
    ok(await (await lost(owner)).post('/auth/recovery/start', {}));
    await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED', 'RECOVERY_STARTED');
    await press(owner.browser, owner, 'recovery-started', 'cancelUrl');
  }),
  '/auth/recovery': tells(['SECOND_FACTOR_ADDED', 'RECOVERY_STARTED', 'RECOVERY_DONE'], async (owner) => {
    ok(await (await lost(owner)).post('/auth/recovery/start', {}));
    await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED', 'RECOVERY_STARTED');
    await domain.db.admin.query('update auth.recoveries set ready_at = $2 where user_id = $1', [owner.userId, domain.clock.now]);
    await press(site.browser(), owner, 'recovery-started');
  }),
  '/auth/end-session': tells(['SIGNED_IN_FROM_NEW_DEVICE', 'SESSION_ENDED'], async (owner) => {
    ok(await signIn(site.browser(), owner));
    await owner.knows('SIGNED_IN', 'SIGNED_IN_FROM_NEW_DEVICE');
    await press(site.browser(), owner, 'new-device');
  }),
  // Told to the studio, whose door it is.
  '/oauth2/consent': tells([], async (owner) => {
    const studio = await aStudio(domain);
    const makers = await aMember(domain, studio, 'owner');
    await domain.db.admin.query(
      `insert into accounts.members (studio_id, id, user_id, role) values ($1, gen_random_uuid(), $2, 'artist')`,
      [studio.uuid, owner.userId],
    );
    const { data } = await domain.ask(
      makers.viewer,
      'mutation ($input: RegisterAppInput!) { registerApp(input: $input) { ... on RegisterAppSuccess { secret app { id } } } }',
      { input: { name: 'Tool', redirectUris: [REDIRECT], scopes: ['STUDIO_READ'] } },
    );
    const { secret, app } = (data as { registerApp: { secret: string; app: { id: string } } }).registerApp;
    await letIn(owner.browser, await ask(await anApp(site, app.id, secret), 'studio:read'), studio.slug);
    const { rows } = await domain.db.admin.query('select kind, address from accounts.audit_log where studio_id = $1 order by number', [
      studio.uuid,
    ]);
    expect(rows).toEqual([
      { kind: 'APP_REGISTERED', address: '192.0.2.7' },
      { kind: 'APP_LET_IN', address: expect.stringMatching(/^198\.51\.100\./) },
    ]);
  }),
  '/oauth2/authorize': ASKS,
  '/oauth2/token': APP,
  '/oauth2/introspect': READS,
  '/oauth2/revoke': APP,
  '/get-session': READS,
  '/list-accounts': READS,
  ...Object.fromEntries(
    [
      ['/update-session', '/update-user', '/delete-user', '/delete-user/callback', '/list-sessions', '/revoke-session', '/revoke-sessions'],
      [
        '/revoke-other-sessions',
        '/refresh-token',
        '/get-access-token',
        '/account-info',
        '/two-factor/get-totp-uri',
        '/two-factor/send-otp',
      ],
      ['/two-factor/verify-otp', '/passkey/list-user-passkeys', '/passkey/delete-passkey', '/passkey/update-passkey', '/jwks', '/token'],
      ['/oauth2/continue', '/oauth2/userinfo', '/oauth2/end-session', '/oauth2/end-session/confirm', '/oauth2/register'],
      ['/oauth2/create-client', '/oauth2/get-client', '/oauth2/public-client', '/oauth2/public-client-prelogin', '/oauth2/get-clients'],
      ['/oauth2/update-client', '/oauth2/client/rotate-secret', '/oauth2/delete-client', '/oauth2/get-consent', '/oauth2/get-consents'],
      ['/oauth2/update-consent', '/oauth2/delete-consent', '/admin/oauth2/create-client', '/admin/oauth2/update-client'],
      ['/admin/oauth2/resources', '/admin/oauth2/resources/:identifier', '/admin/oauth2/resources/:identifier/clients/:client_id'],
      ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration', '/verify-password', '/ok', '/error'],
    ]
      .flat()
      .map((path) => [path, NOT_OFFERED]),
  ),
};

const plain = (path: string) => path.replace(/ \(.*/, '');

test('every path says which line it writes, or why none', () => {
  const { endpoints } = createAuth({
    pool,
    secret: SECRET,
    installation: 'test',
    publicUrl: PUBLIC_URL,
    now: () => new Date(),
    requestMail: async () => undefined,
    providers: [{ id: 'google', issuer: google.issuer, clientId: 'x', credential: { secret: 'x' } }],
    tokenLifetimes: { code: 1, access: 1, refresh: 1 },
    holdsBefore: async () => false,
    onSessionEnd: () => undefined,
    onFactorsChange: async () => undefined,
    tellPerson: async () => undefined,
    onError: () => undefined,
  });
  const paths = Object.values(endpoints).flatMap(({ path }) => (path === undefined ? [] : [path]));
  expect([...new Set(Object.keys(ROUTES).map(plain))].sort()).toEqual([...new Set([...paths, ...LINK_PATHS])].sort());
});

test.each(Object.entries(ROUTES).flatMap(([path, what]) => (what === NOT_OFFERED ? [path] : [])))('%s is not offered', async (path) => {
  const browser = site.browser();
  for (const answer of [await browser.post(`/auth${path}`, {}), await browser.get(`/auth${path}`)]) expect(answer.status).toBe(404);
});

describe('exactly one line is written by', () => {
  test.each(Object.entries(ROUTES).flatMap(([path, what]) => ('log' in what ? [[path, what] as const] : [])))('%s', async (_path, what) => {
    const owner = await anOwner();
    await what.act(owner);
    await owner.knows(...what.log);
    owners.push({ owner, log: what.log });
  });

  test('each of them, also when nobody looked', async () => {
    expect(owners.length).toBeGreaterThan(20);
    for (const { owner, log } of owners) expect(await owner.log()).toEqual(log);
  });
});
