import { anyOf, dynamic, type Session, statement } from '@atelier/service-kit/database';
import { type RowLoader, rowLoader } from '@atelier/service-kit/row-loader';
import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import { notificationSettings, notifications } from './notification.table.ts';
import type { Notification, NotificationSetting } from './notification.ts';

const value = sql.placeholder;
type Row = typeof notifications.$inferSelect;

const ofMember = () => and(eq(notifications.studioId, value('studioId')), eq(notifications.memberId, value('memberId')));
const isUnread = () => isNull(notifications.readAt);
const before = () => lt(notifications.id, sql`${value('before')}::uuid`);

const byIds = statement('notifications.byIds', (db) =>
  db
    .select()
    .from(notifications)
    .where(and(ofMember(), anyOf(notifications.id, 'ids'))),
);
const page = statement('notifications.page', (db) =>
  db.select().from(notifications).where(and(ofMember(), before())).orderBy(desc(notifications.id)).limit(value('limit')),
);
const unreadPage = statement('notifications.unreadPage', (db) =>
  db
    .select()
    .from(notifications)
    .where(and(ofMember(), isUnread(), before()))
    .orderBy(desc(notifications.id))
    .limit(value('limit')),
);
const countUnread = statement('notifications.countUnread', (db) =>
  db.select({ count: sql<number>`count(*)::int` }).from(notifications).where(and(ofMember(), isUnread())),
);
const isStillUnread = statement('notifications.isStillUnread', (db) =>
  db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.studioId, value('studioId')), eq(notifications.id, value('id')), isUnread())),
);
const readAt = () => sql`${sql.param(value('readAt'), notifications.readAt)}`;
const setRead = statement('notifications.setRead', (db) =>
  db
    .update(notifications)
    .set({ readAt: readAt() })
    .where(and(ofMember(), anyOf(notifications.id, 'ids'), sql`(read_at is null) = ${value('wasUnread')}::boolean`))
    .returning({ id: notifications.id }),
);
const setAllRead = statement('notifications.setAllRead', (db) =>
  db.update(notifications).set({ readAt: readAt() }).where(and(ofMember(), isUnread())).returning({ id: notifications.id }),
);
const setAllUnread = statement('notifications.setAllUnread', (db) =>
  db.update(notifications).set({ readAt: null }).where(and(ofMember(), sql`read_at is not null`)).returning({ id: notifications.id }),
);
const dropAll = statement('notifications.dropAll', (db) => db.delete(notifications).where(ofMember()));
const dropSettings = statement('notificationSettings.drop', (db) =>
  db
    .delete(notificationSettings)
    .where(and(eq(notificationSettings.studioId, value('studioId')), eq(notificationSettings.memberId, value('memberId')))),
);
const settingsOf = statement('notificationSettings.of', (db) =>
  db
    .select()
    .from(notificationSettings)
    .where(and(eq(notificationSettings.studioId, value('studioId')), anyOf(notificationSettings.memberId, 'memberIds'))),
);
const putSetting = statement('notificationSettings.put', (db) =>
  db
    .insert(notificationSettings)
    .values({ studioId: value('studioId'), memberId: value('memberId'), kind: value('kind'), inApp: value('inApp'), mail: value('mail') })
    .onConflictDoUpdate({
      target: [notificationSettings.studioId, notificationSettings.memberId, notificationSettings.kind],
      set: { inApp: sql`excluded.in_app`, mail: sql`excluded.mail` },
    }),
);

/** Above every id. */
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface NotificationRepository {
  /** A person's notifications in the order of their ids, null for what is not theirs; each is read once. */
  byIds(memberId: string, ids: readonly string[]): Promise<(Notification | null)[]>;
  /** A person's notifications, the newest first, before an id. */
  page(memberId: string, options: { unread: boolean; before: string | null; limit: number }): Promise<Notification[]>;
  countUnread(memberId: string): Promise<number>;
  /** Whether a notification is there and was not read. */
  isUnread(id: string): Promise<boolean>;
  /** Writes notifications; gives those of which the person had not been told before. */
  insert(rows: readonly Notification[]): Promise<Notification[]>;
  /** Marks a person's notifications, all of them without `ids`; gives the ids that changed, in no order. */
  mark(memberId: string, ids: readonly string[] | null, readAt: Date | null): Promise<string[]>;
  /** What people chose, by member. */
  settings(memberIds: readonly string[]): Promise<Map<string, NotificationSetting[]>>;
  putSetting(memberId: string, setting: NotificationSetting): Promise<void>;
  /** Forgets a person who left. */
  forget(memberId: string): Promise<void>;
}

/** The notifications of the session's studio. */
export function notificationRepository(session: Session): NotificationRepository {
  const { studioId } = session.scope;
  const loaders = new Map<string, RowLoader<Notification>>();
  const loaderOf = (memberId: string) => {
    const known = loaders.get(memberId);
    if (known) return known;
    const loader = rowLoader(async (ids) => (await session.run(byIds, { studioId, memberId, ids })).map(notificationOf));
    loaders.set(memberId, loader);
    return loader;
  };
  return {
    byIds: (memberId, ids) => loaderOf(memberId).all(ids),
    async page(memberId, { unread, before: id, limit }) {
      const rows = await session.run(unread ? unreadPage : page, { studioId, memberId, before: id ?? LAST, limit });
      return rows.map(notificationOf);
    },
    async countUnread(memberId) {
      const [row] = await session.run(countUnread, { studioId, memberId });
      return row?.count ?? 0;
    },
    isUnread: async (id) => (await session.run(isStillUnread, { studioId, id })).length === 1,
    async insert(rows) {
      if (rows.length === 0 || studioId === null) return [];
      const values = rows.map(({ actor, ...rest }) => ({
        studioId,
        actorKind: actor?.kind ?? null,
        actorId: actor?.id ?? null,
        ...rest,
      }));
      const written = await session.run(dynamic((db) => db.insert(notifications).values(values).onConflictDoNothing().returning()));
      return written.map(notificationOf);
    },
    async mark(memberId, ids, at) {
      const values = { studioId, memberId, readAt: at };
      const rows =
        ids === null
          ? await session.run(at === null ? setAllUnread : setAllRead, values)
          : await session.run(setRead, { ...values, ids, wasUnread: at !== null });
      return rows.map((row) => row.id);
    },
    async settings(memberIds) {
      const rows = memberIds.length === 0 ? [] : await session.run(settingsOf, { studioId, memberIds });
      const found = Map.groupBy(rows, (row) => row.memberId);
      return new Map(memberIds.map((memberId) => [memberId, (found.get(memberId) ?? []).map(settingOf)]));
    },
    async putSetting(memberId, setting) {
      await session.run(putSetting, { studioId, memberId, ...setting });
    },
    async forget(memberId) {
      await session.run(dropAll, { studioId, memberId });
      await session.run(dropSettings, { studioId, memberId });
    },
  };
}

const settingOf = ({ kind, inApp, mail }: NotificationSetting): NotificationSetting => ({ kind, inApp, mail });

function notificationOf({ studioId: _studio, actorKind, actorId, ...rest }: Row): Notification {
  return { ...rest, actor: actorKind !== null && actorId !== null ? { kind: actorKind, id: actorId } : null };
}
