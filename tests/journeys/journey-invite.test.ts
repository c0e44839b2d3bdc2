import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, type Screen } from '../support/browser.ts';
import { openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import { followMail } from './mail.ts';

jest.setTimeout(90_000);

const EMAIL = 'ravi@new-people.example';
const PROJECT = 'Lowtide festival identity';
const TASK = 'Twelve day marks';

let pages: Pages;
let owner: Screen;
let colleague: Screen;

beforeAll(async () => {
  pages = await openPages();
  owner = await pages.screen();
  colleague = await pages.screen();
}, STARTS_WITHIN);
afterAll(() => pages.close());

async function openBoard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Projects', exact: true }).click();
  await page.getByRole('link', { name: PROJECT }).click();
  await page.getByRole('region', { name: 'In progress', exact: true }).getByRole('link', { name: TASK, exact: true }).waitFor();
}

test('an owner invites a colleague by mail', async () => {
  const { page } = owner;
  await signIn(page, 'ingrid@northlight.example', '/s/northlight/settings/members');
  await page.getByRole('list', { name: 'Members' }).getByText('Ingrid Solberg').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail address').fill(EMAIL);
  await dialog.getByRole('radio', { name: /^Artist/ }).check();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Mail the invitation' }).click();
  await page.getByRole('list', { name: 'Invited' }).getByText(EMAIL).waitFor();
});

test('the colleague follows the mail, makes an account and joins', async () => {
  const { page } = colleague;
  await followMail(page, EMAIL, /Northlight/);
  await page.getByRole('heading', { name: 'Northlight' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByLabel('Your name').fill('Ravi Anand');
  await page.getByLabel('Password').fill('a kettle and four cups');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
  await followMail(page, EMAIL, /confirm/i);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'Join Northlight' }).click();
  await page.getByRole('button', { name: 'Studio: Northlight. Change it' }).waitFor();
});

test('the two see each other at the board, and the colleague sees at once where a card was put', async () => {
  await openBoard(owner.page);
  await openBoard(colleague.page);
  await owner.page.getByRole('img', { name: 'Ravi Anand, here now' }).waitFor();
  await colleague.page.getByRole('img', { name: 'Ingrid Solberg, here now' }).waitFor();
  await owner.page.getByRole('region', { name: 'In progress', exact: true }).getByRole('link', { name: TASK, exact: true }).focus();
  for (const key of ['Space', 'ArrowRight', 'Space']) await owner.page.keyboard.press(key);
  await colleague.page.getByRole('region', { name: 'In review', exact: true }).getByRole('link', { name: TASK, exact: true }).waitFor();
  expect(await barriersOn(colleague.page)).toEqual([]);
});

test('a colleague who is taken out of the studio has nothing of it on the screen any more', async () => {
  const { page } = owner;
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('link', { name: 'Members', exact: true }).click();
  await page.getByRole('button', { name: 'Remove Ravi Anand' }).click();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove from the studio' }).click();
  await colleague.page.getByRole('heading', { name: PROJECT }).waitFor({ state: 'detached' });
  expect(await colleague.page.getByText(TASK).count()).toBe(0);
  await colleague.page.goto('/s/northlight');
  await colleague.page.getByRole('main').getByRole('heading').first().waitFor();
  expect(await colleague.page.getByText('Ingrid Solberg').or(colleague.page.getByText(PROJECT)).count()).toBe(0);
});

test('no page threw anything that nobody caught', () => {
  expect([...owner.problems, ...colleague.problems]).toEqual([]);
});
