import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { asGoogle, type OpenIdStandIn, startOpenId } from '@atelier/testing/openid';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { barriersOn, PHONE } from '../support/browser.ts';
import { mailTo } from '../support/mail.ts';
import { atHome, openPages, type Pages, STARTS_WITHIN, signInHere } from '../support/pages.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(90_000);

const KENJI = { sub: 'k-1', name: 'Kenji', email: 'kenji@northlight.example' };

let world: World;
let pages: Pages;
let google: OpenIdStandIn;
let apple: OpenIdStandIn;
const problems: string[] = [];

beforeAll(async () => {
  [google, apple] = [await startOpenId(), await startOpenId('apple')];
  pages = await openPages({
    env: {
      ...asGoogle(google),
      OIDC_APPLE_ISSUER: apple.issuer,
      OIDC_APPLE_CLIENT_ID: apple.clientId,
      OIDC_APPLE_TEAM_ID: apple.apple?.teamId ?? '',
      OIDC_APPLE_KEY_ID: apple.apple?.keyId ?? '',
      OIDC_APPLE_PRIVATE_KEY: apple.apple?.privateKey ?? '',
    },
  });
  ({ world } = pages);
  google.allow(`${world.url}/auth/callback/google`);
  apple.allow(`${world.url}/auth/callback/apple`);
}, STARTS_WITHIN);
afterAll(async () => {
  await pages.close();
  await google.close();
  await apple.close();
});

async function aScreen(options = {}) {
  const screen = await pages.screen(options);
  screen.context.on('close', () => problems.push(...screen.problems));
  return screen;
}

test('a new person comes by Google, on a phone, and may make a studio', async () => {
  google.isHere({ sub: 'n-1', name: 'Noa Weiss', email: 'noa@new-people.example', email_verified: true });
  const { page, context } = await aScreen(PHONE);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Go on with Google' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on with Google' }).click();
  await page.waitForURL('**/welcome');
  await context.close();
});

test('a new person comes by Apple, whose answer is a form from another site, and is welcomed by name', async () => {
  apple.isHere({ sub: 'a-1', name: 'Ada Quist', email: 'x7k@privaterelay.appleid.com', email_verified: true });
  const { page, context } = await aScreen();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Go on with Apple' }).click();
  await page.waitForURL('**/welcome');
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Go on as Ada Quist' }).waitFor();
  await context.close();
});

const NOA = { sub: 'n-1', name: 'Noa Weiss', email: 'noa@new-people.example', email_verified: true };

/** Comes by Google and asks for what needs a fresh proof; gives the dialog that asks for one. */
async function askedForProof() {
  google.isHere(NOA);
  const screen = await aScreen();
  await screen.page.goto('/sign-in?back=/security');
  await screen.page.getByRole('button', { name: 'Go on with Google' }).click();
  await screen.page.getByRole('button', { name: 'Set up an app' }).click();
  const dialog = screen.page.getByRole('dialog', { name: 'Is it you?' });
  await dialog.waitFor();
  return { ...screen, dialog };
}

test('who has no password shows who they are by signing in at Google once more, in a window that goes by itself', async () => {
  const { page, context, dialog } = await askedForProof();
  const begin = dialog.getByRole('button', { name: 'Sign in with Google once more' });
  await begin.waitFor();
  expect(await barriersOn(page)).toEqual([]);
  const opened = context.waitForEvent('page');
  await begin.click();
  const elsewhere = await opened;
  if (!elsewhere.isClosed()) await elsewhere.waitForEvent('close');
  await page.getByRole('dialog', { name: 'Set up an authenticator app' }).waitFor();
  await context.close();
});

test('where Google does not say that it asked anew, a code by mail shows it', async () => {
  google.asksNobody(null);
  const { page, context, dialog } = await askedForProof();
  const opened = context.waitForEvent('page');
  await dialog.getByRole('button', { name: 'Sign in with Google once more' }).click();
  const elsewhere = await opened;
  await elsewhere.getByRole('heading', { name: 'That was no proof' }).waitFor();
  expect(await barriersOn(elsewhere)).toEqual([]);
  const closed = elsewhere.waitForEvent('close');
  // The window may be gone before the click has been told to have worked.
  void elsewhere
    .getByRole('button', { name: 'Close this window' })
    .click()
    .catch(() => undefined);
  await closed;
  await dialog.getByRole('button', { name: 'Take a code by mail' }).click();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Mail me a code' }).click();
  const { text } = await mailTo(world, NOA.email, 'proof-code');
  const code = /^\d{6}$/m.exec(text)?.[0] ?? '';
  await dialog.getByLabel('Code from the mail').fill(code === '000000' ? '000001' : '000000');
  await dialog.getByRole('button', { name: 'Go on', exact: true }).click();
  await dialog.getByText('This code is not right').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByLabel('Code from the mail').fill(code);
  await dialog.getByRole('button', { name: 'Go on', exact: true }).click();
  await page.getByRole('dialog', { name: 'Set up an authenticator app' }).waitFor();
  google.asksAnew();
  await context.close();
});

test('somebody whose address Google has not seen confirmed is told so, and has no account', async () => {
  google.isHere({ sub: 'u-1', name: 'Uma', email: 'uma@new-people.example', email_verified: false });
  const { page, context } = await aScreen();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Go on with Google' }).click();
  await page.getByRole('alert').getByText('Your address is not confirmed there.').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await context.close();
});

test('who has an account joins the two by their own hand, and comes by Google from then on', async () => {
  google.isHere({ ...KENJI, email_verified: true });
  const { page, context } = await aScreen();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Go on with Google' }).click();
  await page.getByRole('alert').getByText('There is an account with this address already.').waitFor();
  await signInHere(page, KENJI.email);
  await atHome(page);
  await page.goto('/s/northlight/settings/security');
  await page.getByRole('button', { name: 'Join Google' }).click();
  await page.getByRole('button', { name: 'Take Google off' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await context.close();

  const again = await aScreen();
  await again.page.goto('/sign-in');
  await again.page.getByRole('button', { name: 'Go on with Google' }).click();
  await atHome(again.page);
  await again.page.goto('/s/northlight/settings/security');
  await again.page.getByRole('button', { name: 'Take Google off' }).click();
  // Google is no proof that it is still the same person at the screen.
  const dialog = again.page.getByRole('dialog');
  await dialog.getByLabel('Your password').fill(DEMO_PASSWORD);
  await dialog.getByRole('button', { name: 'Go on', exact: true }).click();
  await again.page.getByRole('button', { name: 'Join Google' }).waitFor();
  await again.context.close();
});

test('a button of somebody who does not answer says so, until they do', async () => {
  google.feels('down');
  const away = await startWorld({
    pages: true,
    env: asGoogle(google),
  });
  const { page, context } = await pages.screen({ baseURL: away.url });
  await page.goto('/sign-in');
  await page.getByText('Google does not answer at the moment.').waitFor();
  expect(await page.getByRole('button', { name: 'Go on with Google' }).isDisabled()).toBe(true);
  expect(await barriersOn(page)).toEqual([]);
  google.feels('well');
  await page.getByText('Google does not answer at the moment.').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Go on with Google' }).isEnabled()).toBe(true);
  await context.close();
  await away.stop();
});

test('no page threw anything that nobody caught', () => {
  expect(problems).toEqual([]);
});
