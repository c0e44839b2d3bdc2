import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser, openScreen, type Screen } from './browser.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** How long a machine that does other things too may take to start all this, in milliseconds. */
export const STARTS_WITHIN = 120_000;

/** The product with its pages, and Chromium to open them in. */
export interface Pages {
  world: World;
  /** Another person's browser there. */
  screen(options?: BrowserContextOptions): Promise<Screen>;
  close(): Promise<void>;
}

/** Starts both within `STARTS_WITHIN`; close them in `afterAll`. */
export async function openPages(options: Omit<WorldOptions, 'pages'> = {}): Promise<Pages> {
  const world = await startWorld({ ...options, pages: true });
  const browser = await openBrowser();
  return {
    world,
    screen: (given) => openScreen(browser, world.url, given),
    async close() {
      await browser.close();
      await world.stop();
    },
  };
}

/** Signs somebody of the demo studios in with their password, on the page that shows. */
export async function signInHere(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The same at an address, which asks for it. */
export async function signIn(page: Page, email: string, at = '/sign-in'): Promise<void> {
  await page.goto(at);
  await signInHere(page, email);
}

/** Forgets who is signed in; the browser stays known. */
export const forgetSession = (page: Page): Promise<void> => page.context().clearCookies({ name: /session_token/ });

/** Waits until somebody is in a studio of theirs. */
export const atHome = (page: Page): Promise<void> => page.getByRole('link', { name: 'Home', exact: true }).waitFor();
