/**
 * npm run screens [-- <part of a name> …]: opens every screen of the product in Chromium, at three widths, light and dark, writes the
 * pictures to .cache/screens and those at 1280 light to docs/screens, and lets axe look at each. Ends with 1 when axe finds something,
 * a page breaks, or a screen does not come.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import globalSetup from '../../scripts/jest/global-setup.mjs';
import globalTeardown from '../../scripts/jest/global-teardown.mjs';
import { barriersOn, openBrowser, openScreen, PHONE } from '../support/browser.ts';
import type { Person } from '../support/person.ts';
import { CHECKOUT, DEMO_NOW, startWorld, type World } from '../support/world.ts';
import { bringPeople } from './people.ts';
import { settled, takePicture } from './picture.ts';
import type { Screen, Who } from './screen.ts';
import { SCREENS } from './table.ts';

const WIDTHS = [390, 1280, 1920] as const;
const THEMES = ['light', 'dark'] as const;
const HEIGHTS = { 390: 844, 1280: 800, 1920: 1080 } as const;

type Width = (typeof WIDTHS)[number];
type Theme = (typeof THEMES)[number];

const everything = join(CHECKOUT, '.cache', 'screens');
const kept = join(CHECKOUT, 'docs', 'screens');

/** Opens browsers as the people have them before them, each once: whose cookies, which width, theme and language, on the demo's own day. */
function browsersOf(browser: Browser, world: World, people: Readonly<Record<Who, Person>>) {
  const open = new Map<string, Promise<BrowserContext>>();
  async function make({ who, locale = 'en-GB' }: Screen, width: Width, theme: Theme): Promise<BrowserContext> {
    const { context, page } = await openScreen(browser, world.url, {
      ...(width === 390 ? PHONE : {}),
      viewport: { width, height: HEIGHTS[width] },
      colorScheme: theme,
      reducedMotion: 'reduce',
      locale,
      timezoneId: 'Europe/Madrid',
    });
    await page.close();
    await context.clock.setFixedTime(DEMO_NOW);
    await context.addCookies([...people[who].cookies].map(([name, value]) => ({ name, value, url: world.url })));
    return context;
  }
  return (screen: Screen, width: Width, theme: Theme): Promise<BrowserContext> => {
    const key = [screen.who, screen.locale, width, theme].join();
    const known = open.get(key) ?? make(screen, width, theme);
    open.set(key, known);
    return known;
  };
}

/** One picture of one screen; gives what is wrong with it. */
async function show(context: BrowserContext, screen: Screen, width: Width, theme: Theme): Promise<string[]> {
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('response', (response) => void (response.status() >= 500 && wrong.push(`${response.status()} ${response.url()}`)));
  try {
    await page.goto(screen.path);
    await page.getByText(screen.shows).filter({ visible: true }).first().waitFor();
    await settled(page);
    if (screen.open) {
      await screen.open(page);
      await settled(page);
    }
    const file = `${screen.name}.png`;
    const isKept = width === 1280 && theme === 'light';
    await takePicture(page, [join(everything, `${width}-${theme}`, file), ...(isKept ? [join(kept, file)] : [])]);
    wrong.push(...(await barriersOn(page)));
  } catch (error) {
    wrong.push(error instanceof Error ? error.message : String(error));
  } finally {
    await page.close();
  }
  return wrong.map((words) => `${screen.name} at ${width}, ${theme}: ${words}`);
}

/** All pictures of all screens that were asked for, one after the other: whoever has a project open is seen by the others. */
async function showAll(world: World, screens: readonly Screen[]): Promise<string[]> {
  const people = await bringPeople(world);
  const browser = await openBrowser();
  const browserFor = browsersOf(browser, world, people);
  const wrong: string[] = [];
  try {
    for (const [index, screen] of screens.entries()) {
      const found: string[] = [];
      for (const theme of THEMES) {
        for (const width of WIDTHS) found.push(...(await show(await browserFor(screen, width, theme), screen, width, theme)));
      }
      console.log(`${String(index + 1).padStart(3)}/${screens.length}  ${screen.name}${found.length > 0 ? `: ${found.length} found` : ''}`);
      for (const line of found) console.log(`         ${line.replaceAll('\n', '\n         ')}`);
      wrong.push(...found);
    }
  } finally {
    await browser.close();
  }
  return wrong;
}

async function main(): Promise<number> {
  const parts = process.argv.slice(2);
  const screens = SCREENS.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
  if (screens.length === 0) {
    console.error(`No screen is called so. There are: ${SCREENS.map(({ name }) => name).join(', ')}`);
    return 1;
  }
  if (parts.length === 0) {
    for (const folder of [everything, kept]) await rm(folder, { recursive: true, force: true });
  }
  await globalSetup();
  try {
    // The demo's own day, from its moment on: a clock that stands would never end what ends after seconds.
    const started = performance.now();
    const world = await startWorld({ pages: true, now: () => new Date(DEMO_NOW.getTime() + performance.now() - started) });
    try {
      const wrong = await showAll(world, screens);
      console.log(`${screens.length} screens, ${wrong.length} findings. Pictures: .cache/screens, docs/screens`);
      return wrong.length === 0 ? 0 : 1;
    } finally {
      await world.stop();
    }
  } finally {
    await globalTeardown();
  }
}

process.exitCode = await main();
