import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Fields that never reach a log, wherever they stand in a record. */
const SECRET = ['password', 'token', 'secret', 'cookie', 'authorization', 'email', 'viewerToken', 'databaseUrl'];

/** A structured logger: one JSON object a line, with the service's name. Secrets and addresses are taken out by name. */
export function createLogger(options: { service: string; level?: string | undefined; destination?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level ?? 'info',
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
    },
    options.destination ?? process.stderr,
  );
}
