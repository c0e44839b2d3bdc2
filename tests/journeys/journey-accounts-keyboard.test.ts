import { codeOf } from '@atelier/testing/totp';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { barriersOn, type Screen } from '../support/browser.ts';
import { linkIn, mailTo } from '../support/mail.ts';
import { openPages, type Pages, STARTS_WITHIN } from '../support/pages.ts';
import type { Person } from '../support/person.ts';
import type { World } from '../support/world.ts';
import { withAuthenticator } from './authenticator.ts';
import { type Keyboard, keysOnly } from './keyboard.ts';

jest.setTimeout(120_000);

const EMAIL = 'noor@new-people.example';
const PASSWORD = 'a kettle and four cups';
const SECURITY = '/s/castell-daughters/settings/security';

let world: World;
let pages: Pages;
let screen: Screen;
let keys: Keyboard;
let codes: string[] = [];

beforeAll(async () => {
  pages = await openPages();
  ({ world } = pages);
  screen = await pages.screen();
  await withAuthenticator(screen.page);
  keys = await keysOnly(screen.page);
}, STARTS_WITHIN);
afterAll(() => pages.close());

const button = (name: string | RegExp, within: Pick<Locator, 'getByRole'> = screen.page) =>
  within.getByRole('button', { name, exact: true });
const dialogCalled = (name: string) => screen.page.getByRole('dialog', { name });
/** Waits until the focus is there: after what closes, it comes back a moment later. */
const focusIsOn = (on: Locator) => on.and(screen.page.locator(':focus')).waitFor();

async function proveByPassword(): Promise<void> {
  const dialog = dialogCalled('Is it you?');
  await dialog.getByLabel('Your password').waitFor();
  await focusIsOn(dialog.getByLabel('Your password'));
  await keys.page.keyboard.type(PASSWORD);
  await keys.key('Enter');
}

test('a stranger signs up', async () => {
  const { page } = keys;
  await page.goto('/sign-in');
  await keys.press(page.getByRole('link', { name: 'Make an account' }));
  await page.getByRole('heading', { name: 'Make an account' }).waitFor();
  await page.reload();
  await page.getByLabel('Password').waitFor();
  expect((await keys.stops(5)).map((name) => name.split('As clients')[0])).toEqual([
    'Atelier',
    'Your name',
    'E-mail address',
    'Password',
    'Make an account',
  ]);
  await keys.type(page.getByLabel('Your name'), 'Noor Castell');
  await keys.type(page.getByLabel('E-mail address'), EMAIL);
  await keys.type(page.getByLabel('Password'), PASSWORD);
  await keys.key('Enter');
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
  await page.goto(linkIn(world, await mailTo(world, EMAIL, 'verify-email')));
  await keys.press(button('Confirm'));
  await keys.press(page.getByRole('link', { name: 'Go on' }));
  await page.getByRole('heading', { name: 'Your studio' }).waitFor();
  await keys.type(page.getByLabel('Name', { exact: true }), 'Castell & Daughters');
  await keys.key('Enter');
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
});

test('sets an authenticator app up; Escape leaves each dialog, and the focus is where it was', async () => {
  const { page } = keys;
  await page.goto(SECURITY);
  const setUp = button('Set up an app');
  await keys.press(setUp);
  await dialogCalled('Is it you?').getByLabel('Your password').waitFor();
  await keys.key('Escape');
  await focusIsOn(setUp);
  await keys.key('Enter');
  await proveByPassword();
  const dialog = dialogCalled('Set up an authenticator app');
  await dialog.waitFor();
  await keys.key('Escape');
  await dialog.waitFor({ state: 'detached' });
  await focusIsOn(setUp);
  await keys.key('Enter');
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await keys.type(dialog.getByLabel('Code that the app shows'), codeOf(`otpauth://totp/Atelier?secret=${secret}`));
  await keys.key('Enter');
  await dialogCalled('Your recovery codes').waitFor();
});

test('saves the recovery codes, which cannot be passed over', async () => {
  const dialog = dialogCalled('Your recovery codes');
  codes = await dialog.getByRole('listitem').allTextContents();
  await keys.key('Escape');
  expect(await dialog.isVisible()).toBe(true);
  const [file] = await Promise.all([keys.page.waitForEvent('download'), keys.press(dialog.getByRole('link', { name: 'Save as a file' }))]);
  expect(file.suggestedFilename()).toBe('atelier-recovery-codes.txt');
  await keys.press(dialog.getByLabel('I have kept them in a safe place'), 'Space');
  await keys.press(button('Done', dialog));
  await keys.page.getByText('10 recovery codes are left').waitFor();
  await focusIsOn(button('New recovery codes'));
});

test('adds a passkey, and signs in with it', async () => {
  const { page } = keys;
  await keys.press(button('Add a passkey'));
  await focusIsOn(page.getByLabel('Name of the passkey'));
  await keys.key('Escape');
  await focusIsOn(button('Add a passkey'));
  await keys.key('Enter');
  await page.keyboard.type('Laptop');
  await keys.key('Enter');
  await button('Rename Laptop').waitFor();
  await focusIsOn(button('Add a passkey'));
  // The way to the menu leads over the message.
  await page.getByText('Laptop signs in from now on').waitFor();
  await keys.press(button('Noor Castell: your menu'));
  await keys.reach(page.getByRole('menuitem', { name: 'Sign out' }), 'ArrowDown');
  await keys.key('Enter');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await keys.press(button('Use a passkey'));
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
});

test('makes an API key, and a new secret for it while the old one still works', async () => {
  const { page } = keys;
  await page.goto('/s/castell-daughters/settings/api-keys');
  await keys.press(button('New key'));
  const dialog = dialogCalled('New key');
  await keys.type(dialog.getByLabel('What it is for'), 'Bookkeeping');
  await keys.press(dialog.getByRole('checkbox').first(), 'Space');
  await keys.press(button('Make the key', dialog));
  await keys.press(button('I have kept it'));
  const rotate = button('New secret for Bookkeeping');
  await keys.press(rotate);
  const second = dialogCalled('A new secret for Bookkeeping');
  await second.waitFor();
  await keys.key('Escape');
  await focusIsOn(rotate);
  await keys.key('Enter');
  await keys.press(second.getByLabel('The old secret works'), 'ArrowDown');
  await keys.press(button('Make a new secret', second));
  await keys.press(button('I have kept it'));
  await page.getByText('The secret before ends').waitFor();
  await focusIsOn(rotate);
});

test('ends the sessions that run elsewhere', async () => {
  const { page } = keys;
  const others = [world.stranger(), world.stranger()];
  for (const [index, other] of others.entries()) {
    await other.post('/auth/sign-in/email', { email: EMAIL, password: PASSWORD });
    expect((await other.post('/auth/two-factor/verify-backup-code', { code: codes[index] })).status).toBe(200);
  }
  const isIn = async (who: Person) => (await (await who.fetch('/auth/get-session')).json()) !== null;
  expect(await Promise.all(others.map(isIn))).toEqual([true, true]);
  await page.goto(SECURITY);
  await keys.press(button('Sign out everywhere else'));
  await page.getByText('Signed out everywhere else').waitFor();
  expect(await Promise.all(others.map(isIn))).toEqual([false, false]);
  await page.getByText('This device').waitFor();
  expect(await barriersOn(page)).toEqual([]);
});

test('no pointer was used, and no page threw anything that nobody caught', () => {
  expect(keys.pointers()).toBe(0);
  expect(screen.problems).toEqual([]);
});
