import { execFile } from 'node:child_process';
import { chown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';

const run = promisify(execFile);

/** How PostgreSQL's programs are started, as they refuse to run as root. */
export type RunAs = {
  /** Turns a program and its arguments into what to spawn; the process number stays that of the program. */
  wrap(program: string, args: readonly string[]): [command: string, args: string[]];
  /** Gives a folder, with all in it, to the user that the programs run as. */
  own(dir: string): Promise<void>;
};

/** Ways in which a root process can run PostgreSQL; `undefined` lets the machine decide. */
export type RootStrategy = 'user-namespace' | 'other-user';

const ORDINARY: RunAs = { wrap: (program, args) => [program, [...args]], own: async () => {} };

/**
 * Chooses how to run PostgreSQL on the cluster in `clusterDir`, which need not exist yet.
 * An ordinary user runs it as it is. For root there are two ways that both work below a folder of mode 0700:
 * a user namespace, in which root's files belong to an ordinary user, or (in containers, which often forbid namespaces, and for
 * a cluster that belongs to somebody else) another user who keeps root's right to pass through folders.
 * @throws StartError when root has neither.
 */
export async function chooseRunAs(clusterDir: string, strategy?: RootStrategy): Promise<RunAs> {
  if (process.getuid?.() !== 0) return ORDINARY;
  if (process.platform !== 'linux') throw new StartError('PostgreSQL does not run as root here: start Atelier as an ordinary user.');
  const nobody = await findNobody();
  const owner = await stat(clusterDir).catch(() => undefined);
  const ownedByRoot = owner === undefined || owner.uid === 0;
  if (strategy !== 'other-user' && ownedByRoot) {
    const namespace = ['--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`];
    if (await works('unshare', [...namespace, 'true'])) {
      return { wrap: (program, args) => ['unshare', [...namespace, program, ...args]], own: async () => {} };
    }
  }
  const { uid, gid } = ownedByRoot ? nobody : owner;
  const other = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  if (await works('setpriv', [...other, 'true'])) {
    return { wrap: (program, args) => ['setpriv', [...other, program, ...args]], own: (dir) => chownAll(dir, uid, gid) };
  }
  throw new StartError(
    'PostgreSQL does not run as root, and this machine forbids every way to run it as somebody else: start Atelier as an ordinary user.',
  );
}

/** initdb asks for the name of its user, so it must be one that the machine knows. */
async function findNobody(): Promise<{ uid: number; gid: number }> {
  for (const line of (await readFile('/etc/passwd', 'utf8')).split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    'PostgreSQL does not run as root, and this machine has no user "nobody" to run it as: start Atelier as an ordinary user.',
  );
}

function works(command: string, args: string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}

async function chownAll(dir: string, uid: number, gid: number): Promise<void> {
  await chown(dir, uid, gid);
  for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), uid, gid);
  }
}
