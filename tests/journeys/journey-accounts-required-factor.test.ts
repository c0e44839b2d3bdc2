import { codeOf } from '@atelier/testing/totp';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { barriersOn, PHONE, type Screen } from '../support/browser.ts';
import { openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import type { World } from '../support/world.ts';
import { withAuthenticator } from './authenticator.ts';

jest.setTimeout(120_000);

let world: World;
let pages: Pages;
let ingrid: Screen;
let kenji: Screen;
let amara: Screen;

beforeAll(async () => {
  pages = await openPages();
  ({ world } = pages);
  ingrid = await pages.screen();
  kenji = await pages.screen(PHONE);
  amara = await pages.screen();
  await withAuthenticator(amara.page);
}, STARTS_WITHIN);
afterAll(() => pages.close());

async function come({ page }: Screen, name: string): Promise<void> {
  await signIn(page, `${name}@northlight.example`);
  await page
    .getByRole('heading', { level: 1 })
    .and(page.getByText(/^Good /))
    .waitFor();
}

/** The owner asks for it, after a proof where that is due. */
async function askFor(label: string): Promise<void> {
  const { page } = ingrid;
  await page.goto('/s/northlight/settings/studio');
  await page.getByLabel('Ask every member for a second step').selectOption({ label });
  await page.getByRole('region', { name: 'Second step' }).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
}

async function setUpApp({ page }: Screen): Promise<void> {
  await page.getByRole('button', { name: 'Set up an app' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' });
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await dialog.getByLabel('Code that the app shows').fill(codeOf(`otpauth://totp/Atelier?secret=${secret}`));
  await dialog.getByRole('button', { name: 'Switch it on' }).click();
  const codes = page.getByRole('dialog', { name: 'Your recovery codes' });
  await codes.getByLabel('I have kept them in a safe place').check();
  await codes.getByRole('button', { name: 'Done' }).click();
}

test('an owner asks for a second step within days, sees who has none, and members are told', async () => {
  await come(ingrid, 'ingrid');
  await ingrid.page.goto('/s/northlight/settings/studio');
  await ingrid.page.getByText(/^Without one: .*Kenji/).waitFor();
  expect(await barriersOn(ingrid.page)).toEqual([]);
  await askFor('Yes, within 7 days');
  await come(kenji, 'kenji');
  await kenji.page.getByText('The studio asks for a second step at sign-in.').waitFor();
  expect(await barriersOn(kenji.page)).toEqual([]);
  await kenji.page.getByRole('link', { name: 'Set it up' }).click();
  await kenji.page.waitForURL('**/s/northlight/settings/security');
});

test('whom the studio keeps out from now on is led to their security from where they are, and told what to do', async () => {
  await come(amara, 'amara');
  await kenji.page.goto('/s/northlight/projects');
  await kenji.page.getByRole('heading', { name: 'Projects' }).waitFor();
  await askFor('Yes, at once');
  for (const { page } of [kenji, amara]) {
    await page.waitForURL(/\/security\?back=/);
    await page.getByText('The studio asks its members for a second step').waitFor();
    expect(await page.getByRole('link', { name: 'Open the studio' }).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
  }
});

test('an app opens it again, without signing in once more', async () => {
  const { page } = kenji;
  await setUpApp(kenji);
  await page.getByRole('status').getByText('The studio is open for you again.').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open the studio' }).click();
  await page.getByRole('heading', { name: 'Projects' }).waitFor();
});

test('so does a passkey, at once', async () => {
  const { page } = amara;
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('Desk');
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.getByRole('status').getByText('The studio is open for you again.').waitFor();
  await page.getByRole('link', { name: 'Open the studio' }).click();
  await page.getByRole('link', { name: 'Home', exact: true }).waitFor();
});

test('the owner, who asked and has none, is kept out as well, and may take it back once inside', async () => {
  const { page } = ingrid;
  await page.goto('/s/northlight');
  await page.waitForURL(/\/security\?back=/);
  await setUpApp(ingrid);
  await page.getByRole('link', { name: 'Open the studio' }).click();
  await page.getByRole('link', { name: 'Home', exact: true }).waitFor();
  const theo = await world.signIn('theo@northlight.example', 'northlight');
  const isIn = async () => (await theo.ask('{ studio { id } }')).codes.length === 0;
  expect(await isIn()).toBe(false);
  await askFor('No');
  // Not only after the half minute for which a router remembers who somebody is.
  await until(isIn);
});

test('no page threw anything that nobody caught', () => {
  expect([ingrid, kenji, amara].flatMap(({ problems }) => problems)).toEqual([]);
});
