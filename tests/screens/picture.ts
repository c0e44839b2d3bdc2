import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Waits until nothing on the page is on its way: no request, no skeleton, no picture, no letter. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const pictures = [...document.images].every((image) => image.complete);
    const hasWords = (document.body.textContent ?? '').trim() !== '';
    return hasWords && pictures && document.querySelector('.breathe, [aria-label="Loading"], [aria-label="Cargando"]') === null;
  });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}

/** Pages that say their own address say the usual one: this run's port is another each time. */
async function sayUsualAddress(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { nodeValue } = texts.currentNode;
      if (nodeValue?.includes(location.host)) texts.currentNode.nodeValue = nodeValue.replaceAll(location.host, 'localhost:4000');
    }
  });
}

const TALLEST = 6000;

/** Makes the window as tall as the page, so that what clings to its foot stands there; a window with something over it stays as it is. */
async function unroll(page: Page): Promise<void> {
  const window = page.viewportSize();
  if (window === null || (await page.getByRole('dialog').count()) > 0) return;
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: window.width, height: Math.min(TALLEST, Math.max(window.height, tall)) });
}

/** Takes the picture of a page and writes it as a small PNG to each of the paths. */
export async function takePicture(page: Page, paths: readonly string[]): Promise<void> {
  await sayUsualAddress(page);
  await unroll(page);
  await settled(page);
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const small = await sharp(taken).png({ palette: true, quality: 100, effort: 8 }).toBuffer();
  for (const path of paths) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, small);
  }
}
