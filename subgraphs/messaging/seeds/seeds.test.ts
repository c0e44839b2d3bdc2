import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { demoId } from '@atelier/service-kit/demo';
import { encodeId } from '@atelier/service-kit/ids';
import {
  BIG_STUDIO,
  type CopyTable,
  copyChunks,
  copyStatement,
  loadMemberId,
  loadProjectId,
  loadStudioId,
} from '@atelier/service-kit/load';
import { member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { from } from 'pg-copy-streams';
import { notificationsOf, startMessaging, type TestMessaging } from '../src/testing/messaging.ts';
import { demoTables } from './demo.ts';
import { loadTables } from './load.ts';

const now = new Date('2026-11-22T09:30:00Z');
let messaging: TestMessaging;
beforeAll(async () => {
  messaging = await startMessaging();
});
afterAll(() => messaging.stop());

async function copy(tables: CopyTable[]) {
  const client = await messaging.db.admin.connect();
  try {
    for (const table of tables) await pipeline(Readable.from(copyChunks(table)), client.query(from(copyStatement(table))));
  } finally {
    client.release();
  }
}

test('load data stands in order, and only the last day is unread', async () => {
  await copy(loadTables({ artists: 2, big: true }, { now }));
  const told = await notificationsOf(messaging, member('owner', loadStudioId(BIG_STUDIO), loadMemberId(BIG_STUDIO, 0)));
  expect(told.unreadNotificationCount).toBe(5);
  expect(told.notifications.nodes).toHaveLength(20);
  expect(told.notifications.nodes[0]).toMatchObject({
    createdAt: now.toISOString(),
    project: { id: encodeId('Project', loadProjectId(BIG_STUDIO, 0)) },
  });
});

test('the demo has read and unread notifications, the newest first', async () => {
  await copy(demoTables({ now }));
  const { unreadNotificationCount, notifications } = await notificationsOf(
    messaging,
    member('owner', demoId('studio:marisol'), demoId('member:marisol')),
  );
  expect(unreadNotificationCount).toBe(1);
  expect(notifications.nodes.map((node) => node.kind)).toEqual(['COMMENTED', 'MENTIONED', 'COMMENTED', 'COMMENTED']);
});

test('the same moment gives the same rows', () => {
  const text = () =>
    [...demoTables({ now }), ...loadTables({ artists: 3, big: false }, { now })].map((table) => [...copyChunks(table)].join(''));
  expect(text()).toEqual(text());
});
