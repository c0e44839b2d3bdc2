import { readFileSync, statSync } from 'node:fs';
import type { Logger } from '@atelier/service-kit/log';

/** A supergraph on disk that is followed. */
export interface SupergraphFile {
  /** Reads it now, as on SIGHUP: whoever asks says that it is whole. */
  check(): void;
  stop(): void;
}

/**
 * Follows a supergraph on disk: a changed one is taken when it has not changed for one more look, so that half a file is never read.
 * One that `use` refuses by a throw costs one line of the log, and the one before stays.
 */
export function followSupergraph(options: {
  path: string;
  /** What was read at the start. */
  supergraphSdl: string;
  use(supergraphSdl: string): void;
  logger: Logger;
  /** Milliseconds between two looks. 1,000. */
  pollMs?: number;
}): SupergraphFile {
  const { path, use, logger, pollMs = 1_000 } = options;
  let last = options.supergraphSdl;
  let seen = stateOf(path);
  let isSettled = true;

  function check(): void {
    let supergraphSdl: string;
    try {
      supergraphSdl = readFileSync(path, 'utf8');
      if (supergraphSdl === last) return;
      last = supergraphSdl;
      use(supergraphSdl);
      logger.info('a new supergraph is served');
    } catch (error) {
      logger.error({ err: error }, 'the new supergraph is refused, and the one before stays');
    }
  }

  function look(): void {
    const state = stateOf(path);
    if (state !== seen) {
      seen = state;
      isSettled = false;
    } else if (!isSettled && state !== null) {
      isSettled = true;
      check();
    }
  }

  const timer = setInterval(look, pollMs).unref();
  return { check, stop: () => clearInterval(timer) };
}

/** Changes with the file, also when a link on its way does; null while there is none. */
function stateOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : null;
}
