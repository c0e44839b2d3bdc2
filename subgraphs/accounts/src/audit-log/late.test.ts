import { createDatabase, type Database } from '@atelier/service-kit/database';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PUBLIC_URL, SECRET } from '../testing/accounts.ts';
import { comeBy } from '../testing/by-provider.ts';
import { aStudio } from '../testing/people.ts';
import { anOwner, type Owner, ROUTES, startWorld, type World } from '../testing/told-routes.ts';
import { addApp, mailTo, PASSWORD } from '../testing/ways-in.ts';
import type { AuditKind } from './audit-log.ts';
import { createChain } from './chain.ts';
import { type AuditRecorder, createAuditRecorder } from './recorder.service.ts';
import { tellLate } from './tell-late.service.ts';

let world: World;
let next: Database;
let audit: AuditRecorder;
const JOB = { id: '1', attempt: 1, signal: undefined };
const clock = { now: new Date() };
beforeAll(async () => {
  world = await startWorld();
  const { db, runtime } = world.domain;
  // As if the process died between a change and its line: it writes none. The one that comes after it has a connection of its own.
  await db.admin.query(`revoke insert on accounts.audit_log from ${new URL(db.url('accounts')).username}`);
  next = createDatabase({ url: db.adminUrl, schema: 'accounts', logger: runtime.logger });
  const now = () => clock.now;
  audit = createAuditRecorder({ database: next, signIn: next, chain: createChain(SECRET), now, logger: runtime.logger });
});
afterAll(async () => {
  await next.close();
  await world.close();
});

/** What the next process does with what is older than a minute. */
async function start(): Promise<void> {
  clock.now = new Date(Date.now() + 120_000);
  await tellLate(next, audit, () => clock.now)(null, JOB);
}

/** What can be known later: not whether a device was new, nor of an attempt that changed nothing. */
const known = (kinds: readonly AuditKind[]): string[] =>
  kinds.filter((kind) => kind !== 'SIGN_IN_FAILED').map((kind) => (kind === 'SIGNED_IN_FROM_NEW_DEVICE' ? 'SIGNED_IN' : kind));

const aVictim = (): Promise<Owner> =>
  anOwner(world, async (owner, kinds) => {
    await start();
    expect(await owner.log()).toEqual(known(kinds));
  });

const untold = async ({ userId }: Owner): Promise<unknown[]> =>
  (await world.domain.db.admin.query('select happening from auth.untold_events where user_id = $1', [userId])).rows;

const linesOf = async ({ userId }: Owner) =>
  (
    await world.domain.db.admin.query<{ kind: string; address: string; user_agent: string; at: Date; after: unknown }>(
      'select kind, address, user_agent, at, after from accounts.audit_log where studio_id = $1 order by number',
      [userId],
    )
  ).rows;

// Of the studio whose door it is, not of the person.
const OF_STUDIOS = ['/oauth2/consent'];

describe('what was done before a crash is told after it, once, on', () => {
  const paths = Object.entries(ROUTES).flatMap(([path, what]) =>
    'log' in what && !OF_STUDIOS.includes(path) ? [[path, what] as const] : [],
  );
  test.each(paths)('%s', async (_path, what) => {
    const owner = await aVictim();
    await what.act(owner);
    await owner.knows(...what.log);
    await start();
    expect(await owner.log()).toEqual(known(what.log));
    expect(await untold(owner)).toEqual([]);
  });
});

test('a line that is told late says who, from where, when and how, as one in time does', async () => {
  const owner = await aVictim();
  const at = new Date('2031-03-04T05:06:07Z');
  const { clock: domainClock } = world.domain;
  const before = domainClock.now;
  domainClock.now = at;
  await owner.browser.post(
    '/auth/change-password',
    { currentPassword: PASSWORD, newPassword: 'another long password' },
    { 'user-agent': 'A' },
  );
  domainClock.now = before;
  await tellLate(next, audit, () => new Date(at.getTime() + 61_000))(null, JOB);
  const line = (await linesOf(owner)).at(-1);
  expect(line).toMatchObject({ kind: 'PASSWORD_CHANGED', address: expect.stringMatching(/^198\.51\.100\.\d+$/), user_agent: 'A', at });
});

test('every studio that the account opens is told, one that was told before the crash not again', async () => {
  const owner = await aVictim();
  const { admin } = world.domain.db;
  const studios = [await aStudio(world.domain), await aStudio(world.domain)];
  for (const { uuid } of studios)
    await admin.query(`insert into accounts.members (studio_id, id, user_id, role) values ($1, gen_random_uuid(), $2, 'artist')`, [
      uuid,
      owner.userId,
    ]);
  await owner.browser.post('/auth/sign-out', {});
  const { rows } = await admin.query('select * from auth.untold_events where user_id = $1', [owner.userId]);
  await start();
  // As if the process had died before it took the note away.
  await admin.query(
    `insert into auth.untold_events (event_id, user_id, at, by, happening) values ($1, $2, $3, 'self', '{"kind":"SIGNED_OUT"}')`,
    [rows[0].event_id, owner.userId, rows[0].at],
  );
  await admin.query('delete from accounts.audit_log where studio_id = $1 and kind = $2', [owner.userId, 'SIGNED_OUT']);
  await admin.query('update accounts.audit_heads set number = number - 1 where studio_id = $1', [owner.userId]);
  await Promise.all([start(), start()]);
  for (const studioId of [owner.userId, ...studios.map(({ uuid }) => uuid)]) {
    const told = await admin.query('select from accounts.audit_log where studio_id = $1 and kind = $2', [studioId, 'SIGNED_OUT']);
    expect(told.rowCount).toBe(1);
  }
  expect(await untold(owner)).toEqual([]);
});

test('what a person does in the app is noted as well', async () => {
  const owner = await aVictim();
  const { admin } = world.domain.db;
  const { rows } = await admin.query<{ id: string }>('select id from auth.sessions where user_id = $1', [owner.userId]);
  const viewer = { kind: 'user' as const, userId: owner.userId, sessionId: rows[0]?.id ?? '', studio: null };
  await admin.query(
    `insert into auth.sessions (id, user_id, token, expires_at) values (gen_random_uuid(), $1, gen_random_uuid(), now() + interval '1 day')`,
    [owner.userId],
  );
  await world.domain.ask(viewer, 'mutation { revokeOtherSessions { __typename } }');
  const input = { email: owner.email };
  await world.domain.ask(
    viewer,
    'mutation ($input: RequestAccountDeletionInput!) { requestAccountDeletion(input: $input) { __typename } }',
    {
      input,
    },
  );
  await world.domain.ask(viewer, 'mutation { cancelAccountDeletion { __typename } }');
  await start();
  // All in one moment of the domain's clock, so in any order.
  expect((await owner.log()).slice(1).sort()).toEqual(['ACCOUNT_DELETION_CANCELLED', 'ACCOUNT_DELETION_REQUESTED', 'SESSION_ENDED']);
});

test('who comes by a provider for the first time has come in, and joined nothing', async () => {
  const email = 'new@late.example';
  world.google.isHere({ sub: 'somebody new', name: 'Olga Sanz', email, email_verified: true });
  await comeBy(world.site.browser());
  const { rows } = await world.domain.db.admin.query(
    'select happening from auth.untold_events join auth.users u on u.id = user_id where u.email = $1',
    [email],
  );
  expect(rows).toEqual([{ happening: { kind: 'SIGNED_IN', after: { by: 'Google' } } }]);
});

test('what was refused is not noted, nor a first factor without the second', async () => {
  const owner = await aVictim();
  await addApp(owner.browser);
  await start();
  const wrong = { currentPassword: 'not the password', newPassword: 'another long password' };
  expect((await owner.browser.post('/auth/change-password', wrong)).status).toBe(400);
  const stranger = world.site.browser();
  expect((await stranger.post('/auth/sign-in/email', { email: owner.email, password: PASSWORD })).json()).toMatchObject({
    twoFactorRedirect: true,
  });
  expect((await stranger.post('/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
  expect(await untold(owner)).toEqual([]);
});

test('what has just happened is left to who did it', async () => {
  const owner = await aVictim();
  await owner.browser.post('/auth/sign-out', {});
  await tellLate(next, audit, () => new Date())(null, JOB);
  expect(await owner.log()).toEqual(['SIGNED_IN']);
  expect(await untold(owner)).toHaveLength(1);
});

test('nothing that is noted is a secret', async () => {
  const owner = await aVictim();
  await owner.browser.post('/auth/request-password-reset', { email: owner.email });
  const token = new URL((await mailTo(world.domain, owner.email, 'reset-password')).data.url ?? '', PUBLIC_URL).searchParams.get('token');
  await world.site.browser().post('/auth/reset-password', { token, newPassword: 'another long password' });
  await until(async () => (await untold(owner)).length === 1);
  expect(await untold(owner)).toEqual([{ happening: { kind: 'PASSWORD_CHANGED', after: { by: 'mailed link' } } }]);
});
