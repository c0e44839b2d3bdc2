import type { ErasedTable } from '@atelier/service-kit/erase';

/** How long a receipt can be read. */
export const RECEIPT_DAYS = 90;

/** An erasure under way, or its receipt. */
export interface Erasure {
  kind: 'STUDIO' | 'ACCOUNT';
  veiled: string[];
  requestedAt: Date;
  beganAt: Date;
  /** Null while a domain has not answered. */
  completedAt: Date | null;
  expiresAt: Date | null;
  /** How many answers are missing. */
  waiting: number;
  tables: ErasedTable[];
}

/** What a domain that was told of an erasure is waited for by. */
export const waitingKey = (eventId: string, domain: string): string => `${eventId}/${domain}`;

/** One line for each table, however many studios it is from, in the order of names. Of reasons to keep, each is said once. */
export function linesOf(tables: readonly ErasedTable[]): ErasedTable[] {
  const lines = new Map<string, ErasedTable>();
  for (const table of tables) {
    const key = `${table.table} ${table.kept?.because ?? ''}`;
    const line = lines.get(key);
    lines.set(key, line === undefined ? table : merged(line, table));
  }
  return [...lines.values()].sort((a, b) => (a.table < b.table ? -1 : 1));
}

function merged(one: ErasedTable, other: ErasedTable): ErasedTable {
  const [a, b] = [one.kept, other.kept];
  const kept =
    a === null || b === null
      ? (a ?? b)
      : { ...a, rows: a.rows === null || b.rows === null ? null : a.rows + b.rows, until: later(a.until, b.until) };
  return { ...one, gone: one.gone + other.gone, emptied: one.emptied + other.emptied, kept };
}

/** The later of two moments in ISO 8601; null is for ever. */
const later = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a > b ? a : b);
