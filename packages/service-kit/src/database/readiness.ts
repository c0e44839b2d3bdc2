import { sql } from 'drizzle-orm';
import type { Database } from './create.ts';
import { sqlStatement } from './statement.ts';

const KNOWN_MS = 1_000;
const PATIENCE_MS = 1_000;

const ping = sqlStatement('kit.ping', () => sql`select`);

/** Asks whether the database answers within a second. What it said is known for a second, however many ask. */
export function createReadiness(database: Pick<Database, 'reads'>): () => Promise<boolean> {
  let known: { at: number; answer: Promise<boolean> } | null = null;
  return () => {
    if (known === null || performance.now() - known.at > KNOWN_MS) known = { at: performance.now(), answer: answers(database) };
    return known.answer;
  };
}

async function answers(database: Pick<Database, 'reads'>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), PATIENCE_MS);
  const asked = database
    .reads({ studioId: null })
    .run(ping)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([asked, late.promise]).finally(() => clearTimeout(timer));
}
