import { type Session, statement } from '@atelier/service-kit/database';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { mails } from './mail.table.ts';
import type { StoredMail } from './mail.ts';

const value = sql.placeholder;
const isThis = () => eq(mails.id, value('id'));
const isIn = (state: StoredMail['state']) => and(isThis(), eq(mails.state, state));

const one = statement('mails.one', (db) => db.select().from(mails).where(isThis()));
const newest = statement('mails.newest', (db) => db.select().from(mails).orderBy(desc(mails.id)).limit(value('limit')));
const insert = statement('mails.insert', (db) =>
  db
    .insert(mails)
    .values({ id: value('id'), template: value('template'), state: 'waiting', request: value('request'), createdAt: value('createdAt') })
    .onConflictDoNothing(),
);
const write = statement('mails.write', (db) =>
  db
    .update(mails)
    .set({ content: sql`${value('content')}::text` })
    .where(isIn('waiting')),
);
const claim = statement('mails.claim', (db) =>
  db.update(mails).set({ state: 'sending' }).where(isIn('waiting')).returning({ id: mails.id }),
);
const release = statement('mails.release', (db) =>
  db
    .update(mails)
    .set({ state: 'waiting', failure: sql`${value('failure')}::text` })
    .where(isThis()),
);
const settle = statement('mails.settle', (db) =>
  db
    .update(mails)
    .set({
      state: sql`${value('state')}::text`,
      settledAt: sql`${sql.param(value('at'), mails.settledAt)}`,
      failure: sql`${value('failure')}::text`,
      request: sql`case when ${value('isKept')}::boolean then request end`,
      content: sql`case when ${value('isKept')}::boolean then content end`,
    })
    .where(isThis()),
);
const purge = statement('mails.purge', (db) => db.delete(mails).where(lt(mails.createdAt, value('before'))));

export interface MailRepository {
  byId(id: string): Promise<StoredMail | null>;
  /** The newest mails first. */
  newest(limit: number): Promise<StoredMail[]>;
  /** Puts a mail on its way; one that is there stays as it is. */
  insert(mail: Pick<StoredMail, 'id' | 'template' | 'createdAt'> & { request: string }): Promise<void>;
  /** Keeps what a waiting mail says, sealed. */
  write(id: string, content: string): Promise<void>;
  /** True for the one who may send it now: nobody else will, unless it is released. */
  claim(id: string): Promise<boolean>;
  /** Gives a mail back that was surely not sent. */
  release(id: string, failure: string): Promise<void>;
  /** Ends a mail; without `isKept`, nothing of what it said stays. */
  settle(id: string, end: { state: 'sent' | 'refused' | 'dropped'; at: Date; failure: string | null; isKept: boolean }): Promise<void>;
  /** Deletes what is older. */
  purge(before: Date): Promise<void>;
}

/** All mails; the session's studio does not matter. */
export function mailRepository(session: Session): MailRepository {
  return {
    byId: async (id) => (await session.run(one, { id }))[0] ?? null,
    newest: (limit) => session.run(newest, { limit }),
    async insert(mail) {
      await session.run(insert, mail);
    },
    async write(id, content) {
      await session.run(write, { id, content });
    },
    claim: async (id) => (await session.run(claim, { id })).length === 1,
    async release(id, failure) {
      await session.run(release, { id, failure });
    },
    async settle(id, end) {
      await session.run(settle, { id, ...end });
    },
    async purge(before) {
      await session.run(purge, { before });
    },
  };
}
