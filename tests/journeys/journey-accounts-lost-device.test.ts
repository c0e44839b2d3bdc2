import { codeOf } from '@atelier/testing/totp';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { barriersOn, type Screen } from '../support/browser.ts';
import { atHome, forgetSession, openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import { followMail } from './mail.ts';

jest.setTimeout(90_000);

const EMAIL = 'ingrid@northlight.example';
const DAY_MS = 24 * 3_600_000;

let pages: Pages;
let screen: Screen;
let ahead = 0;
let codes: string[] = [];
let secret = '';

beforeAll(async () => {
  pages = await openPages({ now: () => new Date(Date.now() + ahead) });
  screen = await pages.screen();
}, STARTS_WITHIN);
afterAll(() => pages.close());

async function comeBack({ page }: Screen): Promise<void> {
  await forgetSession(page);
  await signIn(page, EMAIL);
}

test('an owner sets an authenticator app up and keeps the recovery codes', async () => {
  const { page } = screen;
  await comeBack(screen);
  await atHome(screen.page);
  await page.goto('/s/northlight/settings/security');
  await page.getByRole('button', { name: 'Set up an app' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' });
  secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByLabel('Code that the app shows').fill(codeOf(`otpauth://totp/Atelier?secret=${secret}`));
  await dialog.getByRole('button', { name: 'Switch it on' }).click();
  const shown = page.getByRole('dialog', { name: 'Your recovery codes' });
  await shown.waitFor();
  codes = await shown.getByRole('listitem').allTextContents();
  expect(codes).toHaveLength(10);
  expect(await barriersOn(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), shown.getByRole('link', { name: 'Save as a file' }).click()]);
  expect(file.suggestedFilename()).toBe('atelier-recovery-codes.txt');
  await shown.getByLabel('I have kept them in a safe place').check();
  await shown.getByRole('button', { name: 'Done' }).click();
  await page.getByText('10 recovery codes are left').waitFor();
});

test('the telephone is lost: a recovery code lets in, once', async () => {
  const { page } = screen;
  await comeBack(screen);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill('AAAA-BBBB-CCCC-DDDD');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('This recovery code is not right').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByLabel('Recovery code').fill(codes[0]?.toLowerCase() ?? '');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await atHome(screen.page);
  await page.goto('/s/northlight/settings/security');
  await page.getByText('9 recovery codes are left').waitFor();
});

test('the codes are lost as well: a mailed link takes the second step off, after a day', async () => {
  const { page } = screen;
  await comeBack(screen);
  await page.getByRole('button', { name: 'I have lost all of it' }).click();
  await page.getByRole('button', { name: 'Mail the link' }).click();
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await followMail(page, EMAIL, /without your second step/);
  await page.getByRole('heading', { name: 'Not yet' }).waitFor();
  const address = page.url();
  ahead = DAY_MS;
  await page.goto(address);
  await page.getByRole('button', { name: 'Take it off' }).click();
  await page.getByRole('heading', { name: 'The second step is off' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await comeBack(screen);
  await atHome(screen.page);
});

test('no page threw anything that nobody caught', () => {
  expect(screen.problems).toEqual([]);
});
