import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { barriersOn, PHONE, type Screen } from '../support/browser.ts';
import { openPages, type Pages, STARTS_WITHIN } from '../support/pages.ts';
import type { Person } from '../support/person.ts';
import type { World } from '../support/world.ts';

// A browser on a busy machine takes its time.
jest.setTimeout(90_000);

let world: World;
let pages: Pages;
let marisol: Person;

beforeAll(async () => {
  // As in a fleet: people run documents of the pages only, unless they ask for more by a header.
  pages = await openPages({ protect: { trustedDocuments: 'required' } });
  ({ world } = pages);
  marisol = await world.signIn('marisol@studio-marisol.example', 'studio-marisol');
}, STARTS_WITHIN);
afterAll(() => pages.close());

/** GraphiQL in a browser that has Marisol's cookie; notes what it asks for, and what it is refused. */
async function openGraphiql(options: BrowserContextOptions = {}): Promise<Screen & { asked: Set<string>; refused: string[] }> {
  const screen = await pages.screen({ reducedMotion: 'reduce', ...options });
  await screen.context.addCookies([...marisol.cookies].map(([name, value]) => ({ name, value, url: world.url })));
  const asked = new Set<string>();
  const refused: string[] = [];
  screen.context.on('request', (request) => void asked.add(new URL(request.url()).origin));
  screen.page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await screen.page.goto('/graphiql');
  await screen.page.getByRole('textbox', { name: 'Operation' }).waitFor({ state: 'attached' });
  return Object.assign(screen, { asked, refused });
}

test('a member asks the API in words of their own, by keyboard, and everything comes from this origin', async () => {
  const { page, context, asked, refused, problems } = await openGraphiql();
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{ viewer { kind studio { slug } } }');
  await page.keyboard.press('Control+Enter');
  const answer = page.locator('.graphiql-response');
  await answer.getByText('"studio-marisol"').waitFor();
  expect(await answer.textContent()).toContain('"requested"');

  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByText('Root Types').waitFor();
  expect([...asked]).toEqual([world.url, 'data:', 'blob:'].filter((origin) => asked.has(origin)));
  expect(refused).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test('a subscription goes on until it is stopped', async () => {
  const { page, context } = await openGraphiql();
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('subscription { clientsChanged { __typename } }');
  const opened = page.waitForResponse((response) => response.headers()['content-type']?.startsWith('text/event-stream') ?? false);
  await page.keyboard.press('Control+Enter');
  expect((await opened).status()).toBe(200);
  await page.getByRole('button', { name: 'Stop query' }).click();
  await page.getByRole('button', { name: 'Execute query' }).waitFor();
  await context.close();
});

test('a stranger is led to sign-in, and from there back', async () => {
  const { page, context } = await pages.screen();
  await page.goto('/graphiql');
  await page.getByLabel('E-mail address').fill('marisol@studio-marisol.example');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'GraphiQL' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/graphiql');
  await context.close();
});

for (const [width, options] of [
  ['390', PHONE],
  ['1280', {}],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`nobody is shut out of it at ${width} in ${colorScheme}`, async () => {
      const { page, context } = await openGraphiql({ ...options, colorScheme });
      // By keyboard: under a pointer that rests there, an explanation opens in its own time.
      await page.locator('.graphiql-query-editor textarea').focus();
      await page.keyboard.press('Control+Enter');
      await page.locator('.graphiql-response').getByText('"nodes"').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await context.close();
    });
  }
}
