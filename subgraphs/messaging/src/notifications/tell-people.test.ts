import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { apiKey, contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commentData, notificationsOf, ref, startMessaging, type TestMessaging } from '../testing/messaging.ts';

let messaging: TestMessaging;
beforeAll(async () => {
  messaging = await startMessaging();
});
afterAll(() => messaging.stop());

const kinds = async (viewer: Parameters<TestMessaging['ask']>[0]) =>
  (await notificationsOf(messaging, viewer)).notifications.nodes.map((node) => node.kind);

describe('a comment', () => {
  test('tells whom it mentions, with who said it and where', async () => {
    const [mara, noor] = [messaging.addMember(), messaging.addMember()];
    const data = commentData(messaging, { mentioned: [ref(mara)], actor: ref(noor), taskId: messaging.addThing({ title: 'Ink' }) });
    await messaging.tell('comment.mentioned', data);
    const { notifications, unreadNotificationCount } = await notificationsOf(messaging, mara.viewer);
    expect(unreadNotificationCount).toBe(1);
    expect(notifications.nodes).toEqual([
      {
        id: expect.stringMatching(/^notification_/),
        kind: 'MENTIONED',
        readAt: null,
        createdAt: '2026-11-22T09:30:00.000Z',
        actor: { __typename: 'Member', id: encodeId('Member', noor.id) },
        project: { id: encodeId('Project', data.projectId) },
        task: { id: encodeId('Task', data.taskId ?? '') },
        comment: { id: encodeId('Comment', data.commentId) },
      },
    ]);
    expect(await kinds(noor.viewer)).toEqual([]);
  });

  test('tells nobody of what they said themselves', async () => {
    const mara = messaging.addMember();
    await messaging.tell('comment.mentioned', commentData(messaging, { mentioned: [ref(mara)], assignee: ref(mara), actor: ref(mara) }));
    expect(await kinds(mara.viewer)).toEqual([]);
  });

  test('tells whose task it is about, and once where they are mentioned too', async () => {
    const [mara, noor] = [messaging.addMember(), messaging.addMember()];
    const ines = messaging.addContact();
    await messaging.tell('comment.added', commentData(messaging, { assignee: ref(mara), actor: ref(ines), visibility: 'CLIENT' }));
    await messaging.tell(
      'comment.mentioned',
      commentData(messaging, { mentioned: [ref(noor), ref(noor)], assignee: ref(noor), actor: ref(mara) }),
    );
    expect(await kinds(mara.viewer)).toEqual(['COMMENTED']);
    expect(await kinds(noor.viewer)).toEqual(['MENTIONED']);
    const { notifications } = await notificationsOf(messaging, mara.viewer);
    expect(notifications.nodes[0]?.actor).toEqual({ __typename: 'Contact', id: encodeId('Contact', ines.id) });
  });

  test('that comes again as the same event, or is changed, tells nobody twice', async () => {
    const [mara, noor] = [messaging.addMember(), messaging.addMember()];
    const data = commentData(messaging, { mentioned: [ref(mara)], actor: ref(noor) });
    const eventId = uuidv7();
    await messaging.tell('comment.mentioned', data, eventId);
    await messaging.tell('comment.mentioned', data, eventId);
    await messaging.tell('comment.mentioned', { ...data, mentioned: [ref(mara), ref(noor)] });
    expect(await kinds(mara.viewer)).toEqual(['MENTIONED']);
    const { rows } = await messaging.db.admin.query('select count(*)::int from messaging.activity where subject_id = $1', [mara.id]);
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('a task', () => {
  test('tells who got it, again each time, and not who took it', async () => {
    const [mara, noor] = [messaging.addMember(), messaging.addMember()];
    const data = { taskId: uuidv7(), projectId: uuidv7(), assigneeKind: 'member', assigneeId: mara.id };
    await messaging.tell('task.assigned', { ...data, actor: ref(noor) });
    messaging.clock.now = new Date('2026-11-22T09:31:00Z');
    await messaging.tell('task.assigned', { ...data, actor: null });
    await messaging.tell('task.assigned', { ...data, actor: ref(mara) });
    const { notifications } = await notificationsOf(messaging, mara.viewer);
    expect(notifications.nodes.map((node) => [node.kind, node.actor === null, node.comment])).toEqual([
      ['ASSIGNED', true, null],
      ['ASSIGNED', false, null],
    ]);
  });
});

test('an event with wrong data leaves no trace, so that it can come again', async () => {
  const mara = messaging.addMember();
  const data = commentData(messaging, { mentioned: [ref(mara)] });
  const eventId = uuidv7();
  await expect(messaging.tell('comment.mentioned', { ...data, commentId: 'x' }, eventId)).rejects.toThrow();
  await messaging.tell('comment.mentioned', data, eventId);
  expect(await kinds(mara.viewer)).toEqual(['MENTIONED']);
});

test('only the person hears of it live', async () => {
  const [mara, noor] = [messaging.addMember(), messaging.addMember()];
  await messaging.tell('comment.mentioned', commentData(messaging, { mentioned: [ref(mara)], actor: ref(noor) }));
  expect(messaging.published.at(-1)).toMatchObject({
    channel: `messaging:person:${messaging.studioId}:${mara.id}`,
    typename: 'Notification',
    version: 1,
    audienceBefore: [],
    audienceAfter: [`person:${mara.id}`],
  });
});

test("a notification is its recipient's alone, in the studio where it came", async () => {
  const [mara, noor] = [messaging.addMember(), messaging.addMember()];
  await messaging.tell('comment.mentioned', commentData(messaging, { mentioned: [ref(mara)], actor: ref(noor) }));
  const [node] = (await notificationsOf(messaging, mara.viewer)).notifications.nodes;
  const read = (viewer: Parameters<TestMessaging['ask']>[0]) => messaging.entity(viewer, 'Notification', node?.id ?? '', '{ kind }');
  expect(await read(mara.viewer)).toEqual({ kind: 'MENTIONED' });
  expect(await read(noor.viewer)).toBeNull();
  expect(await read(member('owner', messaging.studioId))).toBeNull();
  expect(await read(member('artist', uuidv7(), mara.id))).toBeNull();
  expect(await read(contact(messaging.studioId, mara.id))).toBeNull();
  expect(await read({ kind: 'anonymous' })).toBeNull();
  expect(await kinds(member('artist', uuidv7(), mara.id))).toEqual([]);
});

test.each(['notifications { nodes { id } }', 'unreadNotificationCount', 'notificationSettings { kind }'])(
  '%s is refused to programs, contacts and strangers',
  async (field) => {
    const codes = async (viewer: Parameters<TestMessaging['ask']>[0]) => (await messaging.ask(viewer, `{ ${field} }`)).codes;
    expect(await codes(apiKey(messaging.studioId, 'projects:read', 'studio:read'))).toEqual(['FORBIDDEN']);
    expect(await codes(contact(messaging.studioId, uuidv7()))).toEqual(['FORBIDDEN']);
    expect(await codes({ kind: 'anonymous' })).toEqual(['UNAUTHENTICATED']);
    expect(await codes({ kind: 'user', userId: uuidv7(), sessionId: uuidv7(), studio: null })).toEqual(['NOT_FOUND']);
  },
);

test('who leaves the studio takes their notifications and choices along', async () => {
  const mara = messaging.addMember();
  await messaging.tell('comment.mentioned', commentData(messaging, { mentioned: [ref(mara)] }));
  await messaging.ask(
    mara.viewer,
    'mutation { updateNotificationSetting(input: { kind: MENTIONED, inApp: true, mail: false }) { __typename } }',
  );
  await messaging.tell('member.removed', { memberId: mara.id, userId: uuidv7(), studioId: messaging.studioId });
  for (const table of ['notifications', 'notification_settings']) {
    const { rowCount } = await messaging.db.admin.query(`select from messaging.${table} where member_id = $1`, [mara.id]);
    expect([table, rowCount]).toEqual([table, 0]);
  }
});
