import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commentData, notificationsOf, ref, startMessaging, type TestMessaging } from '../testing/messaging.ts';
import { type ServedOutbox, serveOutbox } from '../testing/outbox.ts';

let messaging: TestMessaging;
let outbox: ServedOutbox;
beforeAll(async () => {
  messaging = await startMessaging();
  outbox = await serveOutbox(messaging);
  // The job runner takes the clock of PostgreSQL: what is due in the domain's time is due there.
  messaging.clock.now = new Date();
  await messaging.subgraph.start();
});
afterAll(async () => {
  await outbox.close();
  await messaging.stop();
});

const address = () => `${uuidv7()}@people.example`;
const settled = () =>
  until(async () => (await messaging.db.admin.query('select from messaging_jobs.jobs where run_at <= now()')).rowCount === 0);
const choose = (viewer: Parameters<TestMessaging['ask']>[0], kind: string, channels: string) =>
  messaging.ask(viewer, `mutation { updateNotificationSetting(input: { kind: ${kind}, ${channels} }) { __typename } }`);

test('a mention is mailed with what was said and where to answer', async () => {
  const email = address();
  const [mara, noor] = [messaging.addMember({ email }), messaging.addMember({ name: 'Noor' })];
  const taskId = messaging.addThing({ title: 'Ink the cover' });
  const data = commentData(messaging, {
    mentioned: [ref(mara)],
    actor: ref(noor),
    taskId,
    body: `@[Mara](${encodeId('Member', mara.id)}) look: 2 < 3`,
  });
  await messaging.tell('comment.mentioned', data);
  const mail = await outbox.mailTo(email);
  const link = `http://localhost:4000/s/marisol/projects/${encodeId('Project', data.projectId)}?task=${encodeId('Task', taskId)}`;
  expect(mail).toMatchObject({ from: 'Studio Marisol', subject: 'Noor mentioned you: Ink the cover', links: [link] });
  expect(mail.text).toContain('> @Mara look: 2 < 3');
  expect(mail.html).toContain('@Mara look: 2 &lt; 3');
});

test('what was read in the app meanwhile is not mailed', async () => {
  const slow = await startMessaging({ env: { NOTIFICATION_MAIL_DELAY_SECONDS: '60' } });
  try {
    const mara = slow.addMember({ email: address() });
    await slow.tell('comment.mentioned', commentData(slow, { mentioned: [ref(mara)] }));
    const { rows } = await slow.db.admin.query<{ run_at: Date }>(
      `select run_at from messaging_jobs.jobs where task_identifier = 'send-mail'`,
    );
    expect(rows).toEqual([{ run_at: new Date('2026-11-22T09:31:00Z') }]);
    await slow.ask(mara.viewer, 'mutation { markNotificationsRead(input: {}) { __typename } }');
    await slow.db.admin.query('update messaging_jobs._private_jobs set run_at = now()');
    await slow.subgraph.start();
    await until(
      async () =>
        (await slow.db.admin.query(`select from messaging.mails where state = 'dropped' and failure = 'ALREADY_READ'`)).rowCount === 1,
    );
  } finally {
    await slow.stop();
  }
});

test('whoever wants no mail of a kind gets none, and whoever wants mail only gets it at once', async () => {
  const [quiet, only] = [messaging.addMember({ email: address() }), messaging.addMember({ email: address() })];
  await choose(quiet.viewer, 'MENTIONED', 'inApp: true, mail: false');
  await choose(only.viewer, 'MENTIONED', 'inApp: false, mail: true');
  await messaging.tell('comment.mentioned', commentData(messaging, { mentioned: [ref(quiet), ref(only)] }));
  await outbox.mailTo(messaging.world.people.get(only.id)?.email ?? '');
  await settled();
  expect(await outbox.mailsTo(messaging.world.people.get(quiet.id)?.email ?? '')).toEqual([]);
  expect((await notificationsOf(messaging, only.viewer)).unreadNotificationCount).toBe(0);
});

test('a comment on a task of theirs is mailed only to those who asked for that', async () => {
  const [mara, noor] = [messaging.addMember({ email: address() }), messaging.addMember({ email: address() })];
  await choose(noor.viewer, 'COMMENTED', 'inApp: true, mail: true');
  for (const assignee of [ref(mara), ref(noor)]) await messaging.tell('comment.added', commentData(messaging, { assignee }));
  expect(await outbox.mailTo(messaging.world.people.get(noor.id)?.email ?? '')).toMatchObject({ template: 'commented' });
  await settled();
  expect(await outbox.mailsTo(messaging.world.people.get(mara.id)?.email ?? '')).toEqual([]);
});

test("a client's contact is mailed of a mention and of a task, in the client's language, with no way in but the link they have", async () => {
  const email = address();
  const ines = messaging.addContact({ email, language: 'es' });
  const data = commentData(messaging, { mentioned: [ines], visibility: 'CLIENT', body: 'Mire, por favor' });
  await messaging.tell('comment.mentioned', data);
  const mail = await outbox.mailTo(email);
  expect(mail.subject).toBe('Alguien te ha mencionado: Harbour posters');
  expect(mail.links).toEqual([`http://localhost:4000/client/projects/${encodeId('Project', data.projectId)}`]);
  const taskId = messaging.addThing({ title: 'Elegir papel' });
  await messaging.tell('task.assigned', { taskId, projectId: data.projectId, assigneeKind: 'contact', assigneeId: ines.id, actor: null });
  await until(async () => (await outbox.mailsTo(email)).some((each) => each.subject === 'Alguien te ha dado una tarea: Elegir papel'));
});

test('nobody is mailed what they do not see (any more): the owner is asked as them', async () => {
  const mara = messaging.addMember({ email: address(), role: 'GUEST' });
  const ines = messaging.addContact({ email: address() });
  const data = commentData(messaging, { mentioned: [ref(mara), ines], visibility: 'CLIENT' });
  messaging.world.things.get(data.commentId)?.hiddenFrom.add(ines.id);
  messaging.world.things.get(data.projectId)?.hiddenFrom.add(mara.id);
  await messaging.tell('comment.mentioned', data);
  await messaging.tell('comment.mentioned', commentData(messaging, { mentioned: [ines], visibility: 'TEAM' }));
  await until(async () => (await messaging.db.admin.query(`select from messaging.mails where failure = 'NOT_VISIBLE'`)).rowCount === 2);
  await settled();
  for (const { id } of [mara, ines]) expect(await outbox.mailsTo(messaging.world.people.get(id)?.email ?? '')).toEqual([]);
});

test('a mail waits while the other domains do not answer, and is sent once they do', async () => {
  const email = address();
  const mara = messaging.addMember({ email });
  messaging.world.isDown = true;
  await messaging.tell('comment.mentioned', commentData(messaging, { mentioned: [ref(mara)] }));
  await until(
    async () => (await messaging.db.admin.query('select from messaging_jobs.jobs where attempts = 1 and locked_at is null')).rowCount === 1,
  );
  expect(await outbox.mailsTo(email)).toEqual([]);
  messaging.world.isDown = false;
  await messaging.db.admin.query('update messaging_jobs._private_jobs set run_at = now()');
  await outbox.mailTo(email);
});
