import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { barriersOn, PHONE, type Screen } from '../support/browser.ts';
import { atHome, forgetSession, openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import type { World } from '../support/world.ts';
import { withAuthenticator } from './authenticator.ts';
import { followMail } from './mail.ts';

jest.setTimeout(90_000);

const EMAIL = 'ingrid@northlight.example';

let world: World;
let pages: Pages;
let laptop: Screen;
let phone: Screen;

beforeAll(async () => {
  pages = await openPages();
  ({ world } = pages);
  laptop = await pages.screen();
  phone = await pages.screen(PHONE);
  await withAuthenticator(laptop.page);
}, STARTS_WITHIN);
afterAll(() => pages.close());

test('an owner makes a passkey, after showing once more who it is', async () => {
  const { page } = laptop;
  await signIn(page, EMAIL);
  await atHome(page);
  await world.db.admin.query('update auth.sessions set proved_at = null');
  await page.goto('/s/northlight/settings/security');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it you?' });
  await dialog.getByLabel('Your password').fill('not the password');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText('not your present password').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByLabel('Your password').fill(DEMO_PASSWORD);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Rename Laptop' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
});

test('a passkey gets a name of its own', async () => {
  const { page } = laptop;
  await page.getByRole('button', { name: 'Rename Laptop' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Drawing desk');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Rename Drawing desk' }).waitFor();
});

test('it signs in without a password, and as the second step after one', async () => {
  const { page } = laptop;
  await forgetSession(page);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await atHome(page);
  await forgetSession(page);
  await signIn(page, EMAIL);
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use the passkey' }).click();
  await atHome(page);
});

test('without it the password alone lets nobody in', async () => {
  await signIn(phone.page, EMAIL);
  await phone.page.getByRole('heading', { name: 'One more step' }).waitFor();
  expect(await barriersOn(phone.page)).toEqual([]);
  await phone.page.goto('/s/northlight');
  await phone.page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('once removed it is asked for no more', async () => {
  const { page } = laptop;
  await page.goto('/s/northlight/settings/security');
  await page.getByRole('button', { name: 'Remove Drawing desk' }).click();
  await page.getByText('Drawing desk no longer signs in').waitFor();
  await signIn(phone.page, EMAIL);
  await atHome(phone.page);
});

test('the sign-in on the telephone was mailed, and the mail ends it', async () => {
  const { page } = laptop;
  await followMail(page, EMAIL, /new device/);
  await page.getByRole('heading', { name: 'Sign that device out?' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign it out' }).click();
  await page.getByRole('heading', { name: 'That device is signed out' }).waitFor();
  await phone.page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('no page threw anything that nobody caught', () => {
  expect([...laptop.problems, ...phone.problems]).toEqual([]);
});
