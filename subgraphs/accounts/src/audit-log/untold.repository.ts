import { type Session, sqlStatement, type Transaction } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import type { PersonEvent } from './audit-log.ts';

const value = sql.placeholder;

const note = sqlStatement(
  'untoldEvents.note',
  () => sql`insert into auth.untold_events (event_id, user_id, at, by, address, user_agent, happening)
    values (${value('eventId')}::uuid, ${value('userId')}::uuid, ${value('at')}::timestamptz, ${value('by')}::text,
      ${value('address')}::text, ${value('userAgent')}::text, ${value('happening')}::jsonb)`,
);

const overdue = sqlStatement<PersonEvent>(
  'untoldEvents.overdue',
  () => sql`select event_id as "eventId", user_id as "userId", at, by, address, user_agent as "userAgent", happening
    from auth.untold_events where at < ${value('before')}::timestamptz and event_id > ${value('after')}::uuid
    order by event_id limit ${value('limit')}::int`,
);

/** What happened to accounts and is told in no log yet; for the role of sign-in. */
export const untoldEvents = {
  /** In the transaction of the change. The line in the person's own log takes it away. */
  note: (tx: Transaction, event: PersonEvent) => tx.run(note, { ...event }),
  /** The oldest first, after one. */
  overdue: (session: Session, page: { before: Date; after: string; limit: number }): Promise<PersonEvent[]> =>
    session.run(overdue, { ...page }),
};
