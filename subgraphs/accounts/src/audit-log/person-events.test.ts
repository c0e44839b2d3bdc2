import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { aMember, aPerson, aStudio, type Person, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
let site: Site;
let studio: StudioFixture;
let browser: Browser;
let email: string;
let owner: Person;
let person: Person;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner');
  browser = site.browser({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
  email = `person-${++people}@events.example`;
  await browser.post('/auth/sign-up/email', { email, password: PASSWORD, name: 'Kenji Mori' });
  const { rows } = await domain.db.admin.query<{ id: string }>(
    'update auth.users set email_verified = true where email = $1 returning id',
    [email],
  );
  person = { ...(await aPerson(domain)), userId: rows[0]?.id ?? '' };
  person.viewer = { kind: 'user', userId: person.userId, sessionId: person.sessionId, studio: null };
  await aMember(domain, studio, 'artist', person);
});
afterAll(() => site.close());

const PASSWORD = 'a good long password';
let people = 0;
const signIn = (password = PASSWORD) => browser.post('/auth/sign-in/email', { email, password });

interface Line {
  kind: string;
  actorKind: string;
  address: string | null;
  device: string | null;
  targetName: string | null;
  actorName: string | null;
}
type Owned = { auditLog: { nodes: Line[] } };
const LINES = '{ nodes { kind actorKind actorName targetName address device } }';
async function inStudio(): Promise<Line[]> {
  const { data } = await domain.ask(owner.viewer, `{ studio { auditLog ${LINES} } }`);
  return (data as { studio: Owned }).studio.auditLog.nodes;
}
async function own(): Promise<Line[]> {
  const { data } = await domain.ask(person.viewer, `{ viewer { user { auditLog ${LINES} } } }`);
  return (data as { viewer: { user: Owned } }).viewer.user.auditLog.nodes;
}
/** Waits until the newest line is of a kind: it is written when the answer has left. */
async function newest(kind: string): Promise<Line> {
  await until(async () => (await inStudio())[0]?.kind === kind);
  const [line] = await inStudio();
  if (line === undefined) throw new Error('No line.');
  return line;
}

test('who signs in and out shows in the studios that the account opens, and in the person’s own log', async () => {
  expect((await signIn()).status).toBe(200);
  const line = { actorKind: 'MEMBER', actorName: 'Kenji Mori', targetName: 'Kenji Mori', device: 'Firefox on Linux' };
  expect(await newest('SIGNED_IN')).toMatchObject({ ...line, address: expect.stringMatching(/^198\.51\.100\.\d+$/) });
  await browser.post('/auth/sign-out', {});
  expect(await newest('SIGNED_OUT')).toMatchObject(line);
  expect((await own()).map(({ kind }) => kind)).toEqual(['SIGNED_OUT', 'SIGNED_IN']);
  expect((await domain.ask(owner.viewer, `{ viewer { user { auditLog ${LINES} } } }`)).data).toEqual({
    viewer: { user: { auditLog: { nodes: [] } } },
  });
});

test('a wrong password is the doing of a stranger, and names whose account it was', async () => {
  expect((await signIn('not the password')).status).toBe(401);
  expect(await newest('SIGN_IN_FAILED')).toMatchObject({ actorKind: 'STRANGER', actorName: null, targetName: 'Kenji Mori' });
  expect((await own())[0]).toMatchObject({ kind: 'SIGN_IN_FAILED', actorKind: 'STRANGER' });
});

test('an address without an account leaves no line anywhere', async () => {
  const lines = async () => (await domain.db.admin.query('select from accounts.audit_log')).rowCount;
  const before = await lines();
  await browser.post('/auth/sign-in/email', { email: 'nobody@events.example', password: PASSWORD });
  await signIn('not the password');
  // The one that was there before this one in the queue would be there, too.
  await newest('SIGN_IN_FAILED');
  await until(async () => (await lines()) === (before ?? 0) + 2);
});

test('a changed password, a forgotten one and an ended session are told', async () => {
  await signIn();
  await newest('SIGNED_IN');
  await browser.post('/auth/change-password', { currentPassword: PASSWORD, newPassword: 'another long password' });
  await newest('PASSWORD_CHANGED');
  await browser.post('/auth/request-password-reset', { email });
  const mail = () => domain.mails().find(({ template, to }) => template === 'reset-password' && 'email' in to && to.email === email);
  await until(() => mail() !== undefined);
  const token = new URL(mail()?.data.url ?? '', PUBLIC_URL).searchParams.get('token');
  await browser.post('/auth/reset-password', { token, newPassword: 'a third long password' });
  await until(async () => (await own()).filter(({ kind }) => kind === 'PASSWORD_CHANGED').length === 2);
  await signIn('a third long password');
  await newest('SIGNED_IN');
  const { rows } = await domain.db.admin.query<{ id: string }>('select id from auth.sessions where user_id = $1', [person.userId]);
  const viewer = { kind: 'user' as const, userId: person.userId, sessionId: rows[0]?.id ?? '', studio: null };
  await domain.db.admin.query(
    `insert into auth.sessions (id, user_id, token, expires_at) values (gen_random_uuid(), $1, gen_random_uuid(), now() + interval '1 day')`,
    [person.userId],
  );
  await domain.ask(viewer, 'mutation { revokeOtherSessions { __typename } }');
  expect(await newest('SESSION_ENDED')).toMatchObject({ device: 'Firefox on Linux' });
});

test('no line holds a password', async () => {
  const { rows } = await domain.db.admin.query<{ row: string }>('select l::text as row from accounts.audit_log l');
  expect(rows.length).toBeGreaterThan(0);
  for (const { row } of rows) expect(row).not.toMatch(/long password|not the password/);
});
