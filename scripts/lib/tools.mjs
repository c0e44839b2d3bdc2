import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { refuseWith, run } from './run.mjs';
import { beginProgress, Refusal } from './say.mjs';

/** Programs that tests run and npm does not have; the Debian packages have the same names. */
const NEEDED = ['redis-server', 'chromium'];

/** Makes sure of a real Redis and a real browser: on Debian as root it gets them, elsewhere it says which command does. */
export async function ensureTools() {
  const missing = NEEDED.filter((name) => !isOnPath(name));
  if (missing.length === 0) return;
  const names = missing.join(' and ');
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (!existsSync('/etc/debian_version')) {
    throw new Refusal(
      `The tests need ${names} on the path: get them from your package manager (brew install redis chromium, say), and run npm test again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Refusal(
      `The tests need ${names}: get them with "sudo apt-get update && sudo apt-get ${install.join(' ')}", and run npm test again.`,
    );
  }
  const done = beginProgress(`Getting ${names} with apt-get`);
  // Only the programs are wanted: no question is asked, and no service is started.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1', SYSTEMD_OFFLINE: '1' };
  const update = await run(['apt-get', 'update'], { env });
  const got = await run(['apt-get', ...install], { env });
  const well = got.code === 0 && missing.every(isOnPath);
  done(well ? 'done' : 'failed');
  if (!well)
    throw refuseWith(
      update.output + got.output,
      `${names} could not be installed: run "apt-get ${install.join(' ')}" and see what it says.`,
    );
}

function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
