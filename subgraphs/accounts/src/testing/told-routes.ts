import { asGoogle, type OpenIdStandIn, startOpenId } from '@atelier/testing/openid';
import { codeOf } from '@atelier/testing/totp';
import { until } from '@atelier/testing/until';
import { expect } from '@jest/globals';
import type { AuditKind } from '../audit-log/audit-log.ts';
import { type Accounts, PUBLIC_URL } from './accounts.ts';
import { type Browser, type Site, startSite } from './browser.ts';
import { comeBy } from './by-provider.ts';
import { anApp, ask, letIn, REDIRECT } from './oauth.ts';
import { aDevice } from './passkey.ts';
import { aMember, aStudio } from './people.ts';
import { addApp, anAccount, behindButton, forgetCodes, mailTo, PASSWORD } from './ways-in.ts';

/** Accounts with its routes, and a provider that signs people in. */
export interface World {
  domain: Accounts;
  site: Site;
  google: OpenIdStandIn;
  close(): Promise<void>;
}

/** Starts it; close it in `afterAll`. */
export async function startWorld(): Promise<World> {
  const google = await startOpenId();
  google.allow(`${PUBLIC_URL}/auth/callback/google`);
  const { domain, site } = await startSite({ env: asGoogle(google) });
  return {
    domain,
    site,
    google,
    async close() {
      await site.close();
      await google.close();
    },
  };
}

/** Somebody with an account, who waits for what is told of it. */
export interface Owner extends World {
  browser: Browser;
  email: string;
  userId: string;
  /** Waits until their log tells just this, the oldest first. */
  knows(...kinds: AuditKind[]): Promise<void>;
  log(): Promise<string[]>;
}

let people = 0;

/** @param knows another way to see that the log tells what it should */
export async function anOwner(world: World, knows?: (owner: Owner, kinds: AuditKind[]) => Promise<void>): Promise<Owner> {
  const { domain, site } = world;
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
    ...world,
    browser,
    email,
    userId,
    log,
    async knows(...kinds) {
      if (knows !== undefined) return knows(owner, kinds);
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
async function press(who: Browser, owner: Owner, template: string, name = 'url'): Promise<void> {
  const { action, fields } = await behindButton((await mailTo(owner.domain, owner.email, template)).data[name], who);
  ok(
    action.startsWith('/auth/verify') || action.startsWith('/auth/magic')
      ? await who.get(`${action}?${fields}`)
      : await who.post(action, fields),
  );
}

async function lost(owner: Owner): Promise<Browser> {
  await addApp(owner.browser);
  await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED');
  const stranger = owner.site.browser();
  await signIn(stranger, owner);
  return stranger;
}

export type Told = { log: AuditKind[]; act: (owner: Owner) => Promise<unknown> };
export type Untold = { because: string };
/** What the person's whole log tells in the end: what came before, and one line for what is done last. */
const tells = (log: AuditKind[], act: Told['act']): Told => ({ log: ['SIGNED_IN', ...log], act });
const untold = (because: string): Untold => ({ because });
export const NOT_OFFERED = untold('It is not offered.');
const READS = untold('It reads.');
const ASKS = untold('It asks for a mail or a challenge: what comes of it is told where it is answered.');
const APP = untold('An app spends what a person has let it do, which was told then; nobody new gets in.');

/** Every path below /auth: what is told of it, or why nothing is. */
export const ROUTES: Record<string, Told | Untold> = {
  '/sign-in/email': tells(['SIGNED_IN_FROM_NEW_DEVICE'], (owner) => signIn(owner.site.browser(), owner).then(ok)),
  '/sign-in/email (wrong)': tells(['SIGN_IN_FAILED'], (owner) => signIn(owner.site.browser(), owner, 'not the password')),
  '/sign-in/email (known)': tells(['SIGNED_OUT', 'SIGNED_IN'], async (owner) => {
    ok(await owner.browser.post('/auth/sign-out', {}));
    await owner.knows('SIGNED_IN', 'SIGNED_OUT');
    ok(await signIn(owner.browser, owner));
  }),
  '/sign-in/social': ASKS,
  '/callback/:id': tells(['PROVIDER_JOINED'], async (owner) => {
    owner.google.isHere({ sub: owner.userId, name: 'Ana Ruiz', email: owner.email, email_verified: true });
    expect((await comeBy(owner.browser, '/auth/link-social')).searchParams.get('error')).toBeNull();
  }),
  '/callback/:id (signs in)': tells(['PROVIDER_JOINED', 'SIGNED_IN_FROM_NEW_DEVICE'], async (owner) => {
    owner.google.isHere({ sub: owner.userId, name: 'Ana Ruiz', email: owner.email, email_verified: true });
    await comeBy(owner.browser, '/auth/link-social');
    await owner.knows('SIGNED_IN', 'PROVIDER_JOINED');
    await comeBy(owner.site.browser());
  }),
  // One line for the joining, none for the proof.
  '/callback/:id (proves)': tells(['PROVIDER_JOINED'], async (owner) => {
    owner.google.isHere({ sub: owner.userId, name: 'Ana Ruiz', email: owner.email, email_verified: true });
    await comeBy(owner.browser, '/auth/link-social');
    await owner.knows('SIGNED_IN', 'PROVIDER_JOINED');
    expect((await comeBy(owner.browser, '/auth/prove/provider')).searchParams.get('error')).toBeNull();
  }),
  '/link-social': ASKS,
  '/unlink-account': tells(['PROVIDER_JOINED', 'PROVIDER_REMOVED'], async (owner) => {
    owner.google.isHere({ sub: owner.userId, name: 'Ana Ruiz', email: owner.email, email_verified: true });
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
  '/reset-link': READS,
  '/reset-password': tells(['PASSWORD_CHANGED'], async (owner) => {
    await owner.browser.post('/auth/request-password-reset', { email: owner.email });
    const token = new URL((await mailTo(owner.domain, owner.email, 'reset-password')).data.url ?? '', PUBLIC_URL).searchParams.get('token');
    ok(await owner.site.browser().post('/auth/reset-password', { token, newPassword: 'another long password' }));
  }),
  '/prove/password': untold('It shows once more what is known.'),
  '/prove/ways': READS,
  '/prove/mail/send': ASKS,
  '/prove/mail': untold('It shows once more what is known.'),
  '/prove/provider': untold('It shows once more what is known.'),
  '/sign-in/magic-link': ASKS,
  '/magic-link/verify': tells(['SIGNED_IN_FROM_NEW_DEVICE'], async (owner) => {
    await owner.browser.post('/auth/sign-in/magic-link', { email: owner.email, callbackURL: '/' });
    await press(owner.site.browser(), owner, 'sign-in-link');
  }),
  '/two-factor/enable': untold('An app counts only after it has shown a right code.'),
  '/two-factor/verify-totp': tells(['SECOND_FACTOR_ADDED'], (owner) => addApp(owner.browser)),
  '/two-factor/verify-totp (signs in)': tells(['SECOND_FACTOR_ADDED', 'SIGNED_IN_FROM_NEW_DEVICE'], async (owner) => {
    const { totpURI } = await addApp(owner.browser);
    await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED');
    const other = owner.site.browser();
    await signIn(other, owner);
    await forgetCodes(owner.domain);
    ok(await other.post('/auth/two-factor/verify-totp', { code: codeOf(totpURI) }));
  }),
  '/two-factor/verify-backup-code': tells(['SECOND_FACTOR_ADDED', 'RECOVERY_CODE_USED'], async (owner) => {
    const { codes } = await addApp(owner.browser);
    await owner.knows('SIGNED_IN', 'SECOND_FACTOR_ADDED');
    const other = owner.site.browser();
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
    ok(await device.signIn(owner.site.browser()));
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
    await owner.domain.db.admin.query('update auth.recoveries set ready_at = $2 where user_id = $1', [
      owner.userId,
      owner.domain.clock.now,
    ]);
    await press(owner.site.browser(), owner, 'recovery-started');
  }),
  '/auth/end-session': tells(['SIGNED_IN_FROM_NEW_DEVICE', 'SESSION_ENDED'], async (owner) => {
    ok(await signIn(owner.site.browser(), owner));
    await owner.knows('SIGNED_IN', 'SIGNED_IN_FROM_NEW_DEVICE');
    await press(owner.site.browser(), owner, 'new-device');
  }),
  // Told to the studio, whose door it is.
  '/oauth2/consent': tells([], async (owner) => {
    const studio = await aStudio(owner.domain);
    const makers = await aMember(owner.domain, studio, 'owner');
    await owner.domain.db.admin.query(
      `insert into accounts.members (studio_id, id, user_id, role) values ($1, gen_random_uuid(), $2, 'artist')`,
      [studio.uuid, owner.userId],
    );
    const { data } = await owner.domain.ask(
      makers.viewer,
      'mutation ($input: RegisterAppInput!) { registerApp(input: $input) { ... on RegisterAppSuccess { secret app { id } } } }',
      { input: { name: 'Tool', redirectUris: [REDIRECT], scopes: ['STUDIO_READ'] } },
    );
    const { secret, app } = (data as { registerApp: { secret: string; app: { id: string } } }).registerApp;
    await letIn(owner.browser, await ask(await anApp(owner.site, app.id, secret), 'studio:read'), studio.slug);
    const { rows } = await owner.domain.db.admin.query(
      'select kind, address from accounts.audit_log where studio_id = $1 order by number',
      [studio.uuid],
    );
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
