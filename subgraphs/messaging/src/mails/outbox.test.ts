import { uuidv7 } from '@atelier/service-kit/ids';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startMessaging, type TestMessaging } from '../testing/messaging.ts';
import { type ServedOutbox, serveOutbox } from '../testing/outbox.ts';

let messaging: TestMessaging;
let outbox: ServedOutbox;
beforeAll(async () => {
  messaging = await startMessaging();
  outbox = await serveOutbox(messaging);
  await messaging.subgraph.start();
});
afterAll(async () => {
  await outbox.close();
  await messaging.stop();
});

const url = 'http://localhost:4000/auth/open/x?token=a&b=c';

async function aMail(email: string, name = 'Mara'): Promise<string> {
  await messaging.tell('mail.requested', { template: 'sign-in-link', to: { email }, locale: 'en', studioId: null, data: { name, url } });
  return (await outbox.mailTo(email)).id;
}

test('the list shows the newest first, narrowed to an address, and says that nothing leaves this machine', async () => {
  await aMail('first@people.example');
  messaging.clock.now = new Date('2026-11-22T09:31:00Z');
  await aMail('second@people.example');
  const { status, text } = await outbox.get('/dev/mail');
  expect(status).toBe(200);
  expect(text).toContain('no mail leaves this machine');
  const { text: narrowed } = await outbox.get('/dev/mail?to=FIRST@people.example');
  expect(narrowed).toContain('first@people.example');
  expect(narrowed).not.toContain('second@people.example');
});

test('a mail is shown in a frame where nothing runs, and as text with links to follow', async () => {
  const id = await aMail('shown@people.example', '<script>alert(1)</script>');
  const { text, headers } = await outbox.get(`/dev/mail/${id}`);
  expect(text).not.toContain('<script>');
  expect(text).toMatch(/<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&lt;!doctype html&gt;/);
  expect(text).toContain('<a href="http://localhost:4000/auth/open/x?token=a&amp;b=c">');
  expect(text).toContain('&amp;lt;script&amp;gt;');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['cache-control']).toBe('no-store');
});

test('a name that closes the attribute or the frame stays text', async () => {
  const id = await aMail('sly@people.example', `"></iframe><img src=x onerror='alert(1)'>`);
  for (const path of [`/dev/mail/${id}`, '/dev/mail?to=sly@people.example', '/dev/mail?to="><img src=x>']) {
    expect((await outbox.get(encodeURI(path))).text).not.toMatch(/<img src=x|<\/iframe><img/);
  }
});

test('a mail that is not there, and other paths and methods, are left to others', async () => {
  for (const path of [`/dev/mail/${uuidv7()}`, '/dev/mail/x', '/dev/mail/x/y', '/dev/mailbox'])
    expect((await outbox.get(path)).status).toBe(404);
});

test.each([
  ['the name of another site', { host: 'evil.example:4000' }],
  ['a name that only begins like ours', { host: 'localhost.evil.example' }],
  ['a proxy', { 'x-forwarded-for': '203.0.113.7' }],
  ['a proxy of the newer kind', { forwarded: 'for=203.0.113.7' }],
])('whoever comes by %s finds nothing', async (_what, headers) => {
  expect((await outbox.get('/dev/mail', headers)).status).toBe(404);
  expect((await outbox.get('/dev/mail.json', headers)).status).toBe(404);
});

test('where Atelier has a public address there is no outbox', async () => {
  const open = await startMessaging({ publicUrl: 'https://atelier.example' });
  const served = await serveOutbox(open);
  try {
    expect((await served.get('/dev/mail')).status).toBe(404);
  } finally {
    await served.close();
    await open.stop();
  }
});
