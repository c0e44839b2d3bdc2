import { join, resolve } from 'node:path';
import { emptyDataDir, openDataDir } from './data-dir.ts';
import { beginLaunch, type Launch } from './launch.ts';
import { type Options, readOptions } from './options.ts';
import { assertPortFree } from './ports.ts';
import { stopLeftovers } from './postgres/leftovers.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { inSeconds } from './progress.ts';
import { readSecrets } from './secrets.ts';
import { StartError } from './start-error.ts';

const CHECKOUT = resolve(import.meta.dirname, '../..');
const SUBGRAPHS = ['accounts', 'clients', 'projects', 'messaging'];

/** When the command was given: the bootstrap says so, as installing counts, too. */
const startedAt = Number(process.env.ATELIER_STARTED_AT) || Date.now();

/** The start, step by step; each may use what those before it gave. What it leaves running is stopped in reverse order. */
async function start(options: Options, launch: Launch): Promise<void> {
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
  const secrets = await readSecrets(dataDir, SUBGRAPHS, process.env);
  await launch.step(
    'PostgreSQL',
    (say) =>
      startPostgres({
        dataDir,
        superuserPassword: secrets.postgresPassword,
        onProgress: say,
        onFailure: (error) => end(launch, error),
        signal: launch.signal,
      }),
    (postgres) => postgres.stop(),
  );
}

/** Ends the process, after everything has stopped; with a reason on the screen when there is an error. */
function end(launch: Launch, error?: unknown): void {
  if (error !== undefined && !launch.signal.aborted) console.error(error instanceof StartError ? `\n${error.message}` : error);
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
  await start(options, launch);
  const shown = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(options.host) ? 'localhost' : options.host;
  console.log(`\nAtelier is ready in ${inSeconds(Date.now() - startedAt)}: http://${shown}:${options.port}\nCtrl-C stops it.`);
} catch (error) {
  end(launch, error);
}
