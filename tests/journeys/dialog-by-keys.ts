import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Keyboard } from './keyboard.ts';

/** No dialog has as many places to stop at. */
const MOST_STOPS = 60;

/** A dialog, and what somebody without a mouse does in it. */
export interface DialogWalk {
  /** Its name, as a screen reader says it. */
  dialog: string;
  /** Where it is opened. */
  at: string;
  /** What has the focus once it is closed. */
  trigger: (page: Page) => Locator;
  /** How it is opened; by Enter on its trigger where this is left out. */
  open?: (keys: Keyboard) => Promise<void>;
  /** What has the focus once it is open. */
  first: (dialog: Locator) => Locator;
  /** What comes last of what is loaded for it. */
  ready?: (dialog: Locator) => Locator;
  /** An operation whose answer does not arrive. */
  lost?: string;
  /** Fills in what is to be refused, and sends it by Enter. */
  send: (keys: Keyboard, dialog: Locator) => Promise<void>;
  /** What is said then. */
  says: string | RegExp;
  /** What has the focus then; where this is left out, what was sent from. */
  wrong?: (dialog: Locator) => Locator;
}

/** Waits until the focus is there: after what opens or closes, it comes a moment later. */
export const focusIsOn = (page: Page, on: Locator): Promise<void> => on.and(page.locator(':focus')).waitFor();

const hasFocusInside = (dialog: Locator) => dialog.evaluate((element) => element.contains(document.activeElement));

/** Goes round by Tab to where it began, and back over the edge by Shift+Tab, without ever leaving. */
export async function staysInside(keys: Keyboard, dialog: Locator): Promise<void> {
  const start = await keys.page.evaluateHandle(() => document.activeElement);
  const isAtStart = () => keys.page.evaluate((element) => element === document.activeElement, start);
  let stops = 0;
  do {
    await keys.stops(1);
    stops += 1;
    expect(await hasFocusInside(dialog)).toBe(true);
    expect(stops).toBeLessThan(MOST_STOPS);
  } while (!(await isAtStart()));
  for (; stops > 0; stops -= 1) {
    await keys.key('Shift+Tab');
    expect(await hasFocusInside(dialog)).toBe(true);
  }
  expect(await isAtStart()).toBe(true);
}

/** Opens it, goes round in it, sends what is refused, hears of it where it is, and leaves by Escape. */
export async function walkDialog(keys: Keyboard, walk: DialogWalk): Promise<void> {
  const { page } = keys;
  const dialog = page.getByRole('dialog', { name: walk.dialog });
  const trigger = walk.trigger(page);
  await page.goto(walk.at);
  await keys.reach(trigger);
  const open = walk.open ?? (() => keys.key('Enter'));
  await open(keys);
  await focusIsOn(page, walk.first(dialog));
  await walk.ready?.(dialog).waitFor();
  await staysInside(keys, dialog);
  await keys.key('Escape');
  await dialog.waitFor({ state: 'detached' });
  await focusIsOn(page, trigger);

  // Once more: what was loaded for it is there by now.
  await open(keys);
  await focusIsOn(page, walk.first(dialog));
  await walk.ready?.(dialog).waitFor();
  const { lost } = walk;
  if (lost !== undefined) {
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes(`"operationName":"${lost}"`) ? route.abort() : route.continue(),
    );
  }
  await walk.send(keys, dialog);
  await dialog.getByRole('alert').filter({ hasText: walk.says }).first().waitFor();
  if (walk.wrong) await focusIsOn(page, walk.wrong(dialog));
  expect(await hasFocusInside(dialog)).toBe(true);
  await page.unroute('**/graphql');
  await keys.key('Escape');
  await dialog.waitFor({ state: 'detached' });
  await focusIsOn(page, trigger);
}
