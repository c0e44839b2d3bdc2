import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { openPages, type Pages, STARTS_WITHIN, signIn } from '../support/pages.ts';
import type { Person } from '../support/person.ts';
import { ids } from '../support/scene.ts';
import { type DialogWalk, focusIsOn, staysInside, walkDialog } from './dialog-by-keys.ts';
import { button, CLIENT, field, SETTINGS, type, WALKS } from './dialogs.ts';
import { type Keyboard, keysOnly } from './keyboard.ts';

jest.setTimeout(90_000);

let pages: Pages;
let owner: Keyboard;
let manager: Keyboard;
let api: Person;
const problems: string[][] = [];

beforeAll(async () => {
  pages = await openPages();
  api = await pages.world.signIn('ingrid@northlight.example', 'northlight');
  await api.get(`mutation {
    createApiKey(input: { name: "Wall calendar", scopes: [PROJECTS_READ] }) { __typename }
    registerApp(input: { name: "Wall calendar", redirectUris: ["https://app.example.test/back"], scopes: [PROJECTS_READ] }) { __typename } }`);
  [owner, manager] = [await comeIn('ingrid'), await comeIn('amara')];
}, STARTS_WITHIN);
afterEach(() => {
  expect([owner.pointers(), manager.pointers()]).toEqual([0, 0]);
});
afterAll(() => pages.close());

/** Somebody of the agency without a mouse. The page of the sign-in itself is walked elsewhere. */
async function comeIn(who: string): Promise<Keyboard> {
  const screen = await pages.screen();
  problems.push(screen.problems);
  await signIn(screen.page, `${who}@northlight.example`);
  await screen.page.getByRole('link', { name: 'Home', exact: true }).waitFor();
  return keysOnly(screen.page);
}

const nameOf = ({ dialog, at }: DialogWalk): string => `${dialog}, at ${at === CLIENT ? 'a client' : at.split('/').at(-1)}`;

for (const walk of WALKS) {
  test(`${nameOf(walk)}: opened, walked round, refused and left by keys alone`, () => walkDialog(owner, walk));
}

test('Is it you?: opened, walked round, refused and left by keys alone', async () => {
  await pages.world.db.admin.query('update auth.sessions set proved_at = null');
  await walkDialog(owner, {
    dialog: 'Is it you?',
    at: `${SETTINGS}/security`,
    trigger: button('Set up an app'),
    first: field('Your password'),
    send: type('not my password'),
    says: 'This is not your present password',
    wrong: field('Your password'),
  });
});

test('Delete your account?: opened, walked round, refused and left by keys alone', () =>
  walkDialog(manager, {
    dialog: 'Delete your account?',
    at: `${SETTINGS}/security`,
    trigger: button('Delete my account'),
    first: field(/^Type your address/),
    send: type('somebody@else.example'),
    says: 'This is not what stands there',
    wrong: field(/^Type your address/),
  }));

test('Not yet: whoever may not delete their account stands on the way out of it', async () => {
  const { page } = owner;
  await page.goto(`${SETTINGS}/security`);
  await owner.press(button('Delete my account')(page));
  const dialog = page.getByRole('dialog', { name: 'Not yet' });
  await dialog.getByRole('link', { name: 'Its members' }).first().waitFor();
  await focusIsOn(page, dialog.getByText('Close', { exact: true }).locator('..'));
  await staysInside(owner, dialog);
  await owner.key('Enter');
  await focusIsOn(page, button('Delete my account')(page));
});

test('Is it you? over another dialog: Escape leads back into that one, where one was', async () => {
  const { page } = owner;
  await pages.world.db.admin.query('update auth.sessions set proved_at = null');
  await page.goto(`${SETTINGS}/studio`);
  await owner.press(button('Delete the studio')(page));
  const typed = field(/^Type the studio’s name/)(page.getByRole('dialog'));
  await focusIsOn(page, typed);
  const name = (await page.getByText(/^Type the studio’s name/).textContent())?.split(': ')[1] ?? '';
  await type(name)(owner);
  const proof = page.getByRole('dialog', { name: 'Is it you?' });
  await focusIsOn(page, field('Your password')(proof));
  await staysInside(owner, proof);
  await owner.key('Escape');
  await proof.waitFor({ state: 'detached' });
  await focusIsOn(page, typed);
  await owner.key('Escape');
  await focusIsOn(page, button('Delete the studio')(page));
});

test('Somebody was faster: the Enter that saved chooses nothing, and Escape leads back to where the change began', async () => {
  const { page } = owner;
  await page.goto(CLIENT);
  await owner.press(button('Change')(page));
  await focusIsOn(page, field('Name')(page.getByRole('dialog')));
  const { node } = await api.get<{ node: { version: number } }>('query ($id: ID!) { node(id: $id) { ... on Client { version } } }', {
    id: ids.client,
  });
  await api.get('mutation ($input: UpdateClientInput!) { updateClient(input: $input) { __typename } }', {
    input: { id: ids.client, expectedVersion: node.version, name: 'Lowtide Festival' },
  });
  await owner.key('Control+a');
  await type('Lowtide Theatre')(owner);
  const conflict = page.getByRole('dialog', { name: 'Somebody was faster' });
  await focusIsOn(page, conflict.getByRole('button', { name: 'Close' }));
  await staysInside(owner, conflict);
  await owner.key('Escape');
  await conflict.waitFor({ state: 'detached' });
  await focusIsOn(page, button('Change')(page));
});

/** What is shown once: by which button, what is asked for, in which dialog. */
const SHOWN_ONCE = [
  {
    at: 'api-keys',
    by: 'New secret for Wall calendar',
    ask: 'Make a new secret',
    dialog: 'The key “Wall calendar”',
    keep: 'I have kept it',
  },
  { at: 'apps', by: 'A new secret for Wall calendar', ask: 'Make a new secret', dialog: 'A new secret for', keep: 'I have kept it' },
  { at: 'members', by: 'Invite somebody', ask: 'Make a link', typed: 'noor@new-people.example', dialog: 'The link for noor', keep: 'Done' },
];

/** Opens what is shown once, and waits until it is there. */
async function showOnce({ at, by, ask, typed, dialog: name }: (typeof SHOWN_ONCE)[number]) {
  const { page } = owner;
  await page.goto(`${SETTINGS}/${at}`);
  await owner.press(button(by)(page));
  const dialog = page.getByRole('dialog');
  await dialog.locator('input:focus, select:focus').waitFor();
  if (typed !== undefined) await page.keyboard.type(typed);
  await owner.press(button(ask)(dialog));
  const shown = page.getByRole('dialog', { name });
  await focusIsOn(page, button('Copy')(shown));
  return shown;
}

for (const once of SHOWN_ONCE) {
  test(`${once.dialog}: what is shown once is put away by keys alone, and neither by the Enter that asked for it nor by Escape`, async () => {
    const { page } = owner;
    const shown = await showOnce(once);
    await staysInside(owner, shown);
    await owner.key('Escape');
    await shown.getByRole('alert').filter({ hasText: 'it is not shown again' }).waitFor();
    await focusIsOn(page, button('Copy')(shown));
    await owner.press(button('Close')(shown));
    await owner.press(button(once.keep)(shown));
    await shown.waitFor({ state: 'detached' });
    await focusIsOn(page, button(once.by)(page));
  });
}

test.each(SHOWN_ONCE)('$dialog: once it is copied, Escape leaves it', async (once) => {
  const { page } = owner;
  await page.context().grantPermissions(['clipboard-write']);
  const typed = once.typed && `other-${once.typed}`;
  const shown = await showOnce({ ...once, ...(typed && { typed, dialog: 'The link for other-noor' }) });
  await owner.key('Escape');
  await shown.getByRole('alert').waitFor();
  await owner.press(button('Copy')(shown));
  await button('Copied')(shown).waitFor();
  expect(await shown.getByRole('alert').count()).toBe(0);
  await owner.key('Escape');
  await shown.waitFor({ state: 'detached' });
  await focusIsOn(page, button(once.by)(page));
});

/** Menus, by their button, with the first line of each. */
const MENUS: { at: string; by: string | RegExp; first: string | RegExp }[] = [
  { at: SETTINGS, by: /: your menu$/, first: 'Your profile' },
  { at: SETTINGS, by: /^Studio: /, first: /^Northlight/ },
  { at: CLIENT, by: /^More for Lowtide/, first: 'Archive' },
  { at: CLIENT, by: 'More for Petra Lund', first: 'Change' },
];

test.each(MENUS)('a menu, $by: opened, gone through and left by keys alone', async ({ at, by, first }) => {
  const { page } = owner;
  await page.goto(at);
  const trigger = button(by)(page);
  await owner.reach(trigger);
  for (const key of ['Enter', 'ArrowDown']) {
    await owner.key(key);
    const menu = page.getByRole('menu');
    const lines = menu.getByRole('menuitem').or(menu.getByRole('menuitemradio'));
    await focusIsOn(page, menu.getByRole('menuitem', { name: first }));
    await owner.reach(lines.last(), 'ArrowDown');
    await owner.key('Home');
    await focusIsOn(page, lines.first());
    await owner.key('Tab');
    await focusIsOn(page, lines.first());
    await owner.key('Escape');
    await menu.waitFor({ state: 'detached' });
    await focusIsOn(page, trigger);
  }
});

test('the notifications: opened, walked round and left by keys alone', async () => {
  const { page } = owner;
  await page.goto(SETTINGS);
  const trigger = button(/^Notifications/)(page);
  await owner.press(trigger);
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await panel.and(page.locator(':focus')).or(panel.locator(':focus')).waitFor();
  await owner.key('Escape');
  await panel.waitFor({ state: 'detached' });
  await focusIsOn(page, trigger);
});

test('a message: seen while it has the focus, passed by Tab, and its undo gives the focus back', async () => {
  const { page } = owner;
  await page.goto(`${SETTINGS}/members`);
  await owner.reach(field(/^Role of Kenji/)(page));
  await owner.key('m');
  const undo = button('Undo')(page);
  await owner.reach(undo);
  await owner.reach(button(/^Studio: /)(page));
  await owner.press(undo);
  await undo.waitFor({ state: 'detached' });
  await page.locator(':focus:not(body, [data-sonner-toaster] *)').waitFor();
});

test('no page threw anything that nobody caught', () => {
  expect(problems.flat()).toEqual([]);
});
