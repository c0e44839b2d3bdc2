import { createHash } from 'node:crypto';
import { uuidOf } from '@atelier/service-kit/ids';
import type { CopyTable, CopyValue } from '@atelier/service-kit/load';
import type { Notification } from '../src/notifications/notification.ts';

/** A notification of a studio, as seeds make it. */
export interface SeedNotification extends Notification {
  studioId: string;
}

/** A UUID of version 7 that follows from a name and a moment: lists are ordered by it. */
export function timedId(name: string, at: Date): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return uuidOf(bytes);
}

/** The table of notifications, made while it is copied. */
export function notificationTable(read: () => Iterable<SeedNotification>): CopyTable {
  return {
    table: 'messaging.notifications',
    columns: [
      'studio_id',
      'id',
      'member_id',
      'kind',
      'actor_kind',
      'actor_id',
      'project_id',
      'task_id',
      'comment_id',
      'created_at',
      'read_at',
    ],
    rows: {
      *[Symbol.iterator]() {
        for (const row of read()) yield rowOf(row);
      },
    },
  };
}

const rowOf = (row: SeedNotification): CopyValue[] => [
  row.studioId,
  row.id,
  row.memberId,
  row.kind,
  row.actor?.kind ?? null,
  row.actor?.id ?? null,
  row.projectId,
  row.taskId,
  row.commentId,
  row.createdAt,
  row.readAt,
];
