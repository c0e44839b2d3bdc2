import type { Locator } from 'playwright-core';
import { ids } from '../support/scene.ts';
import { type DialogWalk, focusIsOn } from './dialog-by-keys.ts';
import type { Keyboard } from './keyboard.ts';

/** Where the settings of the demo's agency are. */
export const SETTINGS = '/s/northlight/settings';
/** One of its clients. */
export const CLIENT = `/s/northlight/clients/${ids.client}`;

/** A button by its whole name. */
export const button =
  (name: string | RegExp) =>
  (within: Pick<Locator, 'getByRole'>): Locator =>
    within.getByRole('button', { name, exact: true });
/** What is filled in, by its label. */
export const field =
  (label: string | RegExp) =>
  (within: Pick<Locator, 'getByLabel'>): Locator =>
    within.getByLabel(label, { exact: true });

/** Types into the field that has the focus, and sends the form. */
export const type = (text: string) => async (keys: Keyboard) => {
  await keys.page.keyboard.type(text);
  await keys.key('Enter');
};
const press = (name: string) => (keys: Keyboard, dialog: Locator) => keys.press(button(name)(dialog));

/** Writes a rate that is none, and sends the form from another field. */
const wrongRate = async (keys: Keyboard, dialog: Locator) => {
  await keys.type(field('Rate for an hour')(dialog), 'much');
  await keys.type(field('Name')(dialog), 'Somebody else');
  await keys.key('Enter');
};

/** The dialogs of settings, members, apps and clients, each as an owner meets it. */
export const WALKS: DialogWalk[] = [
  {
    dialog: 'Set up an authenticator app',
    at: `${SETTINGS}/security`,
    trigger: button('Set up an app'),
    first: field('Code that the app shows'),
    send: type('000000'),
    says: 'This code is not right',
    wrong: field('Code that the app shows'),
  },
  {
    dialog: 'New key',
    at: `${SETTINGS}/api-keys`,
    trigger: button('New key'),
    first: field('What it is for'),
    send: type('Posters'),
    says: 'Choose at least one thing',
    wrong: (dialog) => dialog.getByRole('checkbox').first(),
  },
  {
    dialog: 'A new secret for Wall calendar',
    at: `${SETTINGS}/api-keys`,
    trigger: button('New secret for Wall calendar'),
    first: field('The old secret works'),
    lost: 'RotateApiKey',
    send: press('Make a new secret'),
    says: 'The key has its old secret',
  },
  {
    dialog: 'End Wall calendar',
    at: `${SETTINGS}/api-keys`,
    trigger: button('End the key Wall calendar'),
    first: button('Keep it'),
    lost: 'RevokeApiKey',
    send: press('End the key'),
    says: 'The key still works',
    wrong: button('End the key'),
  },
  {
    dialog: 'Delete Northlight',
    at: `${SETTINGS}/studio`,
    trigger: button('Delete the studio'),
    first: field(/^Type the studio’s name/),
    send: type('Another studio'),
    says: 'This is not what stands there',
    wrong: field(/^Type the studio’s name/),
  },
  {
    dialog: 'Remove the demo data',
    at: `${SETTINGS}/studio`,
    trigger: button('Remove the demo data'),
    first: button('Keep it'),
    lost: 'RemoveDemoData',
    send: press('Remove it for good'),
    says: 'The demo is still here',
    wrong: button('Remove it for good'),
  },
  {
    dialog: 'Invite somebody',
    at: `${SETTINGS}/members`,
    trigger: button('Invite somebody'),
    first: field('E-mail address'),
    send: type('kenji@northlight.example'),
    says: 'This address belongs to somebody',
    wrong: field('E-mail address'),
  },
  {
    dialog: 'Hand ownership over',
    at: `${SETTINGS}/members`,
    trigger: button('Hand ownership over'),
    first: field('New owner'),
    lost: 'TransferOwnership',
    async send(keys, dialog) {
      await keys.key('ArrowDown');
      await press('Make them an owner')(keys, dialog);
    },
    says: 'Nothing was changed',
  },
  {
    dialog: 'Hand ownership over',
    at: `${SETTINGS}/members`,
    trigger: field(/^Role of Theo/),
    open: (keys) => keys.key('o'),
    first: field('New owner'),
    lost: 'TransferOwnership',
    send: press('Make them an owner'),
    says: 'Nothing was changed',
  },
  {
    dialog: 'Remove Kenji',
    at: `${SETTINGS}/members`,
    trigger: button(/^Remove Kenji/),
    first: button('Keep them'),
    ready: field('Who takes on the open tasks'),
    lost: 'RemoveMember',
    send: press('Remove from the studio'),
    says: 'Nothing was changed',
    wrong: button('Remove from the studio'),
  },
  {
    dialog: 'Leave Northlight',
    at: `${SETTINGS}/members`,
    trigger: button('Leave the studio'),
    first: button('Stay'),
    ready: (dialog) => dialog.getByText('To be done'),
    send: press('Leave the studio'),
    says: /owner/,
    wrong: button('Leave the studio'),
  },
  {
    dialog: 'Register an app',
    at: `${SETTINGS}/apps`,
    trigger: button('Register an app'),
    first: field('Name'),
    send: type('Posters'),
    says: 'Give at least one address',
    wrong: field('Addresses to come back to'),
  },
  {
    dialog: 'Change Wall calendar',
    at: `${SETTINGS}/apps`,
    trigger: button('Change Wall calendar'),
    first: field('Name'),
    async send(keys, dialog) {
      await keys.type(field('Addresses to come back to')(dialog), 'somewhere');
      await keys.press(field('Name')(dialog));
    },
    says: 'People cannot be sent back to somewhere',
    wrong: field('Addresses to come back to'),
  },
  {
    dialog: 'A new secret for Wall calendar',
    at: `${SETTINGS}/apps`,
    trigger: button('A new secret for Wall calendar'),
    first: field('The old secret works'),
    lost: 'RotateAppSecret',
    send: press('Make a new secret'),
    says: 'The app has its old secret',
  },
  {
    dialog: 'Remove Wall calendar',
    at: `${SETTINGS}/apps`,
    trigger: button('Remove Wall calendar'),
    first: button('Keep it'),
    lost: 'RemoveApp',
    send: press('Remove the app'),
    says: 'The app is still there',
    wrong: button('Remove the app'),
  },
  {
    dialog: 'New client',
    at: '/s/northlight/clients',
    trigger: button('New client'),
    first: field('Name'),
    send: wrongRate,
    says: 'Write a sum',
    wrong: field('Rate for an hour'),
  },
  {
    dialog: 'Change Lowtide Theatre Festival',
    at: CLIENT,
    trigger: button('Change'),
    first: field('Name'),
    send: wrongRate,
    says: 'Write a sum',
    wrong: field('Rate for an hour'),
  },
  {
    dialog: 'New contact',
    at: CLIENT,
    trigger: button('Add'),
    first: field('Name'),
    async send(keys, dialog) {
      await keys.type(field('E-mail address')(dialog), 'petra@lowtide.example');
      await keys.type(field('Name')(dialog), 'Petra');
      await keys.key('Enter');
    },
    says: 'Petra Lund has this address already',
    wrong: field('E-mail address'),
  },
  {
    dialog: 'Change Nell Byrne',
    at: CLIENT,
    trigger: button('More for Nell Byrne'),
    async open(keys) {
      await keys.key('Enter');
      await focusIsOn(keys.page, keys.page.getByRole('menuitem', { name: 'Change' }));
      await keys.key('Enter');
    },
    first: field('Name'),
    async send(keys, dialog) {
      await keys.type(field('E-mail address')(dialog), 'petra@lowtide.example');
      await keys.key('Enter');
    },
    says: 'Petra Lund has this address already',
    wrong: field('E-mail address'),
  },
];
