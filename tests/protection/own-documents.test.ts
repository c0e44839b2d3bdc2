import { DEMO_LINK } from '@atelier/all-in-one/demo';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { SCREENS } from '../screens/table.ts';
import { openBrowser, openScreen } from '../support/browser.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await startWorld({ pages: true, protect: { trustedDocuments: 'required' } });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** What a page asked for in words, and what it was refused. */
function listen(page: Page): { inWords: string[]; refused: string[] } {
  const heard = { inWords: [] as string[], refused: [] as string[] };
  page.on('request', (request) => {
    if (!request.url().endsWith('/graphql') || request.method() !== 'POST') return;
    const { query, operationName } = request.postDataJSON() as { query?: string; operationName: string };
    if (query !== undefined) heard.inWords.push(operationName);
  });
  page.on('response', (response) => {
    if (response.url().endsWith('/graphql') && response.status() >= 400)
      heard.refused.push(`${response.status()} ${response.request().postData()}`);
  });
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('"type":"error"')) heard.refused.push(String(payload));
    }),
  );
  return heard;
}

test('every page of the studio runs on documents that the router knows by their hash, where nothing else is let in', async () => {
  const marisol = await world.signIn('marisol@studio-marisol.example', 'studio-marisol');
  const { context, page } = await openScreen(browser, world.url);
  await context.addCookies([...marisol.cookies].map(([name, value]) => ({ name, value, url: world.url })));
  const heard = listen(page);
  const paths = SCREENS.filter(({ who, open }) => who === 'marisol' && !open);
  expect(paths.length).toBeGreaterThan(15);
  for (const { path, shows } of paths) {
    await page.goto(path);
    await page.getByText(shows).first().waitFor();
  }
  expect(heard).toEqual({ inWords: [], refused: [] });
  expect((await marisol.ask('{ viewer { kind } }')).codes).toEqual(['FORBIDDEN']);
  await context.close();
}, 180_000);

test('so does the client’s page', async () => {
  const { context, page } = await openScreen(browser, world.url);
  const heard = listen(page);
  await page.goto(`/p/${DEMO_LINK}`);
  await page.getByRole('button', { name: 'Open the project' }).click();
  await page.getByText('Two things wait for you.').waitFor();
  await page.getByRole('button', { name: 'Answer' }).first().waitFor();
  expect(heard).toEqual({ inWords: [], refused: [] });
  await context.close();
}, 60_000);
