import { type Session, sqlStatement, type Transaction } from '@atelier/service-kit/database';
import type { ErasedTable } from '@atelier/service-kit/erase';
import { sql } from 'drizzle-orm';
import type { SealedMail } from '../mail.ts';
import type { Erasure, StoredTable } from './erasure.ts';

const value = sql.placeholder;
const id = sql`${value('id')}::uuid`;

const begin = sqlStatement(
  'erasures.begin',
  () => sql`insert into accounts.erasures (id, kind, subject_id, veiled, token_hash, mails, requested_at, began_at)
    values (${id}, ${value('kind')}::text, ${value('subjectId')}::uuid, ${value('veiled')}::text[], ${value('tokenHash')}::text,
      ${value('mails')}::jsonb, ${value('requestedAt')}::timestamptz, ${value('beganAt')}::timestamptz)
    on conflict (id) do nothing`,
);

const add = sqlStatement(
  'erasures.add',
  () => sql`update accounts.erasures set tables = tables || ${value('tables')}::jsonb, waiting = waiting || ${value('waiting')}::text[]
    where id = ${id}`,
);

const say = sqlStatement(
  'erasures.say',
  () => sql`update accounts.erasures set tables = ${value('tables')}::jsonb || coalesce((
      select jsonb_agg(line order by place) from jsonb_array_elements(tables) with ordinality as list(line, place)
      where not starts_with(line ->> 'table', ${value('schema')}::text || '.')), '[]')
    where id = ${id}`,
);

// Each domain is heard once.
const answer = sqlStatement(
  'erasures.answer',
  () => sql`update accounts.erasures set tables = tables || ${value('tables')}::jsonb, waiting = array_remove(waiting, ${value('key')}::text)
    where id = ${id} and ${value('key')}::text = any(waiting)`,
);

const told = sqlStatement<{ id: string }>(
  'erasures.told',
  () => sql`update accounts.erasures set told_at = ${value('at')}::timestamptz where id = ${id} and told_at is null returning id`,
);

const complete = sqlStatement<{ mails: SealedMail[] }>(
  'erasures.complete',
  () => sql`with whole as (
      select id, mails from accounts.erasures
      where id = ${id} and completed_at is null and told_at is not null and waiting = '{}' for update
    )
    update accounts.erasures e set completed_at = ${value('at')}::timestamptz, expires_at = ${value('expiresAt')}::timestamptz, mails = null
    from whole where e.id = whole.id returning whole.mails`,
);

const byToken = sqlStatement<Erasure>(
  'erasures.byToken',
  () => sql`select kind, veiled, requested_at as "requestedAt", began_at as "beganAt", completed_at as "completedAt",
      expires_at as "expiresAt", cardinality(waiting) as waiting, tables
    from accounts.erasures where token_hash = ${value('tokenHash')}::text
      and (expires_at is null or expires_at > ${value('now')}::timestamptz)`,
);

// Ten days after the last look at it: the log of who is gone is forgotten while it still stands here that they are.
const purge = sqlStatement(
  'erasures.purge',
  () => sql`delete from accounts.erasures where expires_at <= ${value('now')}::timestamptz - interval '10 days'`,
);

/** Who begins to go, and where the receipt is sent. */
export interface NewErasure {
  id: string;
  kind: Erasure['kind'];
  subjectId: string;
  veiled: string[];
  tokenHash: string;
  mails: SealedMail[];
  requestedAt: Date;
  beganAt: Date;
}

/** What is done to erasures, inside a transaction of whatever studio. */
export const erasureChanges = {
  /** One that is there stays as it is: it began before a crash. */
  async begin(tx: Transaction, erasure: NewErasure): Promise<void> {
    await tx.run(begin, { ...erasure, mails: JSON.stringify(erasure.mails) });
  },
  /** Notes what was erased here, and whose answers are waited for. */
  async add(tx: Transaction, erasureId: string, tables: readonly ErasedTable[], waiting: readonly string[]): Promise<void> {
    await tx.run(add, { id: erasureId, tables: JSON.stringify(tables), waiting });
  },
  /** Notes what was erased in a schema, in place of what was noted of it before. */
  async say(tx: Transaction, erasureId: string, schema: string, tables: readonly ErasedTable[]): Promise<void> {
    await tx.run(say, { id: erasureId, schema, tables: JSON.stringify(tables) });
  },
  /** Notes what a domain answered. */
  async answer(tx: Transaction, erasureId: string, key: string, tables: readonly StoredTable[]): Promise<void> {
    await tx.run(answer, { id: erasureId, key, tables: JSON.stringify(tables) });
  },
  /** Everything here is erased, and all were told: true for the one who says so first. */
  async told(tx: Transaction, erasureId: string, at: Date): Promise<boolean> {
    return (await tx.run(told, { id: erasureId, at })).length > 0;
  },
  /** Closes the receipt where nothing is missing any more, and gives the mails to send; null where it is not whole, or was closed. */
  async complete(tx: Transaction, erasureId: string, at: Date, expiresAt: Date): Promise<SealedMail[] | null> {
    return (await tx.run(complete, { id: erasureId, at, expiresAt }))[0]?.mails ?? null;
  },
  /** Deletes receipts whose time is over. */
  async purge(tx: Transaction, now: Date): Promise<void> {
    await tx.run(purge, { now });
  },
};

/** The receipt behind a link; null where it is over, or never was. */
export const erasureByToken = async (session: Session, tokenHash: string, now: Date): Promise<Erasure | null> =>
  (await session.run(byToken, { tokenHash, now }))[0] ?? null;

const unfinished = sqlStatement<{ id: string }>(
  'erasures.unfinished',
  () => sql`select id from accounts.erasures where subject_id = ${value('subjectId')}::uuid and told_at is null`,
);

const unfinishedAccounts = sqlStatement<{ userId: string }>(
  'erasures.unfinishedAccounts',
  () => sql`select subject_id as "userId" from accounts.erasures where kind = 'ACCOUNT' and told_at is null
    order by began_at limit ${value('limit')}::int`,
);

/** Whose accounts began to go, and nobody has said that all is done: the account itself may be gone. */
export const unfinishedAccountsOf = async (session: Session, limit: number): Promise<string[]> =>
  (await session.run(unfinishedAccounts, { limit })).map(({ userId }) => userId);

/** The erasure of somebody that began and was not told of to the end. */
export const unfinishedOf = async (session: Session, subjectId: string): Promise<string | null> =>
  (await session.run(unfinished, { subjectId }))[0]?.id ?? null;
