import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, type Screen } from '../support/browser.ts';
import { atHome, openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import type { Person } from '../support/person.ts';
import { ids } from '../support/scene.ts';

jest.setTimeout(90_000);

const THEO = 'theo@northlight.example';
const STUDIO_GOES = 'This studio is going to be deleted.';
const ACCOUNT_GOES = 'Your account is going to be deleted.';
const STEP_IS_DUE = 'The studio asks for a second step at sign-in.';

let pages: Pages;
let ingrid: Screen;
let theo: Screen;
/** Ingrid's second tab. */
let tab: Page;
/** The two at other devices of theirs. */
let asIngrid: Person;
let asTheo: Person;

beforeAll(async () => {
  pages = await openPages();
  ingrid = await pages.screen();
  theo = await pages.screen();
  asIngrid = await pages.world.signIn('ingrid@northlight.example', 'northlight');
  asTheo = await pages.world.signIn(THEO, 'northlight');
}, STARTS_WITHIN);
afterAll(() => pages.close());

/** Everything that stands in this page's memory is gone after a reload: this too. */
const mark = (page: Page): Promise<void> => page.evaluate(() => void Object.assign(globalThis, { marked: true }));
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => 'marked' in globalThis);

const told = (page: Page, words: string) => page.getByText(words).waitFor();
const gone = (page: Page, words: string) => page.getByText(words).waitFor({ state: 'detached' });

test('when an owner deletes the studio, every open page of it says so at once; undone in another tab, it is gone from all', async () => {
  await signIn(ingrid.page, 'ingrid@northlight.example');
  await atHome(ingrid.page);
  tab = await ingrid.context.newPage();
  await tab.goto('/s/northlight/projects');
  await atHome(tab);
  await signIn(theo.page, THEO, '/s/northlight/settings/profile');
  await theo.page.getByRole('link', { name: 'API keys' }).waitFor();
  for (const page of [tab, theo.page]) await mark(page);

  const { page } = ingrid;
  await page.goto('/s/northlight/settings/studio');
  await page.getByRole('button', { name: 'Delete the studio' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Northlight?' });
  await dialog.getByLabel(/Type the studio’s name/).fill('Northlight');
  await page.keyboard.press('Enter');
  for (const each of [page, tab, theo.page]) await told(each, STUDIO_GOES);
  expect(await barriersOn(theo.page)).toEqual([]);
  expect(await theo.page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  await tab.getByRole('button', { name: 'Undo' }).click();
  for (const each of [page, tab, theo.page]) await gone(each, STUDIO_GOES);
});

const askForStep = (days: number | null) =>
  asIngrid.get('mutation ($input: RequireSecondFactorInput!) { requireSecondFactor(input: $input) { __typename } }', { input: { days } });

test('a second step that the studio asks for is told on open pages, and so is that it no longer does', async () => {
  await askForStep(7);
  for (const page of [tab, theo.page]) await told(page, STEP_IS_DUE);
  await askForStep(null);
  for (const page of [tab, theo.page]) await gone(page, STEP_IS_DUE);
});

test('what changes after a page was answered and before its line is open is told, too', async () => {
  const page = await theo.context.newPage();
  const opening = Promise.withResolvers<void>();
  await page.routeWebSocket('**/graphql', async (socket) => {
    await opening.promise;
    socket.connectToServer();
  });
  await page.goto('/s/northlight/projects');
  await atHome(page);
  await askForStep(7);
  await told(theo.page, STEP_IS_DUE);
  expect(await page.getByText(STEP_IS_DUE).count()).toBe(0);
  opening.resolve();
  await told(page, STEP_IS_DUE);
  await askForStep(null);
  await gone(page, STEP_IS_DUE);
  await page.close();
});

test('who deletes their account on one device reads it on the other, and nobody else does', async () => {
  await asTheo.get('mutation ($input: RequestAccountDeletionInput!) { requestAccountDeletion(input: $input) { __typename } }', {
    input: { email: THEO },
  });
  await told(theo.page, ACCOUNT_GOES);
  expect(await tab.getByText(ACCOUNT_GOES).count()).toBe(0);
  await asTheo.get('mutation { cancelAccountDeletion { __typename } }');
  await gone(theo.page, ACCOUNT_GOES);
});

test('whose role changes loses and gains what it opens, where they are', async () => {
  const { page } = theo;
  const become = (role: string) =>
    asIngrid.get('mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { __typename } }', {
      input: { id: ids.theo, role },
    });
  await become('ACCOUNTANT');
  for (const name of ['API keys', 'Audit log', 'Trash']) await page.getByRole('link', { name }).waitFor({ state: 'detached' });
  expect(await barriersOn(page)).toEqual([]);
  await become('ADMIN');
  for (const name of ['API keys', 'Audit log', 'Trash']) await page.getByRole('link', { name }).waitFor();
});

test('no page was loaded anew for it, or threw anything that nobody caught', async () => {
  for (const page of [tab, theo.page]) expect(await isMarked(page)).toBe(true);
  expect([ingrid, theo].flatMap(({ problems }) => problems)).toEqual([]);
});
