import { codeOf } from '@atelier/testing/totp';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, PHONE, type Screen } from '../support/browser.ts';
import { linkIn, mailTo } from '../support/mail.ts';
import { atHome, forgetSession, openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import { withAuthenticator } from './authenticator.ts';

jest.setTimeout(90_000);

const EMAIL = 'noor@new-people.example';
const KENJI = 'kenji@northlight.example';

let pages: Pages;
let screen: Screen;
let other: Screen;
let owner: Screen;

beforeAll(async () => {
  pages = await openPages();
  screen = await pages.screen(PHONE);
  other = await pages.screen();
  owner = await pages.screen();
}, STARTS_WITHIN);
afterAll(() => pages.close());

const inFocus = (page: Page) => page.locator(':focus');

test('a passkey without a network says that nobody answered, and the other ways stay open', async () => {
  const { page, context } = screen;
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('KENJI@Northlight.Example');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('The server did not answer').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
});

test('a stolen password is refused at its field, and what was typed stays', async () => {
  const { page } = screen;
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Noor Castell');
  await page.getByLabel('E-mail address').fill(EMAIL);
  const password = page.getByLabel('Password');
  await password.fill('password12');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByText('lists of stolen ones').waitFor();
  expect(await password.getAttribute('aria-invalid')).toBe('true');
  expect(await barriersOn(page)).toEqual([]);
  await password.fill('a kettle and four cups');
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
});

test('an address that was confirmed on the phone leads to sign-in on the laptop', async () => {
  const link = linkIn(pages.world, await mailTo(pages.world, EMAIL, 'verify-email'));
  for (const { page } of [screen, other]) {
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: /confirmed|no longer good/ }).waitFor();
  }
  await other.page.getByText('If you have confirmed the address already, sign in').waitFor();
  expect(await barriersOn(other.page)).toEqual([]);
  await other.page.getByRole('link', { name: 'Sign in' }).click();
  await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('a used link to choose a password says so before anything is typed', async () => {
  const { page } = screen;
  await page.goto('/forgot-password');
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByRole('button', { name: 'Mail me the link' }).click();
  const link = linkIn(pages.world, await mailTo(pages.world, EMAIL, 'reset-password'));
  await page.goto(link);
  await page.getByLabel('New password').fill('two kettles and a cup');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByRole('heading', { name: 'Your password is new' }).waitFor();
  await page.goto(link);
  await page.getByRole('heading', { name: 'This link is no longer good' }).waitFor();
  expect(await page.getByLabel('New password').count()).toBe(0);
  await page.getByRole('link', { name: 'Mail me a new link' }).waitFor();
});

test('who signs up on the laptop and confirms on the phone chooses a password there, and signs in by it', async () => {
  const email = 'teo@new-people.example';
  const [laptop, phone] = [await pages.screen(), await pages.screen(PHONE)];
  await laptop.page.goto('/sign-up');
  await laptop.page.getByLabel('Your name').fill('Teo Castell');
  await laptop.page.getByLabel('E-mail address').fill(email);
  await laptop.page.getByLabel('Password').fill('a kettle and four cups');
  await laptop.page.getByRole('button', { name: 'Make an account' }).click();
  await laptop.page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
  const { page } = phone;
  await page.goto(linkIn(pages.world, await mailTo(pages.world, email, 'verify-email')));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Choose a password' }).click();
  await page.getByLabel('New password').fill('two kettles and a cup');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('two kettles and a cup');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: /studio/i }).waitFor();
});

test('a set-up goes on after a reload with the picture that was scanned, and codes that nobody has kept stay, and say why', async () => {
  const { page } = other;
  await signIn(page, KENJI);
  await atHome(page);
  await page.goto('/s/northlight/settings/security');
  await page.getByRole('button', { name: 'Set up an app' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' });
  const scanned = await dialog.locator('code').textContent();
  await page.reload();
  await page.getByRole('button', { name: 'Set up an app' }).click();
  await dialog.getByLabel('Code that the app shows').and(page.locator(':focus')).waitFor();
  expect(await dialog.locator('code').textContent()).toBe(scanned);
  const secret = (scanned ?? '').replaceAll(' ', '');
  const code = codeOf(`otpauth://totp/Atelier?secret=${secret}`);
  await page.keyboard.type(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.keyboard.press('Enter');
  const shown = page.getByRole('dialog', { name: 'Your recovery codes' });
  await shown.waitFor();
  await page.keyboard.press('Escape');
  await shown.getByText('Keep them first').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await shown.getByLabel('I have kept them in a safe place').check();
  await page.keyboard.press('Escape');
  await page.getByText('10 recovery codes are left').waitFor();
});

test('the second step waits for its code with the focus on it', async () => {
  const { page } = other;
  await forgetSession(page);
  await signIn(page, KENJI);
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  expect(await inFocus(page).getAttribute('name')).toBe('code');
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  expect(await inFocus(page).getAttribute('name')).toBe('code');
});

/** A name of sixty letters without a space. */
const LONG = 'Wandbildergenossenschaft'.repeat(3).slice(0, 60);

test('a role that could not be changed without a network is not said to be forbidden', async () => {
  const { page, context } = owner;
  await signIn(page, 'ingrid@northlight.example', '/s/northlight/settings/members');
  const role = page.getByLabel('Role of Paula Stein');
  await role.waitFor();
  await context.setOffline(true);
  await role.selectOption({ label: 'Manager' });
  await page.getByText('Paula Stein stays Accountant: the server did not agree.').waitFor();
  await context.setOffline(false);
  expect(await role.inputValue()).toBe('ACCOUNTANT');
});

test('a name without a space stays inside of its dialog, and leaves the moments of the audit log their room', async () => {
  const { page } = owner;
  await page.goto('/s/northlight/settings/api-keys');
  await page.getByRole('button', { name: 'New key' }).first().click();
  await page.getByLabel('What it is for').fill(LONG);
  await page.getByLabel('Read projects').check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const title = page.getByRole('heading', { name: 'The key' });
  await title.waitFor();
  expect(await title.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.goto('/s/northlight/settings/audit-log');
  const line = page.getByRole('row').filter({ hasText: LONG }).first();
  await line.waitFor();
  // One line, not a column of words.
  expect((await line.getByRole('time').boundingBox())?.height).toBeLessThan(30);
});

test("one's own address in capitals is no new one, and says so at its field", async () => {
  const { page } = owner;
  await page.goto('/s/northlight/settings/security');
  const address = page.getByLabel('New address');
  await address.fill('INGRID@northlight.example');
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByText('This is your address already.').waitFor();
  expect(await address.getAttribute('aria-invalid')).toBe('true');
  await address.fill('ingrid@new-people.example');
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByRole('button', { name: 'Another address' }).click();
  await page.waitForFunction('document.activeElement.name === "email"');
});

test('a passkey with a long name keeps clear of its buttons; once removed, the focus is where another one is made', async () => {
  const { page } = owner;
  await withAuthenticator(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const add = page.getByRole('button', { name: 'Add a passkey' });
  await add.click();
  await page.getByLabel('Name of the passkey').fill(LONG);
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  const name = page.getByRole('listitem').getByText(LONG, { exact: true });
  await name.waitFor();
  expect(await name.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await page.getByRole('button', { name: `Remove ${LONG}` }).click();
  await name.waitFor({ state: 'detached' });
  expect(await inFocus(page).textContent()).toBe('Add a passkey');
});

test('no page threw anything that nobody caught', () => {
  expect({ screen: screen.problems, other: other.problems, owner: owner.problems }).toEqual({ screen: [], other: [], owner: [] });
});
