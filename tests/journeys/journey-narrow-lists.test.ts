import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Screen } from '../support/browser.ts';
import { atHome, openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';

jest.setTimeout(60_000);

let pages: Pages;
let ingrid: Screen;

beforeAll(async () => {
  pages = await openPages();
  ingrid = await pages.screen();
  await signIn(ingrid.page, 'ingrid@northlight.example');
  await atHome(ingrid.page);
}, STARTS_WITHIN);
afterAll(() => pages.close());

const addressSays = (words: string) => ingrid.page.waitForURL((url) => url.search === words);

test.each([
  ['Projects', 'Find a project'],
  ['Clients', 'Find a client by name, person or address'],
])('%s are narrowed by what is typed, and their own link shows all of them again', async (place, box) => {
  const { page } = ingrid;
  const link = page.getByRole('link', { name: place, exact: true });
  const words = page.getByRole('searchbox', { name: box });
  await link.click();
  await words.fill('zebra');
  await addressSays('?q=zebra');
  await link.click();
  await addressSays('');
  await page.getByRole('searchbox', { name: box }).and(page.locator('[value=""]')).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('a list of projects is narrowed to a status, and by one press no longer', async () => {
  const { page } = ingrid;
  await page.getByRole('link', { name: 'Projects', exact: true }).click();
  const status = page.getByLabel('Status', { exact: true });
  await status.selectOption('Delivered');
  await addressSays('?status=DONE');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await addressSays('');
  expect(await status.inputValue()).toBe('');
  expect(ingrid.problems).toEqual([]);
});
