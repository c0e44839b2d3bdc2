/** How long a finished export can be downloaded, in days. */
export const KEPT_DAYS = 7;
/** How many exports a studio, or a person, may ask for within 24 hours. */
export const MOST_A_DAY = 5;
/** How often an export is begun before it counts as failed. */
export const MOST_ATTEMPTS = 5;

export const DAY_MS = 24 * 60 * 60 * 1000;

export type ExportKind = 'studio' | 'person';
/** As it is kept; that a finished one has run out is a matter of the clock. */
export type StoredState = 'waiting' | 'running' | 'ready' | 'failed' | 'cancelled';
export type ExportState = StoredState | 'expired';
/** Why an export failed: a domain or the database did not answer, the disk is full, or something else. */
export type ExportFailure = 'UNAVAILABLE' | 'NO_SPACE' | 'INTERNAL';

/** An export of a studio, or of what is a person's own. */
export interface DataExport {
  id: string;
  /** The studio; of a person's own export the person's id stands here. */
  studioId: string;
  kind: ExportKind;
  /** The account that asked. */
  requestedBy: string;
  stored: StoredState;
  rowsDone: number;
  /** Null until they are counted. */
  rowsTotal: number | null;
  /** How much of the work was done when it was looked at last; null of one that was never begun. */
  percent: number | null;
  /** Bytes of the file; null until it is ready. */
  size: number | null;
  failure: ExportFailure | null;
  requestedAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
}

/** Too many were asked for within a day. */
export interface ExportLimitReached {
  __typename: 'ExportLimitReached';
  message: string;
  code: 'EXPORT_LIMIT_REACHED';
  path: null;
  retryAt: Date;
}

/** What has become of an export by now. */
export function stateOf({ stored, expiresAt }: Pick<DataExport, 'stored' | 'expiresAt'>, now: Date): ExportState {
  return stored === 'ready' && expiresAt !== null && expiresAt <= now ? 'expired' : stored;
}

/**
 * Whether one more may be asked for.
 * @param lately when those of the last 24 hours were asked for
 */
export function limitReached(lately: readonly Date[]): ExportLimitReached | null {
  if (lately.length < MOST_A_DAY) return null;
  const first = Math.min(...lately.map((at) => at.getTime()));
  return {
    __typename: 'ExportLimitReached',
    message: `At most ${MOST_A_DAY} exports are made in 24 hours. Download one of those that are ready, or come back tomorrow.`,
    code: 'EXPORT_LIMIT_REACHED',
    path: null,
    retryAt: new Date(first + DAY_MS),
  };
}

/** What went wrong, as far as somebody who waits for the file can do something about it. */
export function failureOf(error: unknown): ExportFailure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'NO_SPACE';
  return code === 'UNAVAILABLE' ? 'UNAVAILABLE' : 'INTERNAL';
}
