import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import { type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { decodeId } from '@atelier/service-kit/ids';
import { membershipOf, type Viewer } from '@atelier/service-kit/viewer';
import { z } from 'zod';
import { permissions } from '../permissions.ts';
import type { Store } from '../store.ts';
import { type Notification, type NotificationSetting, settingsWith } from './notification.ts';

/** What became of marking. */
export interface Marked {
  notifications: Notification[];
  unreadNotificationCount: number;
}

export interface NotificationService {
  /** The viewer's notifications in the order of their ids (plain UUIDs); null for anybody else's. */
  findAll(ids: readonly string[]): Promise<(Notification | null)[]>;
  /** The viewer's notifications, the newest first. */
  list(args: { first?: number | null; after?: string | null; unread?: boolean | null }): Promise<Connection<Notification>>;
  countUnread(): Promise<number>;
  settings(): Promise<NotificationSetting[]>;
  /** Marks by global ids, all without. @throws NOT_FOUND when one of them is not the viewer's; nothing is marked then. */
  mark(ids: readonly string[] | null, read: boolean): Promise<Marked | InvalidInput>;
  choose(setting: NotificationSetting): Promise<NotificationSetting[]>;
}

const MOST_MARKED = 100;
/** Of everything that was marked at once, so many are told of live; the count is anew with each of them. */
const MOST_TOLD = 50;
const cursors = cursorCodec('notifications.1', z.uuid());

/** Use cases of notifications, for one request. */
export function notificationService({ viewer, store }: { viewer: Viewer; store: Store }): NotificationService {
  /** The membership whose notifications these are. @throws UNAUTHENTICATED, NOT_FOUND outside a studio, FORBIDDEN for programs and contacts. */
  const me = (action: 'notification.read' | 'notification.update'): string => {
    permissions.require(viewer, action);
    const membership = membershipOf(viewer);
    if (membership === null) throw notFound();
    return membership.memberId;
  };

  return {
    async findAll(ids) {
      const membership = membershipOf(viewer);
      if (membership === null || !permissions.allows(viewer, 'notification.read')) return ids.map(() => null);
      return store.read.notifications.byIds(membership.memberId, ids);
    },

    async list({ first, after, unread }) {
      const memberId = me('notification.read');
      const size = pageSize(first);
      const before = cursors.decode(after);
      const rows = await store.read.notifications.page(memberId, { unread: unread === true, before, limit: size + 1 });
      return connectionOf({
        rows,
        first: size,
        after,
        cursor: (row) => cursors.encode(row.id),
        totalCount: () => 0,
      });
    },

    countUnread: async () => store.read.notifications.countUnread(me('notification.read')),

    async settings() {
      const memberId = me('notification.read');
      const chosen = await store.read.notifications.settings([memberId]);
      return settingsWith(chosen.get(memberId) ?? []);
    },

    async mark(globalIds, read) {
      const memberId = me('notification.update');
      if (globalIds && globalIds.length > MOST_MARKED) {
        return invalidInput('TOO_MANY', `Mark at most ${MOST_MARKED} at once, or all by leaving the ids out.`, ['input', 'ids']);
      }
      const ids = globalIds && [...new Set(globalIds.map((id) => decodeId(id, 'Notification')))];
      return store.write(async (unit) => {
        const found = ids && (await unit.notifications.byIds(memberId, ids));
        if (found?.includes(null)) throw notFound();
        const changed = await unit.notifications.mark(memberId, ids, read ? unit.now : null);
        const count = await unit.notifications.countUnread(memberId);
        const isChanged = new Set(changed);
        const person = `person:${memberId}` as const;
        for (const id of changed.sort().slice(-MOST_TOLD)) {
          await unit.record(memberId, {
            id,
            verb: read ? 'notification.read' : 'notification.unread',
            actor: { kind: 'member', id: memberId },
            audienceBefore: [person],
            audienceAfter: [person],
          });
        }
        const marked = (found ?? []).flatMap((row) => row ?? []);
        return {
          notifications: marked.map((row) => (isChanged.has(row.id) ? { ...row, readAt: read ? unit.now : null } : row)),
          unreadNotificationCount: count,
        };
      });
    },

    async choose(setting) {
      const memberId = me('notification.update');
      return store.write(async (unit) => {
        await unit.notifications.putSetting(memberId, setting);
        const chosen = await unit.notifications.settings([memberId]);
        return settingsWith(chosen.get(memberId) ?? []);
      });
    },
  };
}
