import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { barriersOn, type Screen } from '../support/browser.ts';
import { openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import type { Person } from '../support/person.ts';
import { type Stream, subscribe } from '../support/stream.ts';
import type { World } from '../support/world.ts';
import { startThirdParty, type ThirdParty } from './a-third-party.ts';

jest.setTimeout(90_000);

const PROJECT = 'Lowtide festival identity';
const NAME = 'Wall calendar';
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let world: World;
let pages: Pages;
let owner: Screen;
let artist: Screen;
let app: ThirdParty;
let program: Person;
let stream: Stream;

beforeAll(async () => {
  pages = await openPages();
  ({ world } = pages);
  owner = await pages.screen();
  artist = await pages.screen();
  app = await startThirdParty('projects:read studio:read offline_access');
}, STARTS_WITHIN);
afterAll(async () => {
  await app.close();
  await pages.close();
});

test('an owner registers an app in the settings', async () => {
  const { page } = owner;
  await signIn(page, 'ingrid@northlight.example', '/s/northlight/settings/apps');
  await page.getByRole('button', { name: 'Register an app' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(NAME);
  await dialog.getByLabel('Addresses to come back to').fill(app.redirectUri);
  await dialog.getByLabel('Read projects, tasks and comments').check();
  await dialog.getByLabel('Read the studio and its members').check();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByRole('heading', { name: `${NAME} is registered` }).waitFor();
  const [id = '', secret = ''] = await dialog.locator('code').allTextContents();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('list', { name: 'Registered apps' }).getByText(NAME, { exact: true }).waitFor();
  await app.knowAtelier(world.url, id, secret);
});

test('the owner says what it is for, shows its picture, and gives it a new secret while the old one works', async () => {
  const { page } = owner;
  await page.getByRole('button', { name: `Change ${NAME}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is for').fill('Hangs your week on the wall.');
  await dialog.getByLabel('Picture of the app').setInputFiles({ name: 'app.png', mimeType: 'image/png', buffer: PICTURE });
  await dialog.getByRole('button', { name: 'Choose another' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Hangs your week on the wall.').waitFor();
  const again = page.getByRole('button', { name: `A new secret for ${NAME}` });
  await again.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('The old secret works').selectOption('One day more');
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click();
  await page.getByRole('dialog').getByText('Secret', { exact: true }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByText('The old secret works until').waitFor();
});

test('an artist comes from the app, signs in, sees in plain words what it asks, and refuses', async () => {
  const { page } = artist;
  await signIn(page, 'kenji@northlight.example', app.home);
  await page.getByRole('heading', { name: `Let ${NAME} in?` }).waitFor();
  const asked = page.getByRole('list', { name: 'What it asks for' });
  expect(await asked.getByRole('listitem').allTextContents()).toEqual([
    'Read projects, tasks and comments',
    'Read the studio and its members',
    'Go on when you have left',
  ]);
  await page.getByText('Hangs your week on the wall.').waitFor();
  await page.getByText(`${NAME} is not ours: the studio Northlight made it.`).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.getByRole('heading', { name: 'Not connected' }).waitFor();
});

test('the next time the artist says yes, by the keyboard alone', async () => {
  const { page } = artist;
  await page.goto(app.home);
  await page.getByRole('button', { name: `Let ${NAME} in` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Connected', exact: true }).waitFor();
});

test('the app reads the projects of that studio, changes nothing, and hears what happens', async () => {
  program = world.stranger();
  program.authorization = `Bearer ${app.tokens()?.access_token}`;
  const { projects } = await program.get<{ projects: { nodes: { id: string; name: string }[] } }>(
    '{ projects(first: 50) { nodes { id name } } }',
  );
  const project = projects.nodes.find(({ name }) => name === PROJECT);
  expect(project).toBeDefined();
  const { codes } = await program.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename } }', {
    input: { projectId: project?.id, title: 'Not for apps' },
  });
  expect(codes).toEqual(['FORBIDDEN']);
  stream = subscribe(program, 'subscription ($id: ID!) { projectChanged(id: $id, after: 0) { __typename } }', {
    id: project?.id,
  });
  await stream.next();
});

test('the artist sees the app in the settings and shuts it out; what it listened to ends, and nothing is left to renew', async () => {
  const { page } = artist;
  await page.goto('/s/northlight/settings/apps');
  const own = page.getByRole('list', { name: 'Apps that you let in' });
  await own.getByText(NAME, { exact: true }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: `Shut ${NAME} out of Northlight` }).click();
  await own.getByText(NAME, { exact: true }).waitFor({ state: 'detached' });
  expect(await stream.ended).toBe(4403);
  const { data, codes } = await program.ask('{ viewer { kind } }');
  expect([data, codes]).toEqual([{ viewer: null }, []]);
  await expect(app.refresh()).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('the audit log tells of it, and a person’s own of how they came in', async () => {
  const { page } = owner;
  await page.goto('/s/northlight/settings/audit-log?what=apps');
  const log = page.getByRole('table', { name: 'Audit log' });
  await log.getByText('Shut an app out').waitFor();
  for (const what of ['Let an app in', 'Gave an app a new secret', 'Registered an app']) await log.getByText(what).first().waitFor();
  await artist.page.goto('/s/northlight/settings/security');
  await artist.page.getByRole('link', { name: 'What happened to my account' }).click();
  await artist.page.getByRole('table', { name: 'What happened to my account' }).getByText('Signed in').first().waitFor();
  expect(await barriersOn(artist.page)).toEqual([]);
  await artist.page.getByRole('link', { name: 'This was not me' }).click();
  await artist.page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
});

test('no page threw anything that nobody caught', () => {
  expect([...owner.problems, ...artist.problems]).toEqual([]);
});
