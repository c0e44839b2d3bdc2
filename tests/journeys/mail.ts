import { until } from '@atelier/testing/until';
import type { Page } from 'playwright-core';

/** Opens the newest mail with this subject to an address in the outbox, once it is written, and follows the link in it. */
export async function followMail(page: Page, to: string, subject: RegExp): Promise<void> {
  const newest = page.getByRole('listitem').getByRole('link', { name: subject }).first();
  await until(async () => {
    await page.goto(`/dev/mail?to=${encodeURIComponent(to)}`);
    return (await newest.count()) > 0;
  });
  await newest.click();
  // Below its picture, which is a frame in which nothing runs, stands its text.
  await page.locator('pre').getByRole('link').first().click();
}
