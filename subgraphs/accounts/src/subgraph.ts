import { join } from 'node:path';
import { createDatabase } from '@atelier/service-kit/database';
import { createRevocations } from '@atelier/service-kit/revocations';
import { defineSubgraph, type Kit, type Runtime, type Subgraph } from '@atelier/service-kit/subgraph';
import { versionScope } from '@atelier/service-kit/versions';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import pg from 'pg';
import { resolvers } from './__generated__/resolvers.ts';
import { OVERLAP_TASK, overlapEnded } from './api-keys/overlap.ts';
import { knownApps } from './apps/app.repository.ts';
import { recordConsent } from './apps/grant.service.ts';
import { REMOVED_TASK, tellRemoved } from './apps/removed.service.ts';
import { tellReplay } from './apps/replay.service.ts';
import { createChain } from './audit-log/chain.ts';
import { CHECK_LOGS_TASK, checkLogs, FORGET_LOG_TASK, forgetLog } from './audit-log/check-logs.service.ts';
import { DOWNLOAD_PATH, downloadRoute } from './audit-log/download.service.ts';
import { type AuditRecorder, createAuditRecorder } from './audit-log/recorder.service.ts';
import { TELL_LATE_TASK, tellLate } from './audit-log/tell-late.service.ts';
import { authRoutes } from './auth/auth.routes.ts';
import { type Auth, createAuth, trustedOrigins } from './auth/auth.ts';
import { linkRoutes } from './auth/link.routes.ts';
import { oauthMetadata, oauthRoutes } from './auth/oauth.routes.ts';
import { providersRoute } from './auth/providers.ts';
import { SWEEP_TASK, sweep } from './auth/sweep.ts';
import { entryRoutes } from './client-links/entry.routes.ts';
import { entryService } from './client-links/entry.service.ts';
import { createContext } from './context.ts';
import { DUE_SWEEP_TASK, deletionJobs } from './deletions/carry-out.service.ts';
import { readEnv } from './env.ts';
import { RECEIPT_PATH, receiptRoute } from './erasures/receipt.routes.ts';
import { DOWNLOAD_PREFIX, downloadExportRoute } from './exports/download-export.service.ts';
import { exportFolder } from './exports/files.ts';
import { EXPORT_TASK, makeExport } from './exports/make-export.service.ts';
import { REMOVE_FILES_TASK, removeFiles } from './exports/remove-files.service.ts';
import { EXPORTS_SWEEP_TASK, sweepExports } from './exports/sweep-exports.service.ts';
import { handlers } from './handlers.ts';
import { createMails, MAIL_TASK } from './mail.ts';
import { tellOwnPages } from './members/own-pages.service.ts';
import { personalData } from './personal-data.ts';
import { pictureService } from './pictures/picture.service.ts';
import { MAX_BYTES } from './pictures/picture.ts';
import { pictureRoutes } from './pictures/pictures.routes.ts';
import { diskStorage } from './pictures/storage.ts';
import { PICTURES_SWEEP_TASK, sweepPictures } from './pictures/sweep-pictures.service.ts';
import type { Store } from './store.ts';
import { createViewerSource } from './viewers/viewer.source.ts';
import { toRoute, type WebHandler } from './web.ts';

/** The domain of people, studios and ways in; it also knows who stands behind a cookie or a key. */
export interface AccountsSubgraph extends Subgraph {
  /** What the router asks. */
  readonly viewers: ViewerSource;
}

/** Room for a form's frame round the largest picture. */
const UPLOAD_BYTES = MAX_BYTES + 16 * 1024;
const FORM_BYTES = 64 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes accounts: its GraphQL, the routes `/auth`, `/p` and `/media`, and the answer to who is asking. */
export function createSubgraph(runtime: Runtime): AccountsSubgraph {
  const { logger, now, publicUrl, installationId: installation } = runtime;
  const env = readEnv(runtime.env, runtime.dataDir);
  const secret = env.authSecret;
  const secure = publicUrl.startsWith('https://');
  const origins = trustedOrigins(publicUrl);
  const onError = (error: unknown) => logger.error({ err: error }, 'accounts');

  const signIn = createDatabase({ url: env.authDatabaseUrl, schema: 'auth', logger });
  const changing = <T>(work: () => Promise<T>) => runtime.versions.change([versionScope('accounts', null)], work);
  const transaction: typeof signIn.transaction = (scope, work) => changing(() => signIn.transaction(scope, work));
  const pool = new pg.Pool({ connectionString: env.authDatabaseUrl, application_name: 'atelier-better-auth', max: 4 });
  pool.on('error', onError);
  const revocations = createRevocations(runtime.bus, now);
  const storage = diskStorage(env.mediaDir);
  const files = exportFolder(env.exportsDir);

  // What rests on the domain's database, which the kit makes.
  let rooms: { store: Store; auth: Auth } | undefined;
  const onKeptOut: AuditRecorder['recordKeptOut'] = async (member, origin) => rooms?.store.audit.recordKeptOut(member, origin);
  const viewers = createViewerSource({ signIn, revocations, installation, secure, secret, now, onKeptOut, onError });
  const roomsOf = (kit: Kit) => {
    if (rooms === undefined) {
      const audit = createAuditRecorder({
        database: kit.database,
        signIn: { ...signIn, transaction },
        chain: createChain(env.auditSecret),
        now,
        logger,
      });
      const tellOwn = tellOwnPages({ database: kit.database, signIn, activity: kit.activity, logger });
      const mails = createMails({ database: kit.database, peers: runtime.peers, secret, now });
      const auth = createAuth({
        pool,
        secret,
        installation,
        publicUrl,
        now,
        providers: env.providers,
        tokenLifetimes: env.tokenLifetimes,
        requestMail: mails.request,
        holdsBefore: (hashes) => knownApps.holdsBefore(signIn.reads({ studioId: null }), hashes, now()),
        onSessionEnd: (sessionId) => revocations.publish({ sessionId }),
        async onFactorsChange(userId) {
          revocations.publish({ userId });
          await tellOwn(userId);
        },
        tellPerson: audit.recordForPerson,
        onError: (message) => logger.warn(message),
      });
      rooms = {
        auth,
        store: {
          database: kit.database,
          signIn: { ...signIn, transaction },
          activity: kit.activity,
          audit,
          mails,
          throttle: auth.throttle,
          revocations,
          tellOwnPages: tellOwn,
          publicUrl,
        },
      };
    }
    return rooms;
  };

  const subgraph = defineSubgraph(runtime, {
    name: 'accounts',
    crossesStudios: true,
    directory: join(import.meta.dirname, '..'),
    resolvers,
    personalData,
    exports: {
      sources: [{ schema: 'auth', database: signIn, prefix: 'auth.' }],
      views: {
        people: {
          holds: {
            en: 'What the members are called, and how they are reached.',
            es: 'Cómo se llaman los miembros y cómo se les encuentra.',
          },
          key: ['id'],
        },
      },
    },
    context: (request, kit) => createContext(request, kit, roomsOf(kit).store),
    handlers: handlers((kit) => roomsOf(kit).store),
    jobs: (kit) => ({
      [MAIL_TASK]: roomsOf(kit).store.mails.deliver,
      [SWEEP_TASK]: sweep(signIn, now),
      [PICTURES_SWEEP_TASK]: sweepPictures(storage, signIn, now),
      [CHECK_LOGS_TASK]: checkLogs({ database: kit.database, signIn, audit: roomsOf(kit).store.audit, logger }),
      [FORGET_LOG_TASK]: forgetLog(kit.database),
      [TELL_LATE_TASK]: tellLate(signIn, roomsOf(kit).store.audit, now),
      [OVERLAP_TASK]: overlapEnded(revocations),
      [EXPORT_TASK]: makeExport({ store: roomsOf(kit).store, files, pictures: storage, peers: runtime.peers, now, logger }),
      [REMOVE_FILES_TASK]: removeFiles(files),
      [EXPORTS_SWEEP_TASK]: sweepExports(files, signIn, now),
      [REMOVED_TASK]: tellRemoved(kit.database, roomsOf(kit).store.audit),
      ...deletionJobs({ store: roomsOf(kit).store, peers: runtime.peers, now }),
    }),
    schedules: [
      { task: TELL_LATE_TASK, pattern: '* * * * *' },
      // Made up for at the next start by a machine that was off.
      ...[SWEEP_TASK, PICTURES_SWEEP_TASK, CHECK_LOGS_TASK, DUE_SWEEP_TASK, EXPORTS_SWEEP_TASK].map((task) => ({
        task,
        pattern: '17 3 * * *',
        backfillMs: DAY_MS,
      })),
    ],
    routes: (kit) => {
      const { auth, store } = roomsOf(kit);
      const entry = entryService({ store, throttle: auth.throttle, now });
      const waysIn = authRoutes(
        auth,
        providersRoute(auth.providers),
        oauthRoutes({
          handle: auth.handle,
          viewers,
          signIn,
          revocations,
          publicUrl,
          now,
          onConsent: (viewer, consent) => recordConsent(store, viewer, consent),
          onReplay: (replayed, origin) => tellReplay(store, replayed, origin, now()),
        }),
      );
      const authentication = linkRoutes(auth, waysIn);
      const download = downloadRoute({ store, viewers, now });
      const receipt = receiptRoute({ database: kit.database, now });
      const downloadExport = downloadExportRoute({ store, files, viewers, now });
      const route = (handler: WebHandler, maxBytes: number) =>
        toRoute(handler, { publicUrl, maxBytes, behindRouter: runtime.mode === 'fleet', onError });
      return {
        // Sign-in writes to tables of its own, past the kit; asking who is signed in changes nothing that shows.
        '/auth': route(
          (request, client) =>
            pathOf(request) === DOWNLOAD_PATH
              ? download(request, client)
              : pathOf(request).startsWith(RECEIPT_PATH)
                ? receipt(request, client)
                : pathOf(request).startsWith(DOWNLOAD_PREFIX)
                  ? downloadExport(request, client)
                  : isSessionQuery(request)
                    ? authentication(request, client)
                    : changing(() => authentication(request, client)),
          FORM_BYTES,
        ),
        '/.well-known': route(oauthMetadata(auth.appMetadata), FORM_BYTES),
        '/p': route(entryRoutes({ entry, installation, origins, secure }), FORM_BYTES),
        '/media': route(
          pictureRoutes({ storage, viewers, origins, throttle: auth.throttle, ...pictureService({ store, now }) }),
          UPLOAD_BYTES,
        ),
      };
    },
  });

  return {
    ...subgraph,
    viewers: { resolve: viewers.resolve, onRevoked: viewers.onRevoked },
    stats: () => {
      const { begins, statements } = subgraph.stats();
      return { begins: begins + signIn.stats.begins, statements: statements + signIn.stats.statements };
    },
    async stop() {
      // What sign-in has under way still writes to the domain's database.
      await Promise.all([rooms?.auth.settle(), viewers.settle()]);
      await subgraph.stop();
      await Promise.all([signIn.close(), pool.end()]);
    },
  };
}

const pathOf = (request: Request): string => new URL(request.url).pathname;

const isSessionQuery = (request: Request): boolean => request.method === 'GET' && pathOf(request) === '/auth/get-session';
