import { DEMO_LINK } from '@atelier/all-in-one/demo';
import type { Page } from 'playwright-core';
import { idOf } from '../support/scene.ts';
import { LEAVING_STUDIO, RECEIPT } from './leaving.ts';
import type { Screen } from './screen.ts';

/** The studio that the newcomer has just made. */
export const NEW_STUDIO = { slug: 'paper-lantern', name: 'Paper Lantern' } as const;

const MURAL = `/s/studio-marisol/projects/${idOf('Project', 'project:harbour-mural')}`;
const LETTER = `/client/projects/${idOf('Project', 'project:harbour-mural')}`;
const AN_APP = idOf('App', 'app:hours');
const CONNECT = `/connect?request=${encodeURIComponent(
  `client_id=${AN_APP}&redirect_uri=${encodeURIComponent('https://hours.example/back')}&scope=projects:read studio:read offline_access`,
)}`;
const NIGHT_SKY = idOf('Task', 'task:harbour-mural:6');

/** Waits for words in what opens over the page. */
const until = (words: RegExp) => (page: Page) => page.getByRole('dialog').getByText(words).waitFor();

/** Presses the first button of this name and waits for what it opens. */
const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

/** Every screen, one line each. A new page adds its line here. */
export const SCREENS: readonly Screen[] = [
  // First, while everybody was seen just now.
  { name: 'settings-security', who: 'ingrid', path: '/s/northlight/settings/security', shows: 'Where you are signed in' },

  { name: 'own-security', who: 'ingrid', path: '/security', shows: 'Where you are signed in' },
  { name: 'own-security-kept-out', who: 'ingrid', path: '/security?back=/s/northlight', shows: 'Where you are signed in' },
  { name: 'proven', who: 'stranger', path: '/proven?error=proof_not_fresh', shows: 'That was no proof' },
  { name: 'second-step', who: 'stranger', path: '/second-step?ways=totp+passkey', shows: 'One more step' },
  {
    name: 'second-step-recovery',
    who: 'stranger',
    path: '/second-step?ways=totp',
    shows: 'One more step',
    async open(page) {
      await page.getByRole('button', { name: 'Use a recovery code' }).click();
      await page.getByLabel('Recovery code').waitFor();
    },
  },
  {
    name: 'second-step-lost',
    who: 'stranger',
    path: '/second-step?ways=totp',
    shows: 'One more step',
    async open(page) {
      await page.getByRole('button', { name: 'I have lost all of it' }).click();
      await page.getByText('Everything is lost').waitFor();
    },
  },
  { name: 'sign-in', who: 'stranger', path: '/sign-in', shows: 'Mail me a link' },
  { name: 'sign-up', who: 'stranger', path: '/sign-up', shows: 'Make an account' },
  { name: 'forgot-password', who: 'stranger', path: '/forgot-password', shows: 'Mail me the link' },
  { name: 'verify-email-elsewhere', who: 'stranger', path: '/verify-email?token=of-a-mail', shows: 'Choose a password' },
  {
    name: 'reset-password',
    who: 'stranger',
    path: '/dev/mail',
    shows: 'Mail outbox',
    async open(page) {
      await page
        .getByRole('link', { name: /contraseña nueva/ })
        .first()
        .click();
      await page
        .getByRole('link', { name: /reset-password/ })
        .first()
        .click();
      await page.getByLabel('New password').waitFor();
    },
  },
  { name: 'reset-password-ended', who: 'stranger', path: '/reset-password?token=of-a-mail', shows: 'This link is no longer good' },
  { name: 'join-ended', who: 'stranger', path: '/join/a-link-that-nobody-has-sent', shows: 'This invitation is no longer good' },
  { name: 'welcome', who: 'marisol', path: '/welcome', shows: 'Your studio' },

  { name: 'home', who: 'marisol', path: '/s/studio-marisol', shows: 'Ask the fire brigade about the hydrant' },
  { name: 'home-agency', who: 'ingrid', path: '/s/northlight', shows: 'With others this week' },
  { name: 'home-guest', who: 'guest', path: '/s/northlight', shows: 'Twelve day marks' },
  { name: 'projects-list', who: 'marisol', path: '/s/studio-marisol/projects', shows: 'Two whippets' },
  { name: 'projects-board', who: 'marisol', path: '/s/studio-marisol/projects?view=board', shows: 'Two whippets' },
  { name: 'project-board', who: 'marisol', path: MURAL, shows: 'Stencils for the wave pattern' },
  { name: 'project-stages', who: 'marisol', path: `${MURAL}?group=stage`, shows: 'Stencils for the wave pattern' },
  { name: 'project-list', who: 'marisol', path: `${MURAL}?view=list`, shows: 'Stencils for the wave pattern' },
  { name: 'project-as-client', who: 'marisol', path: `${MURAL}?as=client`, shows: 'This is what the client sees' },
  { name: 'project-nothing-found', who: 'marisol', path: `${MURAL}?q=zebra`, shows: 'No task is like that' },
  { name: 'task', who: 'marisol', path: `${MURAL}?task=${NIGHT_SKY}`, shows: 'Put in the trash' },
  { name: 'project-brief', who: 'marisol', path: `${MURAL}/brief`, shows: 'A wall of 38 by 4 metres' },
  { name: 'project-talk', who: 'marisol', path: `${MURAL}/talk`, shows: 'Long-range forecast' },
  { name: 'project-activity', who: 'marisol', path: `${MURAL}/activity`, shows: 'Approve the pencil drawing' },
  { name: 'project-share', who: 'marisol', path: MURAL, shows: 'Stencils for the wave pattern', open: press(/^share/i) },
  { name: 'clients', who: 'marisol', path: '/s/studio-marisol/clients', shows: 'Matilda Wren' },
  { name: 'client', who: 'marisol', path: `/s/studio-marisol/clients/${idOf('Client', 'client:harbour-museum')}`, shows: 'Inés Vidal' },
  { name: 'notifications', who: 'marisol', path: '/s/studio-marisol/notifications', shows: 'Seven is perfect' },
  { name: 'trash', who: 'marisol', path: '/s/studio-marisol/trash', shows: 'Old Mill poster' },
  { name: 'settings-profile', who: 'ingrid', path: '/s/northlight/settings/profile', shows: 'Your name' },
  { name: 'settings-studio', who: 'ingrid', path: '/s/northlight/settings/studio', shows: 'Remove the demo data' },
  { name: 'settings-members', who: 'ingrid', path: '/s/northlight/settings/members', shows: 'lena.fischer@people.example' },
  {
    name: 'member-remove',
    who: 'ingrid',
    path: '/s/northlight/settings/members',
    shows: 'lena.fischer@people.example',
    async open(page) {
      await page.getByRole('button', { name: 'Remove Kenji' }).click();
      await page.getByRole('dialog').getByText('Who takes on the open tasks').waitFor();
    },
  },
  {
    name: 'member-make-owner',
    who: 'ingrid',
    path: '/s/northlight/settings/members',
    shows: 'lena.fischer@people.example',
    async open(page) {
      await page.getByRole('button', { name: 'Hand ownership over' }).click();
      await page.getByRole('dialog').getByText('Become an admin').waitFor();
    },
  },
  { name: 'settings-roles', who: 'ingrid', path: '/s/northlight/settings/members/roles', shows: 'Read the audit log' },
  { name: 'settings-notifications', who: 'ingrid', path: '/s/northlight/settings/notifications', shows: 'What reaches you' },
  {
    name: 'settings-audit-log',
    who: 'ingrid',
    path: '/s/northlight/settings/audit-log',
    shows: 'Signed in',
    open: async (page) => {
      await page.getByRole('button', { name: 'Check the log' }).click();
      await page.getByText(/^Whole: \d+ lines?, as/).waitFor();
    },
  },
  { name: 'settings-export', who: 'ingrid', path: '/s/northlight/settings/export', shows: 'Being made' },
  { name: 'empty-export', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}/settings/export`, shows: 'Nothing was exported yet' },
  { name: 'settings-api-keys', who: 'ingrid', path: '/s/northlight/settings/api-keys', shows: 'Bookkeeping' },
  {
    name: 'api-key-new-secret',
    who: 'ingrid',
    path: '/s/northlight/settings/api-keys',
    shows: 'Bookkeeping',
    open: async (page) => {
      await page.getByRole('button', { name: 'New secret for Bookkeeping' }).click();
      await page.getByText('The old secret works').waitFor();
    },
  },
  { name: 'settings-apps', who: 'ingrid', path: '/s/northlight/settings/apps', shows: 'Registered apps' },
  {
    name: 'app-change',
    who: 'ingrid',
    path: '/s/northlight/settings/apps',
    shows: 'Registered apps',
    open: press(/^Change (?!the)/),
  },
  {
    name: 'app-new-secret',
    who: 'ingrid',
    path: '/s/northlight/settings/apps',
    shows: 'Registered apps',
    open: press(/^A new secret for/),
  },
  { name: 'settings-own-log', who: 'ingrid', path: '/s/northlight/settings/security/log', shows: 'This was not me' },
  { name: 'own-log', who: 'ingrid', path: '/security/log', shows: 'This was not me' },
  { name: 'connect', who: 'ingrid', path: CONNECT, shows: 'You take it back at any time' },
  { name: 'connect-not-good', who: 'ingrid', path: '/connect?error=invalid_redirect', shows: 'This app cannot be let in' },
  {
    name: 'delete-studio',
    who: 'ingrid',
    path: '/s/northlight/settings/studio',
    shows: 'Remove the demo data',
    open: press(/^Delete the studio$/),
  },
  {
    name: 'delete-account',
    who: 'marisol',
    path: '/s/studio-marisol/settings/security',
    shows: 'Where you are signed in',
    async open(page) {
      await press(/^Delete my account$/)(page);
      await until(/Studio Marisol/)(page);
    },
  },
  {
    name: 'delete-account-not-yet',
    who: 'ingrid',
    path: '/s/northlight/settings/security',
    shows: 'Where you are signed in',
    async open(page) {
      await press(/^Delete my account$/)(page);
      await until(/Its members/)(page);
    },
  },
  { name: 'studio-leaving', who: 'newcomer', path: `/s/${LEAVING_STUDIO.slug}/settings/studio`, shows: 'days are left' },
  { name: 'receipt', who: 'stranger', path: RECEIPT, shows: 'The account is deleted' },
  { name: 'receipt-spanish', who: 'stranger', path: RECEIPT, shows: 'La cuenta está eliminada', locale: 'es-ES' },
  { name: 'receipt-over', who: 'stranger', path: '/auth/receipt/of-nobody', shows: 'There is no receipt here' },
  {
    name: 'palette',
    who: 'marisol',
    path: '/s/studio-marisol',
    shows: 'Good morning',
    async open(page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('harb');
      await page
        .getByRole('option', { name: /harbour mural/i })
        .first()
        .waitFor();
    },
  },
  {
    name: 'shortcuts',
    who: 'marisol',
    path: '/s/studio-marisol',
    shows: 'Good morning',
    async open(page) {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },

  { name: 'empty-home', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}`, shows: 'Nothing waits for you' },
  { name: 'empty-projects', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}/projects`, shows: 'No projects yet' },
  { name: 'empty-clients', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}/clients`, shows: 'Nobody sits here yet' },
  { name: 'empty-notifications', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}/notifications`, shows: 'No news yet' },
  { name: 'empty-trash', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}/trash`, shows: 'The trash is empty' },
  { name: 'not-found', who: 'marisol', path: '/s/studio-marisol/nowhere', shows: 'This page is not here' },

  { name: 'client-link', who: 'stranger', path: `/p/${DEMO_LINK}`, shows: 'Open the project' },
  { name: 'client-link-ended', who: 'stranger', path: '/p/a-link-that-nobody-has-ever-sent', shows: 'Mail me a new one' },
  { name: 'letter', who: 'client', path: LETTER, shows: 'Between us' },
  { name: 'letter-spanish', who: 'client', path: LETTER, shows: 'Entre nosotros', locale: 'es-ES' },
  { name: 'letter-task', who: 'client', path: `${LETTER}?task=${NIGHT_SKY}`, shows: 'Between us', open: until(/^Notes$/) },
  { name: 'letter-closed', who: 'stranger', path: LETTER, shows: 'This page is not open now' },
  { name: 'dev-mail', who: 'stranger', path: '/dev/mail', shows: 'Mail outbox' },
];
