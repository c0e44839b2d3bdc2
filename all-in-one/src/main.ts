import { join, resolve } from 'node:path';
import { readEmbeddedSettings } from '@atelier/router/protect';
import { createLogger } from '@atelier/service-kit/log';
import { MigrationError } from '@atelier/service-kit/migrate';
import { emptyDataDir, openDataDir } from './data-dir.ts';
import { DEMO_LINK, type DemoSignIn, demoSignIns, demoSignInsRoute } from './demo.ts';
import { openEdge } from './edge.ts';
import { readExposure } from './exposure.ts';
import { beginLaunch, type Launch } from './launch.ts';
import { type Options, readOptions } from './options.ts';
import { builtPages, livePages } from './pages.ts';
import { assertPortFree } from './ports.ts';
import { stopLeftovers } from './postgres/leftovers.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { inSeconds } from './progress.ts';
import { readSecrets } from './secrets.ts';
import { seedDemo } from './seed.ts';
import { isSeen, openSeen } from './seen.ts';
import { migrate, readCacheBytes, schemaNames, schemaUrl, startStack } from './stack.ts';
import { StartError } from './start-error.ts';
import { builtWeb } from './web-build.ts';

const CHECKOUT = resolve(import.meta.dirname, '../..');

/** When the command was given: the bootstrap says so, as installing counts, too. */
const startedAt = Number(process.env.ATELIER_STARTED_AT) || Date.now();

/** What is said when everything runs. */
interface Started {
  address: string;
  signIns: readonly DemoSignIn[];
  /** Mails are neither sent nor to be seen. */
  keepsMails: boolean;
}

/** The start, step by step; each may use what those before it gave. What it leaves running is stopped in reverse order. */
async function start(options: Options, launch: Launch): Promise<Started> {
  const { publicUrl, isPrivate, trustedProxies } = readExposure(options.host, options.port, process.env);
  const dataDir = await launch.step(
    'Data directory',
    (say) => openDataDir(options.dataDir, { onWait: (pid) => say(`waiting for process ${pid} to let go of it`) }),
    (held) => held.release(),
  );
  await assertPortFree(options.host, options.port);
  if (options.reset) {
    await launch.step('Removing all data', async () => {
      await stopLeftovers(join(dataDir.path, 'postgres'), () => undefined);
      await emptyDataDir(dataDir);
    });
  }
  const secrets = await readSecrets(dataDir, await schemaNames(CHECKOUT), process.env);
  const postgres = await launch.step(
    'PostgreSQL',
    (say) =>
      startPostgres({
        dataDir,
        superuserPassword: secrets.postgresPassword,
        onProgress: say,
        onFailure: (error) => end(launch, error),
        signal: launch.signal,
      }),
    (running) => running.stop(),
  );
  const now = () => new Date();
  await launch.step('Database', (say) => migrate(CHECKOUT, postgres.superuserUrl, secrets, say));
  if (options.seed && isPrivate) {
    await launch.step('Demo studios', (say) =>
      seedDemo({
        checkout: CHECKOUT,
        adminUrl: postgres.superuserUrl,
        dataDir: dataDir.path,
        now: options.now ?? now(),
        onTable: ({ table }) => say(table),
      }),
    );
  }
  const signIns = isPrivate ? await demoSignIns(postgres.superuserUrl) : [];
  const web = options.dev ? null : await launch.step('Pages', (say) => builtWeb(CHECKOUT, join(CHECKOUT, '.cache', 'web'), say));
  const seen = !isSeen(process.env)
    ? null
    : await launch.step(
        'Metrics and traces',
        () => openSeen(process.env),
        (opened) => opened.close(),
      );
  const stack = await launch.step(
    'Services',
    () =>
      startStack({
        checkout: CHECKOUT,
        schemaUrl: (schema) => schemaUrl(postgres.localUrl, secrets, schema),
        secrets,
        publicUrl,
        dataDir: dataDir.path,
        logger: createLogger({ service: 'atelier', level: process.env.LOG_LEVEL ?? 'warn' }),
        env: process.env,
        trustedProxies,
        protect: readEmbeddedSettings(process.env),
        cacheBytes: readCacheBytes(process.env.ROUTER_CACHE_MB),
        metrics: seen?.metrics,
        tracing: seen?.tracing,
        now,
        isPrivate,
      }),
    (running) => running.stop(),
  );
  await launch.step(
    'Web server',
    () =>
      openEdge({
        stack,
        host: options.host,
        port: options.port,
        trustedProxies,
        isSecure: publicUrl.startsWith('https:'),
        routes: [demoSignInsRoute(signIns)],
        pages: async (server) => (web === null ? livePages(join(CHECKOUT, 'web'), server) : { handler: builtPages(web) }),
      }),
    (edge) => edge.close(),
  );
  return { address: publicUrl, signIns, keepsMails: !isPrivate && !process.env.SENDGRID_API_KEY };
}

/** Ends the process, after everything has stopped; with a reason on the screen when there is an error. */
function end(launch: Launch, error?: unknown): void {
  if (error !== undefined && !launch.signal.aborted)
    console.error(error instanceof StartError || error instanceof MigrationError ? `\n${error.message}` : error);
  void launch.stop().then((well) => process.exit(error === undefined && well ? 0 : 1));
}

function endOnSignals(launch: Launch): void {
  let askedAt: number | undefined;
  const stop = () => {
    if (askedAt !== undefined) {
      // One Ctrl-C may arrive twice, from the terminal and from npm; whoever asks again later does not want to wait.
      if (performance.now() - askedAt > 1000) process.exit(130);
      return;
    }
    askedAt = performance.now();
    console.log('\nStopping ...');
    end(launch);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The bootstrap was killed: nobody is left to pass signals on.
  process.on('disconnect', stop);
  for (const defect of ['uncaughtException', 'unhandledRejection'] as const) process.on(defect, (error) => end(launch, error));
}

const launch = beginLaunch();
endOnSignals(launch);
try {
  // npm changes to the checkout's folder, and says where it was called from.
  const options = readOptions(process.argv.slice(2), CHECKOUT, process.env.INIT_CWD ?? process.cwd());
  if ('help' in options) {
    console.log(options.help);
    process.exit(0);
  }
  console.log('Atelier is starting.');
  const { address, signIns, keepsMails } = await start(options, launch);
  console.log(`\nAtelier is ready in ${inSeconds(Date.now() - startedAt)}: ${address}`);
  if (signIns.length > 0) {
    console.log('\nDemo sign-ins (this machine only):');
    for (const { email, password, note } of signIns) console.log(`  ${email.padEnd(32)} ${password.padEnd(16)} ${note}`);
    console.log(`\nA client's way in: ${address}/p/${DEMO_LINK}\nMails stay on this machine: ${address}/dev/mail`);
  }
  if (keepsMails) console.log('\nMails are kept and not sent: set SENDGRID_API_KEY and MAIL_FROM.');
  console.log('Ctrl-C stops it.');
} catch (error) {
  end(launch, error);
}
