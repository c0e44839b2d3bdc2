import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** How long something may take to appear. Nothing waits longer than it has to. */
const PATIENCE_MS = 20_000;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** A telephone that is held upright. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** One person's browser: what goes wrong in any of its pages is kept. */
export interface Screen {
  context: BrowserContext;
  page: Page;
  /** Errors that nothing in a page caught, and answers of 500 and above. */
  problems: string[];
}

/** Starts Chromium. Close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });
}

/** A browser of one person's own: no cookie is shared with another's. */
export async function openScreen(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Screen> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(String(error.error())));
  context.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
  return { context, page: await context.newPage(), problems };
}

/** What axe finds on the page as it stands: each rule with the elements that break it; [] is well. */
export async function barriersOn(page: Page): Promise<string[]> {
  const wasCalm = await page.evaluate('matchMedia("(prefers-reduced-motion: reduce)").matches');
  // What fades has other colours than it will have: nothing begins to fade while axe looks, such as a message whose time is over.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // What moves without an end (a button that waits) is as it will be.
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime)).map(({ finished }) => finished)).then(() => undefined)',
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  if (wasCalm !== true) await page.emulateMedia({ reducedMotion: 'no-preference' });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

function chromiumPath(): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'chromium');
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  throw new Error('There is no chromium on the path: npm test installs it on Debian, or says how to get it.');
}
