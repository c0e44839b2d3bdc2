import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MigrationError } from '@atelier/service-kit/migrate';
import { openDataDir } from './data-dir.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { barOf, beginProgress, inSeconds } from './progress.ts';
import { readSecrets } from './secrets.ts';
import { seedLoad } from './seed.ts';
import { migrate, schemaNames } from './stack.ts';
import { StartError, systemErrorCode } from './start-error.ts';

const CHECKOUT = resolve(import.meta.dirname, '../..');

const HELP = `Usage: npm run seed -- [options]

Fills the database of a stopped Atelier with load data: each artist has a studio with about ten projects.

  --artists <number>   how many artists (1000)
  --no-big             without the one studio that has 10,000 projects
  --data-dir <folder>  as for npm start
  --now <time>         the moment that the data takes for the present`;

async function seed(): Promise<void> {
  const values = readArguments();
  if (values.help) return void console.log(HELP);
  const artists = Number(values.artists);
  if (!Number.isInteger(artists) || artists < 0 || artists > 1_000_000)
    throw new StartError('--artists takes a whole number up to 1,000,000.');
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) throw new StartError('--now takes a time such as 2026-11-22T09:00:00Z.');

  const dataDir = await openDataDir(resolve(process.env.INIT_CWD ?? process.cwd(), values['data-dir']));
  try {
    const secrets = await readSecrets(dataDir, await schemaNames(CHECKOUT), process.env);
    const postgres = await startPostgres({ dataDir, superuserPassword: secrets.postgresPassword });
    try {
      await migrate(CHECKOUT, postgres.superuserUrl, secrets, () => undefined);
      const began = performance.now();
      const progress = beginProgress('Load data');
      let rows = 0;
      let tables = 0;
      const made = await seedLoad(CHECKOUT, postgres.superuserUrl, { artists, big: values.big }, now, (done) => {
        rows += done.rows;
        tables += 1;
        progress.say(`${barOf(tables, tables + done.left)} ${rows.toLocaleString('en')} rows (${done.table})`);
      });
      progress.done();
      console.log(
        made ? `${rows.toLocaleString('en')} rows in ${inSeconds(performance.now() - began)}` : 'This load data was there already.',
      );
    } finally {
      await postgres.stop();
    }
  } finally {
    await dataDir.release();
  }
}

function readArguments() {
  try {
    return parseArgs({
      args: process.argv.slice(2),
      allowNegative: true,
      options: {
        artists: { type: 'string', default: '1000' },
        big: { type: 'boolean', default: true },
        'data-dir': { type: 'string', default: join(CHECKOUT, '.data') },
        now: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    if (!systemErrorCode(error)?.startsWith('ERR_PARSE_ARGS')) throw error;
    const reason = String(Object(error).message).split(/[.\n]/)[0];
    throw new StartError(`${reason}: npm run seed -- --help lists what there is.`);
  }
}

try {
  await seed();
} catch (error) {
  console.error(error instanceof StartError || error instanceof MigrationError ? error.message : error);
  process.exitCode = 1;
}
