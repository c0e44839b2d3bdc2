import { uuidv7 } from '@atelier/service-kit/ids';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { cookiePrefix } from '../cookies.ts';
import type { Mails } from '../mail.ts';
import { sessions, users } from '../users/user.table.ts';
import { ADDRESS_HEADER } from '../web.ts';
import { addressesPlugin } from './addresses.ts';
import { attemptHooks } from './attempts.ts';
import { failures } from './auth.failures.ts';
import { DISABLED_PATHS, RATE_LIMIT } from './auth.limits.ts';
import { authMails } from './auth.mails.ts';
import { accounts, rateLimits, verifications } from './auth.table.ts';
import { breachedPlugin, PASSWORD_MIN } from './breached.ts';
import { changesPlugin } from './changes.ts';
import { createCodes } from './codes.ts';
import { PASSWORD_RESET } from './decisions.ts';
import { createDevices, devicesPlugin } from './devices.ts';
import { eventsPlugin, type TellPerson } from './events.ts';
import { passkeys, twoFactors } from './factors.table.ts';
import { authLinks } from './links.ts';
import { createNoted, originOf } from './noted.ts';
import { type HoldsBefore, oauthPlugins, oauthTables, type TokenLifetimes } from './oauth.ts';
import { proofPlugin, provedAtStart } from './proof.ts';
import { proofByMailPlugin } from './proof-by-mail.ts';
import { proofByProviderPlugin, refuseStaleProof } from './proof-by-provider.ts';
import type { Provider } from './provider.ts';
import { createDirectory } from './provider-directory.ts';
import { configOf, providersPlugin, refuseUnverified } from './providers.ts';
import { createRecovery, recoveryPlugin } from './recovery.ts';
import { resetLinkPlugin } from './reset-link.ts';
import { secondFactorPlugins } from './second-factor.ts';
import { signUpPlugin, VERIFY_SECONDS } from './sign-up.ts';
import { createThrottle } from './throttle.ts';

export interface AuthOptions {
  /** Connections of the login role that owns the schema `auth`. */
  pool: pg.Pool;
  /** Signs cookies and verification links; at least 32 characters. */
  secret: string;
  /** Names this installation's cookies, so that two on one host do not sign each other out. */
  installation: string;
  /** Where the installation is reached, without a slash at the end. */
  publicUrl: string;
  now: () => Date;
  requestMail: Mails['request'];
  /** Who else signs people in. */
  providers: readonly Provider[];
  /** How long what apps hold is good for. */
  tokenLifetimes: TokenLifetimes;
  /** Whether the secret before an app's present one still works. */
  holdsBefore: HoldsBefore;
  /** Called after a session was ended, with its id. */
  onSessionEnd: (sessionId: string) => void;
  /** Called after somebody's second factors have changed, with the person's id. */
  onFactorsChange: (userId: string) => Promise<void>;
  /** Tells the audit log of a person's account. */
  tellPerson: TellPerson;
  /** Told what better-auth itself could not do; never holds personal data. */
  onError: (message: string) => void;
}

/** A link in a mail to sign in is good for this long. */
export const SIGN_IN_LINK_MINUTES = 15;

const DAY = 24 * 60 * 60;

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

/** The origins whose pages may use the session: the public one, and on a developer's machine its other name. */
export function trustedOrigins(publicUrl: string): string[] {
  const { origin, hostname } = new URL(publicUrl);
  return hostname === 'localhost' ? [origin, origin.replace('localhost', '127.0.0.1')] : [origin];
}

/** better-auth, set up for this installation: sign-up, sign-in by password and mailed link, change of password and e-mail. */
export function createAuth(options: AuthOptions) {
  const db = drizzle(options.pool);
  const throttle = createThrottle(db, options.now);
  const mails = authMails(options);
  const devices = createDevices(db, options.now);
  const noted = createNoted(db, options.now);
  const recovery = createRecovery(db, options.secret, options.now);
  const directory = createDirectory(options.providers, configOf);
  const providerIds = options.providers.map(({ id }) => id);
  const background = new Set<Promise<unknown>>();
  const auth = betterAuth({
    appName: 'Atelier',
    baseURL: options.publicUrl,
    basePath: '/auth',
    secret: options.secret,
    trustedOrigins: trustedOrigins(options.publicUrl),
    telemetry: { enabled: false },
    disabledPaths: [...DISABLED_PATHS],
    ...failures(options.publicUrl, options.onError),
    database: noted.adapter({
      provider: 'pg',
      transaction: true,
      schema: {
        user: users,
        session: sessions,
        account: accounts,
        verification: verifications,
        rateLimit: rateLimits,
        twoFactor: twoFactors,
        passkey: passkeys,
        ...oauthTables,
      },
    }),
    user: {
      additionalFields: { locale: { type: 'string', required: false, input: false } },
      changeEmail: { enabled: true, sendChangeEmailConfirmation: mails.confirmEmailChange },
      validateUserInfo: async (found) => (await refuseStaleProof(found)) ?? refuseUnverified(found),
    },
    // Nobody's account is joined because an address is the same: the person says so, signed in by a way that they had.
    account: { updateAccountOnSignIn: false, accountLinking: { enabled: true, disableImplicitLinking: true, trustedProviders: [] } },
    session: {
      expiresIn: 30 * DAY,
      updateAge: DAY,
      // How lately somebody showed that it is them is proof.ts's to say.
      freshAge: 0,
      cookieCache: { enabled: false },
      additionalFields: { provedAt: { type: 'date', required: false, input: false } },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: mails.resetPassword,
      onPasswordReset: async (given, request) => {
        await mails.passwordChanged(given, request);
        await options.tellPerson(noted.eventOf({ userId: given.user.id, by: 'self', ...originOf(request) }, PASSWORD_RESET));
      },
      onExistingUserSignUp: mails.accountExists,
    },
    emailVerification: {
      sendVerificationEmail: mails.verifyEmail,
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: VERIFY_SECONDS,
    },
    plugins: [
      magicLink({
        expiresIn: SIGN_IN_LINK_MINUTES * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, url }, context) => {
          const found = await context?.context.internalAdapter.findUserByEmail(email.toLowerCase());
          await mails.signInLink({ email, url, user: found?.user ?? null }, context?.request);
        },
      }),
      addressesPlugin(throttle, trustedOrigins(options.publicUrl)),
      signUpPlugin(options.publicUrl),
      proofByProviderPlugin(throttle, providerIds),
      ...secondFactorPlugins({ secret: options.secret, publicUrl: options.publicUrl, throttle, devices, codes: createCodes(db) }),
      proofPlugin(throttle, providerIds),
      proofByMailPlugin(throttle, mails, options.secret),
      changesPlugin(mails, options.onFactorsChange),
      providersPlugin(directory, options.publicUrl),
      ...oauthPlugins(options.publicUrl, options.tokenLifetimes, options.holdsBefore),
      devicesPlugin(devices, mails, options.publicUrl),
      recoveryPlugin({ recovery, throttle, mails, tell: options.tellPerson }),
      eventsPlugin(options.tellPerson, noted, devices),
      breachedPlugin(),
      resetLinkPlugin(),
    ],
    rateLimit: RATE_LIMIT,
    databaseHooks: {
      // What a provider would let us do in a person's name is nothing that we want.
      account: {
        create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
        update: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
      },
      // Whoever signs up could name a picture at any address; ours come by /media only.
      user: { create: { before: async (user) => ({ data: { ...user, image: null } }) } },
      session: {
        create: {
          before: async (session, context) => ({ data: { ...session, provedAt: provedAtStart(context?.path, session.provedAt) } }),
        },
        delete: { after: async (session) => options.onSessionEnd(session.id) },
      },
    },
    hooks: attemptHooks({ throttle, devices, mails }),
    advanced: {
      cookiePrefix: cookiePrefix(options.installation),
      // Said outright: left out, NODE_ENV=test would switch the checks off.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: options.publicUrl.startsWith('https://'),
      // Our tables have what is used: the library's check also wants those of what apps cannot do here, and its own of apps, which are ours.
      database: { generateId: () => uuidv7(options.now().getTime()), validateSchema: false },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Mails leave the answer's path, so that its time does not tell whether an address has an account.
      backgroundTasks: {
        handler: (task) => {
          const settled = task
            .catch(() => options.onError('A background task of sign-in failed.'))
            .finally(() => background.delete(settled));
          background.add(settled);
        },
      },
    },
  });
  return {
    /** What the library answers below `/auth`: each path with its methods; null where it only calls it itself. */
    endpoints: auth.api as Record<string, { path?: string; options?: { method?: string | string[] } }>,
    /** Answers a request below `/auth/`. */
    handle: (request: Request): Promise<Response> => noted.during(request, () => auth.handler(request)),
    /** What apps are told of us, as the library has it. */
    appMetadata: async (): Promise<object> => auth.api.getOAuthServerConfig(),
    /** What the links of our mails do. */
    links: authLinks({
      db,
      verifications: async () => (await auth.$context).internalAdapter,
      recovery,
      mails,
      onSessionEnd: options.onSessionEnd,
      now: options.now,
      tell: options.tellPerson,
    }),
    /** Who else signs people in. */
    providers: directory,
    /** Counts attempts; shared, so that all ways in use one table. */
    throttle,
    /** Waits for mails that are on their way. */
    async settle(): Promise<void> {
      await Promise.all(background);
    },
  };
}

export type Auth = ReturnType<typeof createAuth>;
