import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError, systemErrorCode } from './start-error.ts';

/** What the person at the terminal asked for. */
export type Options = {
  /** Of web, API and WebSocket alike. */
  port: number;
  /** The address to listen on; anything but loopback opens Atelier to others. */
  host: string;
  /** Absolute. */
  dataDir: string;
  /** Remove all data first. */
  reset: boolean;
  /** Make the demo studio where there is none. */
  seed: boolean;
  /** Reload code as it changes. */
  dev: boolean;
  /** The moment that the demo studio takes for the present; undefined: the real one. */
  now: Date | undefined;
};

const HELP = `Usage: npm start -- [options]

  --port <number>      where to serve web, API and WebSocket (4000)
  --host <address>     the address to listen on (127.0.0.1: this machine only; others need PUBLIC_URL)
  --data-dir <folder>  where the database, files and secrets live (.data in the checkout)
  --reset              remove all data first, and begin anew
  --no-seed            begin without the demo studio
  --now <time>         the moment that the demo studio takes for the present, as in 2026-11-22T09:00:00Z
  --dev                reload code as it changes (this is npm run dev)
  --help               this text

To keep a backup, stop Atelier and copy the data folder.`;

/**
 * Reads the arguments of the command line.
 * @param checkout absolute path; the default data directory lies in it
 * @param cwd what a relative --data-dir starts from
 * @returns the options, or the text to print for --help
 * @throws StartError that names the argument and what it may be
 */
export function readOptions(argv: readonly string[], checkout: string, cwd: string): Options | { help: string } {
  const values = parse(argv);
  if (values.help === true) return { help: HELP };
  return {
    port: readPort(values.port),
    host: readText('--host', values.host, '127.0.0.1'),
    dataDir: resolve(cwd, readText('--data-dir', values['data-dir'], join(checkout, '.data'))),
    reset: values.reset === true,
    seed: values.seed !== false,
    dev: values.dev === true,
    now: readTime(values.now),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowNegative: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'data-dir': { type: 'string' },
        reset: { type: 'boolean' },
        seed: { type: 'boolean' },
        dev: { type: 'boolean' },
        now: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    if (!systemErrorCode(error)?.startsWith('ERR_PARSE_ARGS')) throw error;
    const reason = String(Object(error).message).split(/[.\n]/)[0];
    throw new StartError(`${reason}: npm start -- --help lists what there is.`);
  }
}

function readPort(value: string | undefined): number {
  if (value === undefined) return 4000;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) throw new StartError(`--port takes a number from 1 to 65535, and not "${value}".`);
  return port;
}

function readText(name: string, value: string | undefined, otherwise: string): string {
  if (value?.trim() === '') throw new StartError(`${name} needs a value: npm start -- --help says which.`);
  return value ?? otherwise;
}

function readTime(value: string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  // Without a zone the same words would mean another moment on another machine.
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value) ? new Date(value) : undefined;
  if (time === undefined || Number.isNaN(time.getTime())) {
    throw new StartError(`--now takes a time as in 2026-11-22T09:00:00Z, and not "${value}".`);
  }
  return time;
}
