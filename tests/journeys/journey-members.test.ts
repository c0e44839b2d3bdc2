import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, type Screen } from '../support/browser.ts';
import { mailTo } from '../support/mail.ts';
import { openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import type { Person } from '../support/person.ts';
import { idOf } from '../support/scene.ts';
import type { World } from '../support/world.ts';
import { followMail } from './mail.ts';

jest.setTimeout(90_000);

const SLEEVES = 'Longshore, twelve sleeves';
const FESTIVAL = 'Lowtide festival identity';
const INVITED = 'noor@new-people.example';

let world: World;
let pages: Pages;
let owner: Screen;
let guest: Screen;
let newcomer: Screen;
let asOwner: Person;

beforeAll(async () => {
  pages = await openPages();
  ({ world } = pages);
  owner = await pages.screen();
  guest = await pages.screen();
  newcomer = await pages.screen();
  asOwner = await world.signIn('ingrid@northlight.example', 'northlight');
}, STARTS_WITHIN);
afterAll(() => pages.close());

/** Presses what has this name by keyboard alone. */
async function pressKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

const guests = (page: Page) => page.getByRole('list', { name: 'Guests', exact: true });

test('an owner sees which projects are open to a guest, and closes one by keyboard; the guest loses it at once', async () => {
  const { page } = owner;
  await page.clock.install();
  await signIn(page, 'ingrid@northlight.example', '/s/northlight/settings/members');
  await guests(page).getByText(FESTIVAL).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await signIn(guest.page, 'marisol@studio-marisol.example');
  await guest.page.getByRole('link', { name: 'Projects', exact: true }).waitFor();
  await guest.page.goto('/s/northlight/projects');
  await guest.page.getByRole('link', { name: SLEEVES }).waitFor();
  await pressKey(page, `Close ${SLEEVES} to Marisol Vega`);
  await guests(page).getByText(SLEEVES).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo', exact: true }).focus();
  await guest.page.getByRole('link', { name: SLEEVES }).waitFor({ state: 'detached' });
});

test('the owner thinks it over with the focus on it, takes it back, and the guest has the project again', async () => {
  await owner.page.clock.fastForward(60_000);
  await owner.page.clock.runFor(1_000);
  await owner.page.keyboard.press('Enter');
  await guests(owner.page).getByText(SLEEVES).waitFor();
  await guest.page.getByRole('link', { name: SLEEVES }).waitFor();
});

test('everything is closed to the guest in one step, and opened again in one', async () => {
  const { page } = owner;
  await pressKey(page, 'Close all projects to Marisol Vega');
  await guests(page).getByText('No project is open to them').waitFor();
  // It stays as long as somebody points at it.
  const closed = page.getByRole('listitem').filter({ hasText: 'No project is open to Marisol Vega' });
  await closed.hover();
  await guest.page.getByRole('link', { name: FESTIVAL }).waitFor({ state: 'detached' });
  expect(await barriersOn(page)).toEqual([]);
  await closed.getByRole('button', { name: 'Undo' }).click();
  await guests(page).getByText(FESTIVAL).waitFor();
  await guest.page.getByRole('link', { name: FESTIVAL }).waitFor();
});

test('an invitation of a guest that is mailed again still opens its project; the other tab knows it, too', async () => {
  const { page, context } = owner;
  const tab = await context.newPage();
  await tab.goto('/s/northlight/settings/members');
  await tab.getByRole('list', { name: 'Members' }).waitFor();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail address').fill(INVITED);
  await dialog.getByRole('radio', { name: /^Guest/ }).check();
  await dialog.getByLabel(FESTIVAL).check();
  await dialog.getByRole('button', { name: 'Mail the invitation' }).click();
  const waiting = page.getByRole('list', { name: 'Guests who are invited' });
  await waiting.getByText(FESTIVAL).waitFor();
  await tab.getByRole('list', { name: 'Guests who are invited' }).getByText(INVITED).waitFor();
  await waiting.getByText(/ends (in [67] days|next week)/).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  const first = await mailTo(world, INVITED, 'invitation');
  await page.getByRole('button', { name: `Mail the invitation of ${INVITED} again` }).click();
  await mailTo(world, INVITED, 'invitation', 1);
  await waiting.getByText(FESTIVAL).waitFor();
  await newcomer.page.goto(first.links.find((link) => link.startsWith(world.url)) ?? '');
  await newcomer.page.getByText('This invitation is no longer good').waitFor();
  await followMail(newcomer.page, INVITED, /Northlight/);
  await newcomer.page.getByLabel('Your name').fill('Noor Haddad');
  await newcomer.page.getByLabel('Password').fill('a kettle and four cups');
  await newcomer.page.getByRole('button', { name: 'Make an account' }).click();
  await newcomer.page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
  await followMail(newcomer.page, INVITED, /confirm/i);
  await newcomer.page.getByRole('button', { name: 'Confirm' }).click();
  await newcomer.page.getByRole('button', { name: 'Join Northlight' }).click();
  await guests(tab).getByText('Noor Haddad').waitFor();
  await tab.close();
  await newcomer.page.getByRole('link', { name: 'Projects', exact: true }).click();
  await newcomer.page.getByRole('link', { name: FESTIVAL }).waitFor();
  expect(await newcomer.page.getByRole('link', { name: SLEEVES }).count()).toBe(0);
});

interface Tasks {
  tasks: { nodes: { id: string }[] };
}
/** The ids of what somebody still has to do. */
async function openTasksOf(member: string): Promise<string[]> {
  const { tasks } = await asOwner.get<Tasks>(
    'query ($id: ID!) { tasks(first: 100, filter: { assigneeId: $id, status: [TODO, IN_PROGRESS, IN_REVIEW] }) { nodes { id } } }',
    { id: idOf('Member', `member:${member}`) },
  );
  return tasks.nodes.map(({ id }) => id);
}

test('before a member is removed the owner reads what becomes of their work, and hands it to another one', async () => {
  const { page, context } = owner;
  const theirs = await openTasksOf('kenji');
  expect(theirs.length).toBeGreaterThan(1);
  // The same owner in a second tab, who is about to do the same.
  const second = await context.newPage();
  await second.goto('/s/northlight/settings/members');
  for (const tab of [second, page]) {
    await tab.getByRole('button', { name: 'Remove Kenji Mori' }).click();
    await tab.getByRole('dialog').getByText(`${theirs.length} open tasks in`).waitFor();
  }
  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toMatch(/\d+ done tasks, \d+ comments/);
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByLabel('Who takes on the open tasks').selectOption({ label: 'Amara Obi' });
  await dialog.getByRole('button', { name: 'Remove from the studio' }).click();
  await page.getByText('Kenji Mori is no longer a member; Amara Obi has their open tasks').waitFor();
  await page.getByRole('list', { name: 'Members' }).getByText('Kenji Mori').waitFor({ state: 'detached' });
  await until(async () => {
    const hers = await openTasksOf('amara');
    return theirs.every((id) => hers.includes(id));
  });
  expect(await openTasksOf('kenji')).toEqual([]);
  // The second tab hears of it: there is nobody left to be removed.
  await second.getByRole('dialog').waitFor({ state: 'detached' });
  await second.getByRole('list', { name: 'Members' }).getByText('Kenji Mori').waitFor({ state: 'detached' });
  await second.close();
});

test('the audit log says who was removed, and by name who has their tasks', async () => {
  const page = await owner.context.newPage();
  await page.goto('/s/northlight/settings/audit-log');
  const line = page.getByRole('row').filter({ hasText: 'Removed a member' });
  await line.getByText('Tasks go to: Amara Obi').waitFor();
  expect(await line.textContent()).toContain('Kenji Mori');
  await page.close();
});

test('ownership is handed over by keyboard, after a fresh proof, and both are told by mail', async () => {
  const { page } = owner;
  await world.db.admin.query('update auth.sessions set proved_at = null');
  await pressKey(page, 'Hand ownership over');
  const dialog = page.getByRole('dialog', { name: 'Hand ownership over' });
  await dialog.getByLabel('New owner').selectOption({ label: 'Theo Lindqvist, Admin' });
  await dialog.getByRole('radio', { name: /^Become an admin/ }).focus();
  await page.keyboard.press('Space');
  expect(await barriersOn(page)).toEqual([]);
  await pressKey(page, 'Make them an owner');
  const proof = page.getByRole('dialog', { name: 'Is it you?' });
  await proof.getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Theo Lindqvist is the owner now, and you are an admin').waitFor();
  await page.getByRole('button', { name: 'Hand ownership over' }).waitFor({ state: 'detached' });
  expect((await mailTo(world, 'theo@northlight.example', 'ownership-transferred')).subject).toBe('You are now an owner of Northlight');
  expect((await mailTo(world, 'ingrid@northlight.example', 'ownership-transferred')).text).toContain('You are an admin now.');
  const { studio } = await asOwner.get<{ studio: { members: { nodes: { name: string }[] } } }>(
    '{ studio { members(roles: [OWNER]) { nodes { name } } } }',
  );
  expect(studio.members.nodes).toEqual([{ name: 'Theo Lindqvist' }]);
});

test('what each role may do is read side by side, and on a phone one role at a time', async () => {
  const { page } = owner;
  await page.getByRole('link', { name: 'What each role may do, one by one' }).click();
  const table = page.getByRole('table', { name: 'What each role may do' });
  const row = table.getByRole('row', { name: /^Read the audit log/ });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['Yes', 'Yes', '–No', '–No', '–No', '–No', '–No', '–No']);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Guest' });
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(['What', 'Guest']);
  expect(
    await table
      .getByRole('row', { name: /^See tasks/ })
      .getByRole('cell')
      .allTextContents(),
  ).toEqual(['Yes']);
  expect(await barriersOn(page)).toEqual([]);
});

test('no page threw anything that nobody caught', () => {
  expect({ owner: owner.problems, guest: guest.problems, newcomer: newcomer.problems }).toEqual({ owner: [], guest: [], newcomer: [] });
});
