import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Waits until nothing on the page is on its way: no skeleton, no picture, no letter. */
export async function settled(page: Page): Promise<void> {
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

/** Takes the picture of a page, all of it, and writes it as a small PNG to each of the paths. */
export async function takePicture(page: Page, paths: readonly string[]): Promise<void> {
  const taken = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
  const small = await sharp(taken).png({ palette: true, quality: 90, effort: 8 }).toBuffer();
  for (const path of paths) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, small);
  }
}
