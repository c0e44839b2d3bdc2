import { WORK } from '@atelier/service-kit/personal-data';
import type { Viewer } from '@atelier/service-kit/viewer';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Accounts } from '../testing/accounts.ts';
import { type Site, startSite } from '../testing/browser.ts';
import { askForAccountDeletion, passDays, prove, receiptOf, report, sweep, toldOf } from '../testing/leaving.ts';
import { aMember, aPerson, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import { mailTo } from '../testing/ways-in.ts';

let domain: Accounts;
let site: Site;
let studio: StudioFixture;
let own: StudioFixture;
let ana: MemberFixture;
let olga: MemberFixture;
let name: string;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  [studio, own] = [await aStudio(domain, { name: 'Northlight' }), await aStudio(domain, { name: 'Ana alone' })];
  olga = await aMember(domain, studio, 'owner', { name: 'Olga Berg' });
  name = `Anastasia Quill ${studio.slug}`;
  ana = await aMember(domain, studio, 'artist', { name });
  await aMember(domain, own, 'owner', ana);
  await prove(domain, ana);
});
afterAll(() => site.close());

const cancel = (who: MemberFixture) =>
  domain.ask(
    who.viewer,
    `mutation { cancelAccountDeletion { __typename ... on CancelAccountDeletionSuccess { user { deletion { dueAt } } }
      ... on AccountDeletionUnderWay { code } } }`,
  );
const ofSelf = async (who: MemberFixture, field: string): Promise<unknown> => {
  const { data } = await domain.ask(who.viewer, `{ viewer { user { ${field} } } }`);
  return (data?.viewer as { user: Record<string, unknown> } | undefined)?.user;
};
const deletionOf = (who: MemberFixture) => ofSelf(who, 'deletion { dueAt }');
const leavingOf = (who: MemberFixture) => ofSelf(who, 'leaving { gone { name } needOwner { name } left { name } }');
const count = async (sql: string, value: string) => (await domain.db.admin.query(sql, [value])).rowCount;
const isThere = async (who: MemberFixture) => (await count('select from auth.users where id = $1', who.userId)) === 1;

/** Every table of the database in which a text stands. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await domain.db.admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('accounts', 'auth', 'accounts_jobs')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hits = await domain.db.admin.query(`select from ${name} t where strpos(lower(t::text), lower($1)) > 0 limit 1`, [text]);
    if (hits.rowCount === 1) found.push(name);
  }
  return found;
}

test('a person who types their address and has just proven who they are goes in 14 days, and can undo it until then', async () => {
  expect((await askForAccountDeletion(domain, ana)).data?.requestAccountDeletion).toMatchObject({
    user: { deletion: { dueAt: new Date(domain.clock.now.getTime() + 14 * 86_400_000).toISOString() } },
  });
  await mailTo(domain, ana.email, 'account-deletion');
  passDays(domain, 13.9);
  await sweep(domain);
  expect((await cancel(ana)).data?.cancelAccountDeletion).toMatchObject({ user: { deletion: null } });
  await mailTo(domain, ana.email, 'account-deletion-undone');
  expect((await cancel(ana)).data?.cancelAccountDeletion).toMatchObject({ user: { deletion: null } });
  passDays(domain, 1);
  await sweep(domain);
  expect(await isThere(ana)).toBe(true);
  const kinds = await domain.db.admin.query('select kind from accounts.audit_log where studio_id = $1 order by number', [ana.userId]);
  expect(kinds.rows.map(({ kind }) => kind)).toEqual(['ACCOUNT_DELETION_REQUESTED', 'ACCOUNT_DELETION_CANCELLED']);
});

test('another address, or a proof that is too old, deletes nothing; a key and a stranger may not at all', async () => {
  expect((await askForAccountDeletion(domain, ana, olga.email)).data?.requestAccountDeletion).toMatchObject({ code: 'DOES_NOT_MATCH' });
  await domain.db.admin.query('update auth.sessions set proved_at = null where id = $1', [ana.sessionId]);
  expect((await askForAccountDeletion(domain, ana)).data?.requestAccountDeletion).toMatchObject({ code: 'FRESH_PROOF_NEEDED' });
  expect(await deletionOf(ana)).toEqual({ deletion: null });
  const stranger = { ...ana, viewer: { kind: 'anonymous' } as const };
  expect((await askForAccountDeletion(domain, stranger)).codes).toEqual(['UNAUTHENTICATED']);
  const viewer: Viewer = {
    kind: 'apiKey',
    keyId: ana.userId,
    userId: ana.userId,
    scopes: ['studio:read'],
    studio: { id: studio.uuid, memberId: ana.memberId, role: 'owner' },
  };
  expect((await askForAccountDeletion(domain, { ...ana, viewer })).codes).toEqual(['UNAUTHENTICATED']);
});

test('what becomes of each studio is told first, and the last owner of others is sent to make another one', async () => {
  expect(await leavingOf(ana)).toEqual({
    leaving: { gone: [{ name: 'Ana alone' }], needOwner: [], left: [{ name: 'Northlight' }] },
  });
  await prove(domain, olga);
  expect((await askForAccountDeletion(domain, olga)).data?.requestAccountDeletion).toEqual({
    __typename: 'StudiosNeedOwner',
    code: 'STUDIOS_NEED_OWNER',
    studios: [{ name: 'Northlight' }],
  });
  // An owner who is about to go as well is none to rely on.
  const second = await aMember(domain, studio, 'owner');
  await prove(domain, second);
  expect((await askForAccountDeletion(domain, second)).data?.requestAccountDeletion).toMatchObject({ user: {} });
  expect((await askForAccountDeletion(domain, olga)).data?.requestAccountDeletion).toMatchObject({ code: 'STUDIOS_NEED_OWNER' });
  // A studio that goes before them needs nobody.
  await prove(domain, olga);
  await domain.ask(olga.viewer, 'mutation { requestStudioDeletion(input: { name: "northlight" }) { __typename } }');
  expect((await askForAccountDeletion(domain, olga)).data?.requestAccountDeletion).toMatchObject({ user: {} });
});

test('whoever is the last owner when the day comes stays, and hears why', async () => {
  const second = await aMember(domain, studio, 'owner');
  await prove(domain, second);
  await askForAccountDeletion(domain, second);
  await domain.db.admin.query(`update accounts.members set role = 'artist' where id = $1`, [olga.memberId]);
  passDays(domain, 14);
  await sweep(domain);
  expect(await isThere(second)).toBe(true);
  expect(await deletionOf(second)).toEqual({ deletion: null });
  expect((await mailTo(domain, second.email, 'account-deletion-stopped')).data).toMatchObject({ studios: 'Northlight' });
});

test('when it is due the person is gone from every table, and the domains hear all ids that the person ever had', async () => {
  // A studio that they had left before, and one that had invited them.
  const past = await aStudio(domain);
  const boss = await aMember(domain, past, 'owner');
  const then = await aMember(domain, past, 'manager', ana);
  await domain.ask(then.viewer, 'mutation { createApiKey(input: { name: "x", scopes: [STUDIO_READ] }) { __typename } }');
  const removed = await domain.ask(boss.viewer, 'mutation ($id: ID!) { removeMember(input: { id: $id }) { __typename } }', { id: then.id });
  expect(removed.data).toEqual({ removeMember: { __typename: 'RemoveMemberSuccess' } });
  const inviting = await aMember(domain, await aStudio(domain), 'owner');
  await domain.ask(inviting.viewer, 'mutation ($to: String!) { inviteMember(input: { email: $to, role: ARTIST }) { __typename } }', {
    to: ana.email,
  });
  await askForAccountDeletion(domain, ana);
  expect(await tablesWith(name)).toEqual(expect.arrayContaining(['auth.users', 'accounts.audit_people']));
  expect(await tablesWith(ana.email)).toEqual(expect.arrayContaining(['auth.users', 'accounts.invitations']));

  passDays(domain, 14);
  await sweep(domain);
  expect(await tablesWith(name)).toEqual([]);
  expect(await tablesWith(ana.email)).toEqual([]);
  // As an id that leads nowhere, in what is kept and said in the receipt.
  const kept = ['accounts.activity', 'accounts.audit_heads', 'accounts.audit_log', 'accounts.erasures', 'accounts_jobs._private_jobs'];
  expect(kept).toEqual(expect.arrayContaining(await tablesWith(ana.userId)));
  expect(await count('select from accounts.members where studio_id = $1', studio.uuid)).toBe(1);
  expect(await count('select from accounts.studios where id = $1', own.uuid)).toBe(0);
  expect(domain.revoked).toContainEqual(expect.objectContaining({ userId: ana.userId }));
  expect((await toldOf(domain, 'person.erased', studio.uuid)).data).toMatchObject({ userId: ana.userId, memberIds: [ana.memberId] });
  expect((await toldOf(domain, 'person.erased', past.uuid)).data).toMatchObject({ memberIds: [then.memberId] });
  expect((await toldOf(domain, 'studio.removed', own.uuid)).data).toMatchObject({ studioId: own.uuid });
  // The others are who they were.
  expect(await tablesWith('Olga Berg')).toContain('auth.users');
});

test('the receipt is read at a secret link by whoever holds it, says what went and what stays, and names nobody', async () => {
  await askForAccountDeletion(domain, ana);
  passDays(domain, 14);
  await sweep(domain);
  const [left, gone] = [await toldOf(domain, 'person.erased', studio.uuid), await toldOf(domain, 'studio.removed', own.uuid)];
  const kept = { rows: 3, code: WORK.code, because: WORK.because, until: null };
  const holds = { en: 'What was said.', es: 'Lo que se dijo.' };
  const line = { table: 'projects.comments', holds, gone: 0, emptied: 1, kept };
  for (const event of [left, gone]) await report(domain, event, 'messaging');
  await report(domain, left, 'projects', [line]);
  expect(domain.mails().some(({ template, to }) => template === 'erasure-receipt' && 'email' in to && to.email === ana.email)).toBe(false);
  await report(domain, gone, 'projects', [{ ...line, gone: 2, emptied: 0, kept: null }]);

  const path = await receiptOf(domain, ana.email);
  const visitor = site.browser();
  const page = await visitor.get(path);
  expect(page.status).toBe(200);
  expect(page.text).toContain('The account is deleted');
  expect(page.text).toContain('<div>What was said.</div><span>2 entries</span>');
  expect(page.text).toContain(`<span>3 entries</span><small>${WORK.because.en} As long as the studio stands.</small>`);
  expect(page.text).toContain(`${ana.email.slice(0, 2)}…@people.example`);
  const json = await visitor.get(`${path}.json`);
  expect(json.json()).toMatchObject({ kind: 'ACCOUNT', answersMissing: 0, completedAt: domain.clock.now.toISOString() });
  expect(json.json<{ tables: { table: string; gone: number }[] }>().tables).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ table: 'auth.users', gone: 1 }),
      expect.objectContaining({ table: 'auth.sessions', gone: 1 }),
      expect.objectContaining({ table: 'accounts.members', gone: 2 }),
      expect.objectContaining({
        table: 'accounts.audit_log',
        kept: expect.objectContaining({ code: 'LOG_OF_ACCESS', because: expect.stringMatching(/security log/) }),
      }),
    ]),
  );
  const inSpanish = { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' };
  const spanish = await visitor.get(path, inSpanish);
  expect(spanish.text).toContain('<div>Lo que se dijo.</div><span>2 entradas</span>');
  expect(spanish.text).toContain(`<small>${WORK.because.es} Mientras exista el estudio.</small>`);
  expect(spanish.text).not.toMatch(/\b(the|was|whoever)\b/);
  expect((await visitor.get(`${path}.json`, inSpanish)).text).toContain(WORK.because.es);
  for (const answer of [page.text, spanish.text, json.text]) {
    for (const secret of ['Anastasia', 'Quill', ana.email, ana.userId, ana.memberId]) expect(answer).not.toContain(secret);
  }
  expect((await visitor.get(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
  passDays(domain, 89);
  expect((await visitor.get(path)).status).toBe(200);
  passDays(domain, 1);
  expect((await visitor.get(path)).status).toBe(404);
  expect((await visitor.get(`${path}.json`)).status).toBe(404);
});

test('a person who belongs to no studio goes, too', async () => {
  const alone = await aPerson(domain);
  await prove(domain, alone);
  await askForAccountDeletion(domain, alone);
  passDays(domain, 14);
  await sweep(domain);
  await receiptOf(domain, alone.email);
  expect(await count('select from auth.users where id = $1', alone.userId)).toBe(0);
});

test('their own log is forgotten 91 days later, and nobody else’s', async () => {
  await askForAccountDeletion(domain, ana);
  await prove(domain, olga);
  await domain.ask(olga.viewer, 'mutation { revokeOtherSessions { __typename } }');
  passDays(domain, 14);
  await sweep(domain);
  const forget = async (userId: string) => {
    const client = await domain.db.admin.connect();
    try {
      await client.query(`select set_config('app.studio', $1, false)`, [userId]);
      return (await client.query('select accounts.forget_audit_log() as lines')).rows[0]?.lines;
    } finally {
      await client.query(`select set_config('app.studio', '', false)`);
      client.release();
    }
  };
  expect(await forget(ana.userId)).toBe(0);
  await domain.db.admin.query(`update accounts.audit_log set at = now() - interval '91 days'`);
  expect(await forget(ana.userId)).toBeGreaterThan(0);
  expect(await forget(olga.userId)).toBe(0);
});

test('network addresses that asked are forgotten after a day, as the receipt says', async () => {
  const at = domain.clock.now.getTime();
  await domain.db.admin.query(
    `insert into auth.rate_limits (id, key, count, last_request) values (gen_random_uuid(), 'old', 1, $1), (gen_random_uuid(), 'new', 1, $2)`,
    [at - 25 * 3_600_000, at - 3_600_000],
  );
  const { rows } = await domain.db.admin.query<{ id: string }>(`select id::text from accounts_jobs.add_job('sign-in.sweep')`);
  await until(async () => (await count('select from accounts_jobs._private_jobs where id = $1', rows[0]?.id ?? '')) === 0);
  const left = await domain.db.admin.query(`select key from auth.rate_limits where key in ('old', 'new')`);
  expect(left.rows).toEqual([{ key: 'new' }]);
});
