import { DEMO_LINK } from '@atelier/all-in-one/demo';
import type { Page } from 'playwright-core';
import { idOf } from '../support/scene.ts';
import type { Screen } from './screen.ts';

/** The studio that the newcomer has just made. */
export const NEW_STUDIO = { slug: 'paper-lantern', name: 'Paper Lantern' } as const;

const MURAL = `/s/studio-marisol/projects/${idOf('Project', 'project:harbour-mural')}`;
const LETTER = `/client/projects/${idOf('Project', 'project:harbour-mural')}`;
const NIGHT_SKY = idOf('Task', 'task:harbour-mural:7');

const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

/** Every screen, one line each. A new page adds its line here. */
export const SCREENS: readonly Screen[] = [
  // First, while everybody was seen just now.
  { name: 'settings-security', who: 'ingrid', path: '/s/northlight/settings/security' },

  { name: 'sign-in', who: 'stranger', path: '/sign-in' },
  { name: 'sign-up', who: 'stranger', path: '/sign-up' },
  { name: 'forgot-password', who: 'stranger', path: '/forgot-password' },
  { name: 'reset-password', who: 'stranger', path: '/reset-password?token=of-a-mail' },
  { name: 'join-ended', who: 'stranger', path: '/join/a-link-that-nobody-has-sent' },
  { name: 'welcome', who: 'marisol', path: '/welcome' },

  { name: 'home', who: 'marisol', path: '/s/studio-marisol' },
  { name: 'home-agency', who: 'ingrid', path: '/s/northlight' },
  { name: 'home-guest', who: 'guest', path: '/s/northlight' },
  { name: 'projects-list', who: 'marisol', path: '/s/studio-marisol/projects' },
  { name: 'projects-board', who: 'marisol', path: '/s/studio-marisol/projects?view=board' },
  { name: 'project-board', who: 'marisol', path: MURAL },
  { name: 'project-stages', who: 'marisol', path: `${MURAL}?group=stage` },
  { name: 'project-list', who: 'marisol', path: `${MURAL}?view=list` },
  { name: 'project-as-client', who: 'marisol', path: `${MURAL}?as=client` },
  { name: 'project-nothing-found', who: 'marisol', path: `${MURAL}?q=zebra` },
  { name: 'task', who: 'marisol', path: `${MURAL}?task=${NIGHT_SKY}` },
  { name: 'project-brief', who: 'marisol', path: `${MURAL}/brief` },
  { name: 'project-talk', who: 'marisol', path: `${MURAL}/talk` },
  { name: 'project-activity', who: 'marisol', path: `${MURAL}/activity` },
  { name: 'project-share', who: 'marisol', path: MURAL, open: press(/^share/i) },
  { name: 'clients', who: 'marisol', path: '/s/studio-marisol/clients' },
  { name: 'client', who: 'marisol', path: `/s/studio-marisol/clients/${idOf('Client', 'client:harbour-museum')}` },
  { name: 'notifications', who: 'marisol', path: '/s/studio-marisol/notifications' },
  { name: 'trash', who: 'marisol', path: '/s/studio-marisol/trash' },
  { name: 'settings-profile', who: 'ingrid', path: '/s/northlight/settings/profile' },
  { name: 'settings-studio', who: 'ingrid', path: '/s/northlight/settings/studio' },
  { name: 'settings-members', who: 'ingrid', path: '/s/northlight/settings/members' },
  { name: 'settings-notifications', who: 'ingrid', path: '/s/northlight/settings/notifications' },
  { name: 'settings-api-keys', who: 'ingrid', path: '/s/northlight/settings/api-keys' },
  {
    name: 'palette',
    who: 'marisol',
    path: '/s/studio-marisol',
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
    async open(page) {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },

  { name: 'empty-home', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}` },
  { name: 'empty-projects', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}/projects` },
  { name: 'empty-clients', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}/clients` },
  { name: 'empty-notifications', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}/notifications` },
  { name: 'empty-trash', who: 'newcomer', path: `/s/${NEW_STUDIO.slug}/trash` },
  { name: 'not-found', who: 'marisol', path: '/s/studio-marisol/nowhere' },

  { name: 'client-link', who: 'stranger', path: `/p/${DEMO_LINK}` },
  { name: 'client-link-ended', who: 'stranger', path: '/p/a-link-that-nobody-has-ever-sent' },
  { name: 'letter', who: 'client', path: LETTER },
  { name: 'letter-spanish', who: 'client', path: LETTER, locale: 'es-ES' },
  { name: 'letter-task', who: 'client', path: `${LETTER}?task=${NIGHT_SKY}` },
  { name: 'letter-closed', who: 'stranger', path: LETTER },
  { name: 'dev-mail', who: 'stranger', path: '/dev/mail' },
];
