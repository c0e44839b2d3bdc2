import { readFile } from 'node:fs/promises';
import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { readZip } from '@atelier/testing/zip';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { barriersOn, type Screen } from '../support/browser.ts';
import { atHome, forgetSession, openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import type { World } from '../support/world.ts';
import { followMail } from './mail.ts';

jest.setTimeout(90_000);

let world: World;
let pages: Pages;
let screen: Screen;
beforeAll(async () => {
  pages = await openPages();
  ({ world } = pages);
  screen = await pages.screen({ acceptDownloads: true });
}, STARTS_WITHIN);
afterAll(() => pages.close());

/** By the keyboard alone: goes on until what is wanted has the focus, and presses it. */
async function pressByKeyboard(name: RegExp): Promise<void> {
  const { page } = screen;
  const wanted = page.getByRole('button', { name });
  await wanted.waitFor();
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
  }
  expect(await wanted.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
}

/** The proof of signing in is over. */
const forgetProof = () => world.db.admin.query('update auth.sessions set proved_at = null');

async function prove(): Promise<void> {
  const dialog = screen.page.getByRole('dialog');
  await dialog.getByLabel('Password').waitFor();
  expect(await barriersOn(screen.page)).toEqual([]);
  await screen.page.keyboard.type(DEMO_PASSWORD);
  await screen.page.keyboard.press('Enter');
}

test('an owner exports the studio by the keyboard alone, shows that it is them, and downloads the file', async () => {
  const { page } = screen;
  await signIn(page, 'ingrid@northlight.example');
  await atHome(page);
  await page.goto('/s/northlight/settings/export');
  await page.getByText('Nothing was exported yet').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await forgetProof();
  await pressByKeyboard(/^Export the studio$/);
  await prove();
  await page.getByText('Ready', { exact: true }).waitFor();
  await page.getByText(/· 7 days left/).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await forgetProof();
  const download = page.waitForEvent('download');
  await pressByKeyboard(/^Download the export of/);
  await prove();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^atelier-northlight-\d{4}-\d\d-\d\d\.zip$/);
  const files = readZip(await readFile(await file.path()));
  expect(files.get('projects/projects.csv')?.toString()).toContain('Lowtide');
  expect(screen.problems).toEqual([]);
});

test('the mail that tells of it leads to its page, and the log says who took it', async () => {
  const { page } = screen;
  await followMail(page, 'ingrid@northlight.example', /^Your export is ready/);
  await page.getByText('Ready', { exact: true }).waitFor();
  await page.goto('/s/northlight/settings/audit-log?what=studio');
  await page.getByText('Downloaded an export').first().waitFor();
  await page.getByText('Asked for an export').first().waitFor();
});

test('an artist sees no export of the studio, and exports what is their own', async () => {
  const { page } = screen;
  await forgetSession(page);
  await signIn(page, 'kenji@northlight.example');
  await atHome(page);
  await page.goto('/s/northlight/settings/security');
  expect(await page.getByRole('link', { name: 'Export', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Export my data' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Download the export of/ }).click()]);
  const files = readZip(await readFile(await file.path()));
  expect(files.get('account/accounts/auth.users.json')?.toString()).toContain('kenji@northlight.example');
  expect(await barriersOn(page)).toEqual([]);
  await page.goto('/s/northlight/settings/export');
  await page.getByText('Exports are for the owners of the studio.').waitFor();
});
