import type { Locator, Page } from 'playwright-core';

/** No page has as many places to stop at. */
const MOST_STOPS = 80;

/** What somebody does who has no mouse. */
export interface Keyboard {
  page: Page;
  /** Goes on by Tab, or the key that goes on there, until this has the focus; fails where it is never reached, or where a stop on the way shows no focus. */
  reach(to: Locator, by?: string): Promise<void>;
  /** Reaches it and presses Enter, or another key. */
  press(on: Locator, key?: string): Promise<void>;
  /** Reaches a field and types in place of what stands there. */
  type(into: Locator, text: string): Promise<void>;
  key(name: string): Promise<void>;
  /** The names of the next places where Tab stops, in their order. */
  stops(count: number): Promise<string[]>;
  /** How often a pointer was used in spite of all. */
  pointers(): number;
}

/** Lets a page be used by keys alone: whatever is pressed, moved or touched there is counted and goes nowhere. */
export async function keysOnly(page: Page): Promise<Keyboard> {
  let used = 0;
  await page.exposeFunction('pointerWasUsed', () => {
    used += 1;
  });
  await page.addInitScript(`for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'click'])
    addEventListener(kind, (event) => {
      if (!event.isTrusted || (kind === 'click' && event.detail === 0)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      pointerWasUsed();
    }, true)`);

  const key = (name: string) => page.keyboard.press(name);
  const hasFocus = (on: Locator) => on.evaluate((element) => element === document.activeElement);

  /** What has the focus; fails where nobody could see it. */
  async function focused(): Promise<string> {
    const { name, isVisible } = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return { name: '', isVisible: true };
      const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : [];
      const words = element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent ?? '';
      // A ring may be drawn round what holds the control.
      const ringed = [element, element.parentElement, element.parentElement?.parentElement].some((each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      });
      // Of a menu the present line has another ground.
      const lit = element.matches('[role^=menuitem][data-highlighted]') && getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)';
      return { name: words.replaceAll(/\s+/g, ' ').trim(), isVisible: ringed || lit };
    });
    if (!isVisible) throw new Error(`The focus on "${name}" at ${page.url()} cannot be seen.`);
    return name;
  }

  async function reach(to: Locator, by = 'Tab'): Promise<void> {
    await to.waitFor();
    const passed: string[] = [];
    while (!(await hasFocus(to))) {
      await key(by);
      passed.push(await focused());
      if (passed.length > MOST_STOPS) throw new Error(`${by} does not reach ${to}: ${passed.slice(0, 20).join(', ')}`);
    }
  }

  return {
    page,
    reach,
    async press(on, name = 'Enter') {
      await reach(on);
      await key(name);
    },
    async type(into, text) {
      await reach(into);
      await key('Control+a');
      await page.keyboard.type(text);
    },
    key,
    async stops(count) {
      const names: string[] = [];
      for (let stop = 0; stop < count; stop += 1) {
        await key('Tab');
        names.push(await focused());
      }
      return names;
    },
    pointers: () => used,
  };
}
