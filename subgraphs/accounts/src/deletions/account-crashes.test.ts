import { until } from '@atelier/testing/until';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Accounts } from '../testing/accounts.ts';
import { type Site, startSite } from '../testing/browser.ts';
import { askForAccountDeletion, passDays, prove, receiptOf, report, sweep, toldOf } from '../testing/leaving.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
let site: Site;
let today: Date;
let expected: unknown;
beforeAll(async () => {
  ({ domain, site } = await startSite());
  await domain.db.admin.query(`create schema crash;
    create function crash.now() returns trigger language plpgsql as $$ begin raise exception 'the process died here'; end $$`);
  today = domain.clock.now;
  const undisturbed = await somebodyDue();
  await sweep(domain);
  expected = await receipt(undisturbed);
});
// Receipts name days: everybody goes on the same.
beforeEach(() => {
  domain.clock.now = today;
});
afterEach(() => heal());
afterAll(() => site.close());

/** Somebody who is about to go, with all that is erased. */
interface Leaving {
  ana: MemberFixture;
  /** Where they are alone. */
  own: StudioFixture;
  /** Where they are a member, and were one, in the order in which they are left. */
  left: StudioFixture[];
}

async function somebodyDue(): Promise<Leaving> {
  const [studio, past, own] = [await aStudio(domain), await aStudio(domain), await aStudio(domain)];
  await aMember(domain, studio, 'owner');
  const boss = await aMember(domain, past, 'owner');
  const ana = await aMember(domain, studio, 'artist');
  const then = await aMember(domain, past, 'manager', ana);
  await aMember(domain, own, 'owner', ana);
  await domain.ask(boss.viewer, 'mutation ($id: ID!) { removeMember(input: { id: $id }) { __typename } }', { id: then.id });
  const inviting = await aMember(domain, await aStudio(domain), 'owner');
  await domain.ask(inviting.viewer, 'mutation ($to: String!) { inviteMember(input: { email: $to, role: ARTIST }) { __typename } }', {
    to: ana.email,
  });
  await prove(domain, ana);
  await askForAccountDeletion(domain, ana);
  passDays(domain, 14);
  return { ana, own, left: [studio, past] };
}

/** What is done to a table dies: with the statement, or with the commit. */
async function crashAt(at: { table: string; on: 'insert' | 'update' | 'delete'; of?: string; when?: 'commit' }): Promise<void> {
  const where = at.of === undefined ? '' : `when (${at.of})`;
  await domain.db.admin.query(
    at.when === 'commit'
      ? `create constraint trigger crash after ${at.on} on ${at.table} deferrable initially deferred for each row ${where} execute function crash.now()`
      : `create trigger crash before ${at.on} on ${at.table} for each row ${where} execute function crash.now()`,
  );
}

async function heal(): Promise<void> {
  const { rows } = await domain.db.admin.query<{ table: string }>(
    `select tgrelid::regclass::text as table from pg_trigger where tgname = 'crash'`,
  );
  for (const { table } of rows) await domain.db.admin.query(`drop trigger crash on ${table}`);
}

/** Runs what is due until it dies, and for good: the next one knows nothing of it. */
async function sweepDies(): Promise<void> {
  const { rows } = await domain.db.admin.query<{ id: string }>(`select id::text from accounts_jobs.add_job('deletions.sweep')`);
  const find = `from accounts_jobs._private_jobs where id = $1 and last_error like '%the process died here%' and locked_at is null`;
  await until(async () => (await domain.db.admin.query(`select ${find}`, [rows[0]?.id])).rowCount === 1);
  await domain.db.admin.query(`delete ${find}`, [rows[0]?.id]);
}

/** What the receipt says, once everybody who was told has answered. */
async function receipt({ ana, own, left }: Leaving): Promise<unknown> {
  const told = [
    await toldOf(domain, 'studio.removed', own.uuid),
    ...(await Promise.all(left.map(({ uuid }) => toldOf(domain, 'person.erased', uuid)))),
  ];
  for (const event of told) for (const name of ['messaging', 'projects']) await report(domain, event, name);
  const answer = await site.browser().get(`${await receiptOf(domain, ana.email)}.json`);
  return answer.json<{ tables: unknown }>().tables;
}

const MOMENTS: [string, (who: Leaving) => Parameters<typeof crashAt>[0]][] = [
  ['before it has begun', () => ({ table: 'accounts.erasures', on: 'insert' })],
  ['before their own studio goes', ({ own }) => ({ table: 'accounts.studios', on: 'delete', of: `old.id = '${own.uuid}'` })],
  ['before they leave the first studio', () => ({ table: 'accounts.members', on: 'delete' })],
  ['before they leave the last studio', () => ({ table: 'accounts.former_members', on: 'delete' })],
  ['before invitations to them go', () => ({ table: 'accounts.invitations', on: 'delete' })],
  ['before the account goes', () => ({ table: 'auth.users', on: 'delete' })],
  ['while the account goes', () => ({ table: 'auth.users', on: 'delete', when: 'commit' })],
  ['after the account has gone', () => ({ table: 'accounts.erasures', on: 'update', of: 'new.told_at is not null' })],
  ['while the receipt is closed', () => ({ table: 'accounts.erasures', on: 'update', of: 'new.told_at is not null', when: 'commit' })],
];

test.each(MOMENTS)('a receipt says the same as without it when the process dies %s', async (_moment, momentOf) => {
  const who = await somebodyDue();
  await crashAt(momentOf(who));
  await sweepDies();
  await heal();
  await sweep(domain);
  expect(await receipt(who)).toEqual(expected);
});

test('two runs at the same time erase a person once, and say so once', async () => {
  const who = await somebodyDue();
  const [first] = who.left;
  const holder = await domain.db.admin.connect();
  try {
    await holder.query('begin');
    await holder.query('select from accounts.studios where id = $1 for update', [first?.uuid]);
    const runs = [sweep(domain), sweep(domain)];
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await until(async () => (await domain.db.admin.query(waiting)).rowCount === 2);
    await holder.query('commit');
    await Promise.all(runs);
  } finally {
    holder.release();
  }
  expect(await receipt(who)).toEqual(expected);
  expect(domain.events.filter(({ type, studioId }) => type === 'member.removed' && studioId === first?.uuid)).toHaveLength(1);
});
