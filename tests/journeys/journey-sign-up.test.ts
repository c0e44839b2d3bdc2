import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { barriersOn, PHONE, type Screen } from '../support/browser.ts';
import { openPages, type Pages, STARTS_WITHIN } from '../support/pages.ts';
import { followMail } from './mail.ts';

jest.setTimeout(90_000);

const EMAIL = 'noor@new-people.example';

let pages: Pages;
let screen: Screen;
let client: Screen;

beforeAll(async () => {
  pages = await openPages();
  screen = await pages.screen();
  client = await pages.screen(PHONE);
}, STARTS_WITHIN);
afterAll(() => pages.close());

test('somebody new makes an account and confirms the address by the mail', async () => {
  const { page } = screen;
  await page.goto('/');
  await page.getByRole('link', { name: 'Make an account' }).click();
  await page.getByRole('heading', { name: 'Make an account' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByLabel('Your name').fill('Noor Castell');
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByLabel('Password').fill('a kettle and four cups');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await followMail(page, EMAIL, /confirm/i);
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go on' }).click();
});

test('makes a studio, and is at home in it', async () => {
  const { page } = screen;
  await page.getByRole('heading', { name: 'Your studio' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByLabel('Name', { exact: true }).fill('Castell & Daughters');
  await page.getByRole('button', { name: 'Open the studio' }).click();
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
});

test('makes the first client with somebody to talk to', async () => {
  const { page } = screen;
  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  await page.getByRole('button', { name: 'New client' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Tea House');
  await dialog.getByLabel('Name of the person').fill('Mina Park');
  await dialog.getByLabel('E-mail address').fill('mina@tea-house.example');
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Make the client' }).click();
  await page.getByRole('heading', { name: 'Tea House' }).waitFor();
  await page.getByText('Mina Park').waitFor();
  expect(await barriersOn(page)).toEqual([]);
});

test('begins a project for that client and adds a task', async () => {
  const { page } = screen;
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.getByRole('button', { name: 'New project' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Tins for three teas');
  await dialog.getByLabel('Client').selectOption({ label: 'Tea House' });
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Begin the project' }).click();
  await page.getByRole('heading', { name: 'Tins for three teas' }).waitFor();
  await page.getByRole('button', { name: 'Add a task to To do' }).click();
  await page.getByLabel('New task in To do').fill('Draw the kettle');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'To do', exact: true }).getByRole('link', { name: 'Draw the kettle' }).waitFor();
  await page.reload();
  await page.getByRole('region', { name: 'To do', exact: true }).getByRole('link', { name: 'Draw the kettle' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
});

test('lets the client in by a link, who sees the project on a telephone', async () => {
  const { page } = screen;
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Let in', exact: true }).click();
  const address = await dialog.getByLabel('Address of the link').inputValue();
  expect(await barriersOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await client.page.goto(address);
  await client.page.getByRole('button').click();
  await client.page.getByRole('heading', { name: 'Tins for three teas' }).waitFor();
  // A task is for the team only until somebody says otherwise.
  expect(await client.page.getByText('Draw the kettle').count()).toBe(0);
  expect(await barriersOn(client.page)).toEqual([]);
});

test('finds the project at home, and all of the first steps taken but one', async () => {
  const { page } = screen;
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.getByRole('region', { name: 'Under way' }).getByRole('link', { name: 'Tins for three teas' }).waitFor();
  await page.getByRole('region', { name: 'First steps' }).getByText('4 of 5').waitFor();
  expect(await barriersOn(page)).toEqual([]);
});

test('no page threw anything that nobody caught', () => {
  expect([...screen.problems, ...client.problems]).toEqual([]);
});
