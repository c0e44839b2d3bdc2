import { DEMO_LINK, DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { encodeId } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { barriersOn, PHONE, type Screen } from '../support/browser.ts';
import { openPages, type Pages, STARTS_WITHIN } from '../support/pages.ts';
import type { World } from '../support/world.ts';

// Two browsers on a busy machine take their time.
jest.setTimeout(90_000);

let world: World;
let pages: Pages;
let artist: Screen;
let client: Screen;

beforeAll(async () => {
  pages = await openPages();
  ({ world } = pages);
  artist = await pages.screen();
  client = await pages.screen();
}, STARTS_WITHIN);
afterAll(() => pages.close());

const ORDER_PAINT = 'Order paint for the whole wall';
const STENCILS = 'Stencils for the wave pattern';
const LETTERING = 'Lettering for the ship names';

const column = (name: string, page = artist.page): Locator => page.getByRole('region', { name, exact: true });
const card = (title: string, page = artist.page): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const inColumn = (name: string, title: string, page = artist.page): Locator =>
  column(name, page).getByRole('link', { name: title, exact: true });
/** A task as the client reads it, with the word for where it stands. */
const line = (word: string, title: string): Locator => client.page.getByRole('link', { name: new RegExp(`^${word}: ?${title}`) });

/** The middle of what is on the screen. */
async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error(`${place} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Everything that stands in this page's memory is gone after a reload: these words too. */
const mark = (page: Page): Promise<void> => page.evaluate(() => void Object.assign(globalThis, { marked: true }));
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => 'marked' in globalThis);

/** What the client's browser gets when it asks the API itself, with its cookie. */
async function asClient(query: string): Promise<{ data: unknown; codes: unknown[] }> {
  const text = await client.page.evaluate(async (asked) => {
    const headers = { 'content-type': 'application/json', 'x-atelier-as': 'contact' };
    const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: asked }) });
    return answer.text();
  }, query);
  const { data, errors = [] } = JSON.parse(text) as { data: unknown; errors?: { extensions: { code: unknown } }[] };
  return { data, codes: errors.map(({ extensions }) => extensions.code) };
}

test('the artist signs in on the page and opens the board of a project', async () => {
  const { page } = artist;
  await page.goto('/s/studio-marisol');
  await page.getByLabel('E-mail address').fill('marisol@studio-marisol.example');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('link', { name: 'Projects', exact: true }).click();
  await page.getByRole('link', { name: 'Harbour mural' }).click();
  await inColumn('To do', ORDER_PAINT).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await mark(page);
});

test('the client enters by a link and one press, without an account, and the artist sees that they are here', async () => {
  const { page } = client;
  await page.goto(`/p/${DEMO_LINK}`);
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button').click();
  await page.getByRole('heading', { name: 'Harbour mural' }).waitFor();
  await line('To come', ORDER_PAINT).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await artist.page.getByRole('img', { name: 'Inés Vidal, here now' }).waitFor();
  await mark(page);
});

test("a card that is dragged by mouse to another column stands elsewhere on the client's page", async () => {
  const { mouse } = artist.page;
  const [from, to] = [await middleOf(card(ORDER_PAINT)), await middleOf(column('In progress'))];
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 12 });
  await mouse.up();
  await inColumn('In progress', ORDER_PAINT).waitFor();
  await line('In the works', ORDER_PAINT).waitFor();
});

test("a card that is carried by keys stands elsewhere on the client's page", async () => {
  const { keyboard } = artist.page;
  await inColumn('In progress', ORDER_PAINT).focus();
  for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Space']) await keyboard.press(key);
  await inColumn('Done', ORDER_PAINT).waitFor();
  await line('Done', ORDER_PAINT).waitFor();
});

test("what the client writes is on the artist's screen", async () => {
  const words = 'Could the ferry carry a lantern?';
  await artist.page.getByRole('link', { name: 'Talk', exact: true }).click();
  await artist.page.getByRole('list', { name: 'Comments' }).waitFor();
  expect(await barriersOn(artist.page)).toEqual([]);
  await client.page.getByLabel('Write to Studio Marisol').fill(words);
  await client.page.getByRole('button', { name: 'Send' }).click();
  await artist.page.getByRole('list', { name: 'Comments' }).getByText(words).waitFor();
  await client.page.getByText(words).waitFor();
});

test("what the artist writes is on the client's page, but not what is for the team only", async () => {
  const { page } = artist;
  const composer = page.getByLabel('Comment', { exact: true });
  await composer.fill('Let us not promise the lantern yet.');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('list', { name: 'Comments' }).getByText('Let us not promise the lantern yet.').waitFor();
  await page.getByRole('switch', { name: 'The client sees it' }).click();
  await composer.fill('A lantern at the bow, then.');
  await page.getByRole('button', { name: 'Send' }).click();
  await client.page.getByText('A lantern at the bow, then.').waitFor();
  expect(await client.page.getByText('Let us not promise').count()).toBe(0);
});

test('the server refuses what the client must not have, however it is asked for', async () => {
  const projectId = new URL(client.page.url()).pathname.split('/').at(-1) ?? '';
  const { rows } = await world.db.admin.query<{ id: string }>(
    `select t.id from projects.tasks t join projects.projects p on (p.studio_id, p.id) = (t.studio_id, t.project_id)
     where p.name = 'Harbour mural' and t.visibility = 'TEAM' limit 1`,
  );
  const ofProject = (fields: string) => `{ node(id: "${projectId}") { ... on Project { ${fields} } } }`;
  expect(await asClient('{ studio { members(first: 5) { nodes { email } } } }')).toMatchObject({ codes: ['FORBIDDEN'] });
  expect(await asClient('{ clients { nodes { name } } }')).toEqual({ codes: ['FORBIDDEN'] });
  expect(await asClient(`{ node(id: "${encodeId('Task', rows[0]?.id ?? '')}") { id } }`)).toEqual({
    data: { node: null },
    codes: ['NOT_FOUND'],
  });
  expect(await asClient(`mutation { trashProject(input: { id: "${projectId}" }) { __typename } }`)).toEqual({ codes: ['FORBIDDEN'] });
  expect(
    await asClient(ofProject('sharedWith { since } grants { since } clientLinks { id } client { notes vatId defaultRate { amount } }')),
  ).toEqual({
    data: { node: { sharedWith: null, grants: null, clientLinks: null, client: { notes: null, vatId: null, defaultRate: null } } },
    codes: [],
  });
  const authors = await asClient(ofProject('comments(first: 1) { nodes { author { ... on Member { name email } } } }'));
  expect(authors).toMatchObject({ data: { node: { comments: { nodes: [{ author: { name: 'Marisol Vega', email: null } }] } } } });
});

test('a second tab of the artist in another studio stays there, and the first tab where it was', async () => {
  const tab = await artist.context.newPage();
  await tab.goto('/s/northlight/projects');
  await tab.getByRole('link', { name: 'Lowtide festival identity' }).waitFor();
  await tab.getByRole('button', { name: 'Studio: Northlight. Change it' }).waitFor();
  expect(await tab.getByRole('link', { name: 'Harbour mural' }).count()).toBe(0);
  await artist.page.getByRole('link', { name: 'Projects', exact: true }).click();
  await artist.page.getByRole('link', { name: 'Harbour mural' }).waitFor();
  expect(await artist.page.getByRole('link', { name: 'Lowtide festival identity' }).count()).toBe(0);
  await tab.reload();
  await tab.getByRole('link', { name: 'Lowtide festival identity' }).waitFor();
  await tab.close();
  await artist.page.getByRole('link', { name: 'Harbour mural' }).click();
  await inColumn('Done', ORDER_PAINT).waitFor();
});

test('on a telephone a card is carried by a finger', async () => {
  const phone = await pages.screen({ ...PHONE, storageState: await artist.context.storageState() });
  const { page } = phone;
  await page.goto(artist.page.url());
  await inColumn('To do', STENCILS, page).scrollIntoViewIfNeeded();
  expect(await barriersOn(page)).toEqual([]);
  const touch = await phone.context.newCDPSession(page);
  const at = (type: 'touchStart' | 'touchMove', point: { x: number; y: number }) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: [point] });
  const from = await middleOf(card(STENCILS, page));
  await at('touchStart', from);
  await page.getByText(`Lifted ${STENCILS}`).waitFor({ state: 'attached' });
  // At the edge of the screen the next columns come by themselves.
  await at('touchMove', { x: 300, y: from.y });
  await at('touchMove', { x: 385, y: from.y });
  await page.getByRole('radio', { name: /^Done/, checked: true }).waitFor({ state: 'attached' });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await inColumn('Done', STENCILS).waitFor();
  await line('Done', STENCILS).waitFor();
  expect(phone.problems).toEqual([]);
  await phone.context.close();
});

test('neither page was ever loaded again', async () => {
  expect([await isMarked(artist.page), await isMarked(client.page)]).toEqual([true, true]);
});

test("a link that is revoked ends the client's page, and nothing reaches it any more", async () => {
  const owner = await world.signIn('marisol@studio-marisol.example', 'studio-marisol');
  const projectId = new URL(client.page.url()).pathname.split('/').at(-1);
  const { node } = await owner.get<{ node: { clientLinks: { id: string }[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on Project { clientLinks { id } } } }',
    { id: projectId },
  );
  const heard: string[] = [];
  const wire = await client.context.newCDPSession(client.page);
  await wire.send('Network.enable');
  wire.on('Network.webSocketFrameReceived', ({ response }) => heard.push(response.payloadData));
  for (const { id } of node.clientLinks) {
    await owner.get('mutation ($id: ID!) { revokeClientLink(input: { id: $id }) { __typename } }', { id });
  }
  await client.page.getByRole('heading', { name: 'This page is not open now' }).waitFor();
  expect(await barriersOn(client.page)).toEqual([]);
  await inColumn('In progress', LETTERING).focus();
  for (const key of ['Space', 'ArrowRight', 'Space']) await artist.page.keyboard.press(key);
  await until(async () => {
    const moved = await world.db.admin.query(`select from projects.tasks where title = $1 and status = 'IN_REVIEW'`, [LETTERING]);
    return moved.rowCount === 1;
  });
  const { codes } = await asClient(`{ node(id: "${projectId}") { id } }`);
  expect(codes).toEqual(['NOT_FOUND']);
  expect(heard.filter((frame) => frame.includes(LETTERING))).toEqual([]);
});

test('no page threw anything that nobody caught', () => {
  expect([...artist.problems, ...client.problems]).toEqual([]);
});
