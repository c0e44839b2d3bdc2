import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import sendGridClient from '@sendgrid/client';
import sendGridMail from '@sendgrid/mail';
import { startMessaging, type TestMessaging } from '../testing/messaging.ts';

interface Received {
  method: string | undefined;
  path: string | undefined;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
}

// A stand-in that speaks as much of SendGrid's protocol as is used; the official library is content with it.
let server: Server;
let received: Received[] = [];
let answer: number | 'hang up' = 202;
let messaging: TestMessaging;
let standIn = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      received.push({ method: request.method, path: request.url, headers: request.headers, body: JSON.parse(text) });
      if (answer === 'hang up') return request.socket.destroy();
      response.writeHead(answer, { 'content-type': 'application/json', 'x-message-id': 'abc' });
      return response.end(answer === 202 ? '' : JSON.stringify({ errors: [{ message: 'mara@people.example is bad', field: null }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  standIn = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  messaging = await startMessaging({
    env: { SENDGRID_API_KEY: 'SG.test', SENDGRID_URL: standIn, MAIL_FROM: 'post@atelier.example' },
  });
  await messaging.subgraph.start();
});
afterAll(async () => {
  await messaging.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  received = [];
  answer = 202;
});

const url = 'http://localhost:4000/auth/open/x?token=t0ken';

async function request(): Promise<string> {
  const id = uuidv7();
  await messaging.tell(
    'mail.requested',
    { template: 'verify-email', to: { email: 'mara@people.example' }, locale: 'en', studioId: null, data: { name: 'Mara', url } },
    id,
  );
  return id;
}

interface Stored {
  state: string;
  failure: string | null;
  request: string | null;
  content: string | null;
}
const stored = async (id: string) =>
  (await messaging.db.admin.query<Stored>('select state, failure, request, content from messaging.mails where id = $1', [id])).rows[0];
const inState = (id: string, state: string) => until(async () => (await stored(id))?.state === state);
/** The job has failed once and waits for its next turn. */
const waitsAgain = () =>
  until(
    async () => (await messaging.db.admin.query('select from messaging_jobs.jobs where attempts > 0 and locked_at is null')).rowCount === 1,
  );
const nextTurn = () => messaging.db.admin.query('update messaging_jobs._private_jobs set run_at = now()');

test('a mail is handed over as SendGrid documents it, with its tracking off', async () => {
  const id = await request();
  await inState(id, 'sent');
  expect(received).toHaveLength(1);
  const [{ method, path, headers, body }] = received as [Received];
  expect({ method, path }).toEqual({ method: 'POST', path: '/v3/mail/send' });
  expect(headers).toMatchObject({ authorization: 'Bearer SG.test', 'content-type': 'application/json' });
  expect(body).toEqual({
    personalizations: [{ to: [{ email: 'mara@people.example' }], custom_args: { mail_id: id } }],
    from: { email: 'post@atelier.example', name: 'Atelier' },
    subject: 'Confirm your address',
    content: [
      { type: 'text/plain', value: expect.stringContaining(url) },
      { type: 'text/html', value: expect.stringContaining(url) },
    ],
    tracking_settings: {
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
      subscription_tracking: { enable: false },
    },
  });
});

test('is what the official library sends for the same mail', async () => {
  const id = await request();
  await inState(id, 'sent');
  const [{ path, headers, body: ours }] = received as [Received];
  const { from, subject, content, personalizations } = ours as {
    from: { email: string; name: string };
    subject: string;
    content: { type: string; value: string }[];
    personalizations: [{ to: { email: string }[] }];
  };
  received = [];
  sendGridClient.setApiKey('SG.test');
  sendGridClient.setDefaultRequest('baseUrl', standIn);
  sendGridMail.setClient(sendGridClient);
  await sendGridMail.send({
    personalizations: [{ to: personalizations[0].to, customArgs: { mail_id: id } }],
    from,
    subject,
    text: content[0]?.value ?? '',
    html: content[1]?.value ?? '',
    trackingSettings: {
      clickTracking: { enable: false, enableText: false },
      openTracking: { enable: false },
      subscriptionTracking: { enable: false },
    },
  });
  const [theirs] = received as [Received];
  expect({ path, authorization: headers.authorization, type: headers['content-type'] }).toEqual({
    path: theirs.path,
    authorization: theirs.headers.authorization,
    type: theirs.headers['content-type'],
  });
  expect(theirs.body).toEqual(ours);
});

test('nothing of what a mail said stays once it was sent', async () => {
  const id = await request();
  await inState(id, 'sent');
  expect(await stored(id)).toMatchObject({ request: null, content: null });
});

describe.each([401, 429, 500, 503])('an answer of %i', (status) => {
  test('has the mail tried again, and sent once', async () => {
    answer = status;
    const id = await request();
    await waitsAgain();
    expect(await stored(id)).toMatchObject({ state: 'waiting', failure: `HTTP_${status}` });
    answer = 202;
    await nextTurn();
    await inState(id, 'sent');
    expect(received).toHaveLength(2);
  });
});

test('a mail that is refused for good is not tried again', async () => {
  answer = 400;
  const id = await request();
  await inState(id, 'refused');
  expect(await stored(id)).toMatchObject({ failure: 'HTTP_400', content: null });
  await until(async () => (await messaging.db.admin.query('select from messaging_jobs.jobs')).rowCount === 0);
  expect(received).toHaveLength(1);
});

test('a mail that may have been taken is not sent again', async () => {
  answer = 'hang up';
  const id = await request();
  await until(async () => received.length === 1 && (await messaging.db.admin.query('select from messaging_jobs.jobs')).rowCount === 0);
  answer = 202;
  await messaging.db.admin.query(`select messaging_jobs.add_job('send-mail', json_build_object('mailId', $1::uuid))`, [id]);
  await until(async () => (await messaging.db.admin.query('select from messaging_jobs.jobs')).rowCount === 0);
  expect(await stored(id)).toMatchObject({ state: 'sending' });
  expect(received).toHaveLength(1);
});

test('two jobs for one mail send it once', async () => {
  const id = await request();
  await messaging.db.admin.query(`select messaging_jobs.add_job('send-mail', json_build_object('mailId', $1::uuid))`, [id]);
  await until(async () => (await messaging.db.admin.query('select from messaging_jobs.jobs')).rowCount === 0);
  expect(received).toHaveLength(1);
});

test('there is no outbox to look into where mails leave', () => {
  expect(messaging.subgraph.routes).toEqual({});
});
