/**
 * For tests that kill a whole process: holds a data directory with a running PostgreSQL, until it is ended.
 * Arguments: the data directory, the superuser's password. Prints one line of JSON when ready: the pid and the superuserUrl of its PostgreSQL.
 */
import { openDataDir } from '../data-dir.ts';
import { startPostgres } from '../postgres/start-postgres.ts';

const [path = '', superuserPassword = ''] = process.argv.slice(2);
const dataDir = await openDataDir(path, { patienceMs: 0 });
const postgres = await startPostgres({ dataDir, superuserPassword });
console.log(JSON.stringify({ pid: postgres.pid, superuserUrl: postgres.superuserUrl }));
process.on('SIGTERM', async () => {
  await postgres.stop();
  await dataDir.release();
  process.exit(0);
});
// Keeps it alive; the pipe's end is the test's end.
process.stdin.resume().on('end', () => process.kill(process.pid, 'SIGTERM'));
