import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commentData, notificationsOf, ref, startMessaging, type TestMessaging } from '../testing/messaging.ts';

let messaging: TestMessaging;
beforeAll(async () => {
  messaging = await startMessaging();
});
afterAll(() => messaging.stop());

type Ask = Parameters<TestMessaging['ask']>[0];

/** Somebody with so many unread notifications; ids newest first. */
async function reader(count: number) {
  const mara = messaging.addMember();
  for (let n = 0; n < count; n += 1) {
    messaging.clock.now = new Date(Date.UTC(2026, 10, 22, 9, n));
    await messaging.tell('comment.mentioned', commentData(messaging, { mentioned: [ref(mara)] }));
  }
  const { notifications } = await notificationsOf(messaging, mara.viewer);
  return { ...mara, ids: notifications.nodes.map((node) => node.id) };
}

const mark = async (viewer: Ask, input: Record<string, unknown>) => {
  const { data, codes } = await messaging.ask(
    viewer,
    `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) {
      ... on MarkNotificationsReadSuccess { notifications { id readAt } unreadNotificationCount } ... on InvalidInput { code path } } }`,
    { input },
  );
  return { result: data?.markNotificationsRead, codes };
};

test('one is marked read and unread, and the count follows', async () => {
  const { viewer, ids } = await reader(2);
  const readAt = messaging.clock.now.toISOString();
  expect((await mark(viewer, { ids: [ids[0]] })).result).toEqual({ notifications: [{ id: ids[0], readAt }], unreadNotificationCount: 1 });
  expect((await mark(viewer, { ids: [ids[0]], read: false })).result).toEqual({
    notifications: [{ id: ids[0], readAt: null }],
    unreadNotificationCount: 2,
  });
});

test('what was read keeps the moment when it is marked again', async () => {
  const { viewer, ids } = await reader(1);
  const readAt = messaging.clock.now.toISOString();
  await mark(viewer, { ids });
  messaging.clock.now = new Date('2026-11-23T00:00:00Z');
  expect((await mark(viewer, { ids })).result).toMatchObject({ notifications: [{ readAt }] });
});

test("all are marked at once, and nobody else's", async () => {
  const [mara, noor] = [await reader(3), await reader(1)];
  expect((await mark(mara.viewer, {})).result).toEqual({ notifications: [], unreadNotificationCount: 0 });
  expect((await notificationsOf(messaging, noor.viewer)).unreadNotificationCount).toBe(1);
  const told = messaging.published.filter((event) => event.channel === `messaging:person:${messaging.studioId}:${mara.id}`);
  expect(told).toHaveLength(6);
});

test("somebody else's, and one that never was, are not found, and nothing is marked", async () => {
  const [mara, noor] = [await reader(1), await reader(1)];
  for (const strange of [noor.ids[0], encodeId('Notification', uuidv7()), encodeId('Task', uuidv7()), 'nonsense']) {
    expect((await mark(mara.viewer, { ids: [mara.ids[0], strange] })).codes).toEqual(['NOT_FOUND']);
  }
  expect((await notificationsOf(messaging, mara.viewer)).unreadNotificationCount).toBe(1);
});

test('more than a hundred at once are refused', async () => {
  const { viewer } = await reader(0);
  const ids = Array.from({ length: 101 }, () => encodeId('Notification', uuidv7()));
  expect((await mark(viewer, { ids })).result).toEqual({ code: 'TOO_MANY', path: ['input', 'ids'] });
});

test('pages go back in time, also among the unread', async () => {
  const { viewer, ids } = await reader(5);
  await mark(viewer, { ids: [ids[1]] });
  const page = async (args: string) => {
    const { data } = await messaging.ask(viewer, `{ notifications(${args}) { nodes { id } pageInfo { hasNextPage endCursor } } }`);
    const found = data?.notifications as { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    return { ids: found.nodes.map((node) => node.id), ...found.pageInfo };
  };
  const first = await page('first: 2');
  expect(first).toMatchObject({ ids: ids.slice(0, 2), hasNextPage: true });
  expect(await page(`first: 3, after: "${first.endCursor}"`)).toMatchObject({ ids: ids.slice(2), hasNextPage: false });
  expect((await page('unread: true')).ids).toEqual(ids.filter((id) => id !== ids[1]));
  expect((await messaging.ask(viewer, '{ notifications(after: "x") { nodes { id } } }')).codes).toEqual(['BAD_USER_INPUT']);
});

test('a page of many takes as many statements as one of few', async () => {
  const statements = async (viewer: Ask) => {
    const before = messaging.subgraph.stats().statements;
    await notificationsOf(messaging, viewer);
    return messaging.subgraph.stats().statements - before;
  };
  const [few, many] = [await reader(1), await reader(12)];
  expect(await statements(many.viewer)).toBe(await statements(few.viewer));
});

test('the count of what is unread comes from an index of the unread', async () => {
  await messaging.db.admin.query(
    `insert into messaging.notifications (studio_id, id, member_id, kind, project_id, created_at, read_at)
     select $1, gen_random_uuid(), gen_random_uuid(), 'ASSIGNED', gen_random_uuid(), now(), now() from generate_series(1, 5000)`,
    [messaging.studioId],
  );
  await messaging.db.admin.query('analyze messaging.notifications');
  const { rows } = await messaging.db.admin.query<{ 'QUERY PLAN': string }>(
    `explain select count(*) from messaging.notifications where studio_id = '${messaging.studioId}' and member_id = '${uuidv7()}' and read_at is null`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('notifications_unread_idx');
});

test('everybody has settings, and a choice holds for its kind alone', async () => {
  const { viewer } = await reader(0);
  const { data } = await messaging.ask(
    viewer,
    `mutation { updateNotificationSetting(input: { kind: COMMENTED, inApp: false, mail: true }) {
       ... on UpdateNotificationSettingSuccess { settings { kind inApp mail } } } }`,
  );
  const settings = [
    { kind: 'MENTIONED', inApp: true, mail: true },
    { kind: 'ASSIGNED', inApp: true, mail: true },
    { kind: 'COMMENTED', inApp: false, mail: true },
  ];
  expect(data).toEqual({ updateNotificationSetting: { settings } });
  expect((await messaging.ask(viewer, '{ notificationSettings { kind inApp mail } }')).data).toEqual({ notificationSettings: settings });
});

test('what is not wanted in the app does not stand there', async () => {
  const mara = messaging.addMember();
  await messaging.ask(
    mara.viewer,
    'mutation { updateNotificationSetting(input: { kind: MENTIONED, inApp: false, mail: false }) { __typename } }',
  );
  await messaging.tell('comment.mentioned', commentData(messaging, { mentioned: [ref(mara)] }));
  expect((await notificationsOf(messaging, mara.viewer)).notifications.nodes).toEqual([]);
});
