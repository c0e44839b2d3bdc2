import type { ErasedTable } from '@atelier/service-kit/erase';
import { type Locale, type Words, wordsIn } from '@atelier/service-kit/words';

/** How long a receipt can be read. */
export const RECEIPT_DAYS = 90;

type Kept = NonNullable<ErasedTable['kept']>;

/** What became of a table, as it is stored. Receipts from before there were words in every language have English ones, and no codes. */
export interface StoredTable extends Omit<ErasedTable, 'holds' | 'kept'> {
  holds: Words | string;
  kept: (Pick<Kept, 'rows' | 'until'> & { code?: string | undefined; because: Words | string }) | null;
}

/** A line of a receipt, in the language of whoever reads it. */
export interface Line extends Omit<ErasedTable, 'holds' | 'kept'> {
  holds: string;
  kept: (Pick<Kept, 'rows' | 'until'> & { code: string | null; because: string }) | null;
}

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
  tables: StoredTable[];
}

/** What a domain that was told of an erasure is waited for by. */
export const waitingKey = (eventId: string, domain: string): string => `${eventId}/${domain}`;

/** One line for each table, however many studios it is from, in the order of names. Of reasons to keep, each is said once. */
export function linesOf(tables: readonly StoredTable[], locale: Locale): Line[] {
  const lines = new Map<string, Line>();
  for (const table of tables) {
    const key = `${table.table} ${table.kept === null ? '' : wordsIn('en', table.kept.because)}`;
    const [line, next] = [lines.get(key), lineOf(table, locale)];
    lines.set(key, line === undefined ? next : merged(line, next));
  }
  return [...lines.values()].sort((a, b) => (a.table < b.table ? -1 : 1));
}

const lineOf = ({ table, holds, gone, emptied, kept }: StoredTable, locale: Locale): Line => ({
  table,
  holds: wordsIn(locale, holds),
  gone,
  emptied,
  kept: kept && { rows: kept.rows, code: kept.code ?? null, because: wordsIn(locale, kept.because), until: kept.until },
});

function merged(one: Line, other: Line): Line {
  const [a, b] = [one.kept, other.kept];
  const kept =
    a === null || b === null
      ? (a ?? b)
      : { ...a, rows: a.rows === null || b.rows === null ? null : a.rows + b.rows, until: later(a.until, b.until) };
  return { ...one, gone: one.gone + other.gone, emptied: one.emptied + other.emptied, kept };
}

/** The later of two moments in ISO 8601; null is for ever. */
const later = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a > b ? a : b);
