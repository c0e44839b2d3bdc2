import { uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

const address = () => `${uuidv7()}@people.example`;
const url = 'http://localhost:4000/auth/open/verify-email?token=abc&x=1';

const ask = (template: string, email: string, data: Record<string, string>, more: Record<string, unknown> = {}) =>
  messaging.tell('mail.requested', { template, to: { email }, locale: null, studioId: null, data, ...more });

const ACCOUNT_MAILS: [string, Record<string, string>, string, string][] = [
  ['verify-email', { url }, 'Confirm your address', 'Confirma tu dirección'],
  ['sign-in-link', { name: 'Mara', url }, 'Your sign-in link', 'Tu enlace para entrar'],
  ['no-account', { url }, 'There is no account for this address', 'No hay ninguna cuenta con esta dirección'],
  ['account-exists', { url }, 'You have an account already', 'Ya tienes una cuenta'],
  ['reset-password', { name: 'Mara', url }, 'Choose a new password', 'Elige una contraseña nueva'],
  ['password-changed', { name: 'Mara', url }, 'Your password was changed', 'Tu contraseña ha cambiado'],
  ['confirm-email-change', { name: 'Mara', newEmail: 'new@mara.example', url }, 'Change your address?', '¿Cambiar tu dirección?'],
];

describe.each(ACCOUNT_MAILS)('%s', (template, data, inEnglish, inSpanish) => {
  test.each([
    ['en-GB', 'en', inEnglish],
    ['es-MX', 'es', inSpanish],
  ])('is written for %s, with its link in both bodies', async (locale, language, subject) => {
    const email = address();
    await ask(template, email, data, { locale });
    const mail = await outbox.mailTo(email);
    expect(mail).toMatchObject({ template, to: email, from: 'Atelier', subject, links: [url] });
    expect(mail.text).toContain(subject);
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.html).toContain(`href="${url.replace('&', '&amp;')}"`);
    expect(mail.html).not.toMatch(/<script|<img|onclick/);
  });
});

test("an invitation comes in the studio's name and language, with its logo", async () => {
  messaging.world.studio.locale = 'es';
  const email = address();
  const data = { url, studioName: 'Studio Marisol', invitedBy: 'Marisol Vega', role: 'ARTIST' };
  await ask('invitation', email, data, { studioId: messaging.studioId });
  const mail = await outbox.mailTo(email);
  messaging.world.studio.locale = 'en';
  expect(mail).toMatchObject({ from: 'Studio Marisol', subject: 'Marisol Vega te invita a Studio Marisol' });
  expect(mail.text).toContain('artista');
  expect(mail.html).toContain('<img src="http://localhost:4000/media/logo.png" alt="Studio Marisol"');
});

test('no name becomes a link in a mail to a stranger', async () => {
  const email = address();
  const data = { url, studioName: 'Win at http://evil.example/now', invitedBy: 'me@evil.example', role: 'ARTIST' };
  await ask('invitation', email, data);
  const mail = await outbox.mailTo(email);
  expect(mail.links).toEqual([url]);
  // Read without the spaces of no width the names are whole; with them, nothing in them reads as an address.
  const { subject, text, html } = mail;
  expect(subject?.replaceAll('\u200b', '')).toBe('me@evil.example invites you to Win at http://evil.example/now');
  for (const part of [subject, text, html]) expect(part?.replaceAll(url, '')).not.toMatch(/evil\.example|http:\/\/evil|@evil/);
});

test('each owner is told in their own words that ownership was handed over', async () => {
  const data = { studioName: 'Studio Marisol', from: 'Marisol Vega', to: 'Kenji Ito', formerRole: 'admin', url };
  const told = async (part: string, locale: string) => {
    const email = address();
    await ask('ownership-transferred', email, { ...data, part }, { studioId: messaging.studioId, locale });
    return outbox.mailTo(email);
  };
  const [fresh, former, other, spanish] = [
    await told('new', 'en'),
    await told('former', 'en'),
    await told('other', 'en'),
    await told('other', 'es'),
  ];
  expect(fresh).toMatchObject({ subject: 'You are now an owner of Studio Marisol', from: 'Studio Marisol', links: [url] });
  expect(fresh.text).toContain('Marisol Vega made you an owner. Marisol Vega is an admin now.');
  expect(former.text).toContain('You handed ownership over. You are an admin now.');
  expect(other).toMatchObject({ subject: 'Kenji Ito is now an owner of Studio Marisol' });
  expect(spanish.subject).toBe('Kenji Ito tiene ahora la propiedad de Studio Marisol');
});

test("a client's link goes to the contact's address, in the client's language, with the project's name", async () => {
  const email = address();
  const { id: contactId } = messaging.addContact({ email, language: 'es' });
  const projectId = messaging.addThing({ name: 'Carteles del puerto' });
  await messaging.tell('mail.requested', {
    template: 'client-link',
    to: { contactId },
    locale: 'en',
    studioId: messaging.studioId,
    data: { url, studioName: 'Studio Marisol', projectId },
  });
  expect(await outbox.mailTo(email)).toMatchObject({ subject: 'Carteles del puerto: tu página con Studio Marisol', links: [url] });
});

test('a contact who has no address any more gets none, and nobody else does', async () => {
  const { id: contactId } = messaging.addContact({ email: null });
  const id = uuidv7();
  const data = { url, studioName: 'S', projectId: uuidv7() };
  await messaging.tell(
    'mail.requested',
    { template: 'client-link', to: { contactId }, locale: null, studioId: messaging.studioId, data },
    id,
  );
  await until(async () => (await state(id)).state === 'dropped');
  expect(await state(id)).toMatchObject({ failure: 'NO_RECIPIENT' });
});

test('a request that comes twice is one mail', async () => {
  const email = address();
  const id = uuidv7();
  const data = { template: 'verify-email', to: { email }, locale: 'en', studioId: null, data: { url } };
  await messaging.tell('mail.requested', data, id);
  await messaging.tell('mail.requested', data, id);
  await outbox.mailTo(email);
  await until(async () => (await messaging.db.admin.query('select from messaging_jobs.jobs')).rowCount === 0);
  expect(await outbox.mailsTo(email)).toHaveLength(1);
});

test('a template that is not known, a missing value and an address of another scheme are refused', async () => {
  await expect(ask('newsletter', address(), { url })).rejects.toThrow();
  await expect(ask('verify-email', address(), { name: 'Mara' })).rejects.toThrow();
  await expect(ask('verify-email', address(), { name: 'Mara', url: 'javascript:alert(1)' })).rejects.toThrow();
});

test('names are shown as they are and never as markup, and stay on one line in a subject', async () => {
  const email = address();
  const invitedBy = '<img src=x onerror=alert(1)>\r\nBcc: all@people.example';
  const data = { url, studioName: 'S', invitedBy, role: 'guest' };
  await ask('invitation', email, data, { studioId: messaging.studioId });
  const mail = await outbox.mailTo(email);
  expect(mail.subject).toBe('<img src=x onerror=alert(1)> Bcc: all@\u200bpeople.\u200bexample invites you to S');
  expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(mail.html).not.toContain('<img src=x');
});

test('the database holds no address and no link in the clear', async () => {
  const email = address();
  await ask('sign-in-link', email, { name: 'Mara', url });
  await outbox.mailTo(email);
  const { rows } = await messaging.db.admin.query<{ all: string }>(
    `select (select coalesce(string_agg(m::text, ''), '') from messaging.mails m) ||
            (select coalesce(string_agg(j::text, ''), '') from messaging_jobs._private_jobs j) ||
            (select coalesce(string_agg(a::text, ''), '') from messaging.activity a) as all`,
  );
  expect(rows[0]?.all).not.toContain(email);
  expect(rows[0]?.all).not.toContain('token=abc');
});

test('mails older than thirty days are deleted', async () => {
  const email = address();
  await ask('verify-email', email, { name: 'Mara', url });
  const { id } = await outbox.mailTo(email);
  messaging.clock.now = new Date('2026-12-23T09:30:00Z');
  await messaging.db.admin.query(`select messaging_jobs.add_job('purge-mails')`);
  await until(async () => (await messaging.db.admin.query('select from messaging.mails where id = $1', [id])).rowCount === 0);
  messaging.clock.now = new Date('2026-11-22T09:30:00Z');
});

async function state(id: string): Promise<{ state: string; failure: string | null }> {
  const { rows } = await messaging.db.admin.query<{ state: string; failure: string | null }>(
    'select state, failure from messaging.mails where id = $1',
    [id],
  );
  return rows[0] ?? { state: 'none', failure: null };
}
