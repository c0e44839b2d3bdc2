import { DEMO_LINK } from '@atelier/all-in-one/demo';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { barriersOn, PHONE, type Screen } from '../support/browser.ts';
import { openPages, type Pages, STARTS_WITHIN } from '../support/pages.ts';
import type { Person } from '../support/person.ts';
import { idOf, updateTask } from '../support/scene.ts';
import type { World } from '../support/world.ts';

const MURAL = idOf('Project', 'project:harbour-mural');
const INES = idOf('Contact', 'contact:ines-vidal');
const NIGHT_SKY = 'Choose between warm and cold night sky';
const CAPTIONS = 'Send caption texts in both languages';
const STENCILS = 'Stencils for the wave pattern';

let world: World;
let pages: Pages;
let client: Screen;
let page: Page;
let artist: Person;

const waiting = (): Locator => page.getByRole('region', { name: 'Waiting for you' });
const things = (): Locator => waiting().getByRole('heading', { level: 3 });

/** A task of the mural, as the artist finds it. */
async function taskCalled(title: string): Promise<string> {
  const { node } = await artist.get<{ node: { tasks: { nodes: { id: string }[] } } }>(
    'query ($id: ID!, $text: String) { node(id: $id) { ... on Project { tasks(filter: { text: $text }) { nodes { id } } } } }',
    { id: MURAL, text: title },
  );
  const [task] = node.tasks.nodes;
  if (!task) throw new Error(`There is no task ${title}.`);
  return task.id;
}

beforeAll(async () => {
  pages = await openPages();
  ({ world } = pages);
  client = await pages.screen(PHONE);
  page = client.page;
  artist = await world.signIn('marisol@studio-marisol.example', 'studio-marisol');
}, STARTS_WITHIN);
afterAll(() => pages.close());

test('a client opens the link of their mail on a phone and finds what waits for them on top', async () => {
  await page.goto(`/p/${DEMO_LINK}`);
  await page.getByRole('button', { name: 'Open the project' }).click();
  await page.getByRole('heading', { level: 1, name: 'Harbour mural' }).waitFor();
  await page.getByText('Two things wait for you.').waitFor();
  expect(await things().allTextContents()).toEqual([NIGHT_SKY, CAPTIONS]);
  expect(await barriersOn(page)).toEqual([]);
});

test('they answer a question where it was asked, and name who asked', async () => {
  await waiting().getByRole('button', { name: 'Answer' }).click();
  const paper = page.getByRole('dialog', { name: NIGHT_SKY });
  const field = paper.getByRole('textbox');
  await field.fill('The cold one, please. ');
  await paper.getByRole('button', { name: 'Mention @Marisol Vega' }).click();
  await paper.getByRole('button', { name: 'Send' }).click();
  await paper.getByRole('listitem').filter({ hasText: 'The cold one, please. @Marisol Vega' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.goBack();
  await paper.waitFor({ state: 'detached' });
  await waiting().getByRole('button', { name: 'Answer' }).waitFor({ state: 'detached' });
  const { node } = await artist.get<{ node: { comments: { nodes: { visibility: string; mentions: { id: string }[] }[] } } }>(
    'query ($id: ID!) { node(id: $id) { ... on Task { comments { nodes { visibility mentions { ... on Member { id } } } } } } }',
    { id: await taskCalled(NIGHT_SKY) },
  );
  expect(node.comments.nodes.at(-1)).toEqual({ visibility: 'CLIENT', mentions: [{ id: idOf('Member', 'member:marisol') }] });
});

test('they mark a task done, and take it back', async () => {
  await waiting().getByRole('button', { name: 'Mark as done' }).first().click();
  await page.getByText('One thing waits for you.').waitFor();
  expect(await things().allTextContents()).toEqual([CAPTIONS]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Two things wait for you.').waitFor();
});

test('what the artist makes team-only leaves the letter and its counts, and comes back', async () => {
  const line = page.getByRole('link', { name: new RegExp(STENCILS) });
  await line.waitFor();
  await page.getByText('5 of 13 steps done').waitFor();
  const stencils = await taskCalled(STENCILS);
  await updateTask(artist, stencils, { visibility: 'TEAM' });
  await line.waitFor({ state: 'detached' });
  await page.getByText('5 of 12 steps done').waitFor();
  await updateTask(artist, stencils, { visibility: 'CLIENT' });
  await line.waitFor();
  await page.getByText('5 of 13 steps done').waitFor();
});

test('what is said while they are offline is there when they are back', async () => {
  await client.context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await artist.get('mutation ($input: CreateCommentInput!) { createComment(input: $input) { __typename } }', {
    input: { projectId: MURAL, body: 'The first primer is dry.', visibility: 'CLIENT' },
  });
  await client.context.setOffline(false);
  await page.getByText('The first primer is dry.').waitFor();
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
});

test('they are seen by the studio, unless they choose not to be', async () => {
  const socket = artist.socket();
  const seen: string[][] = [];
  const stop = socket.subscribe<{ projectPresence: { people: ({ id?: string } | null)[] } }>(
    { query: 'subscription ($id: ID!) { projectPresence(id: $id) { people { ... on Contact { id } } } }', variables: { id: MURAL } },
    {
      next: ({ data }) => void seen.push((data?.projectPresence.people ?? []).flatMap((person) => person?.id ?? [])),
      error: () => undefined,
      complete: () => undefined,
    },
  );
  await until(() => seen.at(-1)?.includes(INES) ?? false);
  const choice = page.getByRole('switch', { name: 'Studio Marisol sees when I am here' });
  await choice.uncheck();
  await until(() => seen.at(-1)?.length === 0);
  await choice.check();
  await until(() => seen.at(-1)?.includes(INES) ?? false);
  stop();
  await socket.dispose();
});

test('they read in Spanish as soon as they say so, and are remembered', async () => {
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByText('Te esperan dos cosas.').waitFor();
  await page.reload();
  await page.getByText('Te esperan dos cosas.').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  await page.getByRole('button', { name: 'English' }).click();
});

test('whoever is shut out reads a kind word and nothing of the project, at once', async () => {
  await page.getByText('Two things wait for you.').waitFor();
  await artist.get('mutation ($input: UnshareProjectInput!) { unshareProject(input: $input) { __typename } }', {
    input: { projectId: MURAL, contactId: INES },
  });
  await page.getByRole('heading', { name: 'This page is not open now' }).waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(/Harbour|Marisol/);
  expect(client.problems).toEqual([]);
});
