import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { barriersOn, type Screen } from '../support/browser.ts';
import { atHome, forgetSession, openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import type { World } from '../support/world.ts';
import { followMail } from './mail.ts';

jest.setTimeout(90_000);

const INGRID = 'ingrid@northlight.example';
const MARISOL = 'marisol@studio-marisol.example';
const DAY_MS = 24 * 3_600_000;

let world: World;
let pages: Pages;
let screen: Screen;
let ahead = 0;

beforeAll(async () => {
  pages = await openPages({ now: () => new Date(Date.now() + ahead) });
  ({ world } = pages);
  screen = await pages.screen();
}, STARTS_WITHIN);
afterAll(() => pages.close());

/** Signs in; what that proved is forgotten. */
async function comeBack({ page }: Screen, email: string): Promise<void> {
  await forgetSession(page);
  await signIn(page, email);
  await atHome(page);
  await world.db.admin.query('update auth.sessions set proved_at = null where user_id = (select id from auth.users where email = $1)', [
    email,
  ]);
}

async function prove({ page }: Screen): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Is it you?' });
  await dialog.getByLabel('Your password').fill(DEMO_PASSWORD);
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Go on' }).click();
}

/** Two weeks go by, and a night, in which what is due is carried out. Then it is today again: sign-in goes by the machine's clock. */
async function twoWeeksPass(): Promise<void> {
  ahead = 14 * DAY_MS + 60_000;
  const { rows } = await world.db.admin.query<{ id: string }>(`select id::text from accounts_jobs.add_job('deletions.sweep')`);
  await until(
    async () => (await world.db.admin.query('select from accounts_jobs._private_jobs where id = $1', [rows[0]?.id])).rowCount === 0,
  );
  ahead = 0;
}

/** Every table of every domain, queues included, in which a text stands. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await world.db.admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hits = await world.db.admin.query(`select from ${name} t where strpos(lower(t::text), lower($1)) > 0 limit 1`, [text]);
    if (hits.rowCount !== 0) found.push(name);
  }
  return found;
}

const tablesOnReceipt = async ({ page }: Screen): Promise<string[]> => {
  const answer = await page.request.get(`${page.url()}.json`);
  return ((await answer.json()) as { tables: { table: string }[] }).tables.map(({ table }) => table);
};

test('a guest who has a studio of her own deletes her account: she is told what goes and what stays', async () => {
  const { page } = screen;
  await comeBack(screen, MARISOL);
  await page.goto('/s/northlight/settings/security');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByText('go as well, with everything in them: Studio Marisol').waitFor();
  await dialog.getByText('What you made and wrote in Northlight').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByLabel(/Type your address/).fill('somebody@else.example');
  await dialog.getByRole('button', { name: 'Delete it in 14 days' }).click();
  await dialog.getByText('This is not what stands there').waitFor();
  await dialog.getByLabel(/Type your address/).fill(MARISOL);
  await dialog.getByRole('button', { name: 'Delete it in 14 days' }).click();
  await prove(screen);
  await page.getByText(/Your account goes on/).waitFor();
  expect(await barriersOn(page)).toEqual([]);
});

test('the banner undoes it, from whatever page; then she means it', async () => {
  const { page } = screen;
  await page.goto('/s/northlight');
  await page.getByText('14 days are left').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Your account is going to be deleted').waitFor({ state: 'detached' });
  await page.goto('/s/northlight/settings/security');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByLabel(/Type your address/).fill(MARISOL);
  await dialog.getByRole('button', { name: 'Delete it in 14 days' }).click();
  await page.getByText(/Your account goes on/).waitFor();
});

test('after two weeks nothing of her is left that her receipt does not name', async () => {
  const { page } = screen;
  const { rows } = await world.db.admin.query<{ id: string; memberId: string }>(
    `select u.id, m.id as "memberId" from auth.users u join accounts.members m on m.user_id = u.id
      join accounts.studios s on s.id = m.studio_id where u.email = $1 and s.slug = 'northlight'`,
    [MARISOL],
  );
  const [marisol] = rows;
  if (!marisol) throw new Error('There is no Marisol.');
  expect(await tablesWith(MARISOL)).toContain('auth.users');
  expect(await tablesWith('Marisol Vega')).toContain('accounts.audit_people');
  await twoWeeksPass();
  // In her language.
  await followMail(page, MARISOL, /Tu cuenta se ha eliminado/);
  await page.getByRole('heading', { name: 'The account is deleted' }).waitFor();
  await page.getByText('ma…@studio-marisol.example').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  const named = await tablesOnReceipt(screen);

  expect(await tablesWith(MARISOL)).toEqual([]);
  expect(await tablesWith('Marisol Vega')).toEqual([]);
  expect(named).toEqual(
    expect.arrayContaining(['auth.users', 'auth.sessions', 'accounts.members', 'accounts.studios', 'projects.comments']),
  );
  // What is left is an id that leads nowhere, where the receipt says so, and in queues until they are through.
  for (const id of [marisol.id, marisol.memberId]) {
    const left = (await tablesWith(id)).filter((table) => !table.includes('_jobs.'));
    expect(left.filter((table) => !named.includes(table))).toEqual([]);
  }
  expect((await world.db.admin.query('select from auth.users where id = $1', [marisol.id])).rowCount).toBe(0);
});

test('an owner keeps a copy, deletes the studio, and everybody in it is told', async () => {
  const { page } = screen;
  await comeBack(screen, INGRID);
  await page.goto('/s/northlight/settings/studio');
  await page.getByRole('link', { name: 'Export it first' }).click();
  await page.getByRole('button', { name: 'Export the studio' }).click();
  await prove(screen);
  await page.getByText('Ready', { exact: true }).waitFor();
  await world.db.admin.query('update auth.sessions set proved_at = null');
  await page.goto('/s/northlight/settings/studio');
  await page.getByRole('button', { name: 'Delete the studio' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Northlight?' });
  await dialog.getByLabel(/Type the studio’s name/).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  // By the keyboard alone: the field has what is typed, Enter sends it.
  await dialog.getByLabel(/Type the studio’s name/).focus();
  await page.keyboard.type('Northlight');
  await page.keyboard.press('Enter');
  await prove(screen);
  await page.getByRole('button', { name: 'Keep the studio' }).waitFor();
  await page.goto('/s/northlight');
  await page.getByText('Ingrid Solberg asked for it').waitFor();
  expect(await barriersOn(page)).toEqual([]);

  const other = await pages.screen();
  await comeBack(other, 'kenji@northlight.example');
  await other.page.getByText('This studio is going to be deleted').waitFor();
  expect(await other.page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  expect(other.problems).toEqual([]);
  await other.context.close();
});

test('she undoes it, deletes it again, and two weeks later nothing of the studio is left but what the receipt names', async () => {
  const { page } = screen;
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('This studio is going to be deleted').waitFor({ state: 'detached' });
  await page.goto('/s/northlight/settings/studio');
  await page.getByRole('button', { name: 'Delete the studio' }).click();
  await page.getByLabel(/Type the studio’s name/).fill('northlight');
  await page.getByRole('button', { name: 'Delete it in 14 days' }).click();
  await page.getByRole('button', { name: 'Keep the studio' }).waitFor();
  const { rows } = await world.db.admin.query<{ id: string }>(`select id from accounts.studios where slug = 'northlight'`);
  const studioId = rows[0]?.id ?? '';
  await twoWeeksPass();
  await followMail(page, INGRID, /The studio is deleted/);
  await page.getByRole('heading', { name: 'The studio is deleted' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  const named = await tablesOnReceipt(screen);
  const left = (await tablesWith(studioId)).filter((table) => !table.includes('_jobs.'));
  expect(left.filter((table) => !named.includes(table) && table !== 'accounts.erasures')).toEqual([]);
  expect(named).toEqual(expect.arrayContaining(['projects.tasks', 'clients.clients', 'messaging.notifications', 'accounts.studios']));
});

test('no page threw anything that nobody caught', () => {
  expect(screen.problems).toEqual([]);
});
