import { DEMO_LINK } from '@atelier/all-in-one/demo';
import { mailTo } from '../support/mail.ts';
import type { Person } from '../support/person.ts';
import { enter } from '../support/scene.ts';
import { DEMO_NOW, type World } from '../support/world.ts';
import type { Who } from './screen.ts';
import { NEW_STUDIO } from './table.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** Signs in everybody who looks at a screen, and makes the newcomer's studio. */
export async function bringPeople(world: World): Promise<Readonly<Record<Who, Person>>> {
  const newcomer = await world.signIn('kenji@northlight.example', null);
  await newcomer.get(
    'mutation ($input: CreateStudioInput!) { createStudio(input: $input) { ... on CreateStudioSuccess { studio { id } } } }',
    { input: { name: NEW_STUDIO.name, slug: NEW_STUDIO.slug, timeZone: 'Europe/Oslo' } },
  );
  const people = {
    stranger: world.stranger(),
    marisol: await world.signIn('marisol@studio-marisol.example', 'studio-marisol'),
    ingrid: await world.signIn('ingrid@northlight.example', 'northlight'),
    guest: await world.signIn('marisol@studio-marisol.example', 'northlight'),
    newcomer,
    client: await enter(world, `/p/${DEMO_LINK}`),
  };
  await people.stranger.post('/auth/request-password-reset', { email: 'marisol@studio-marisol.example', redirectTo: '/reset-password' });
  await mailTo(world, 'marisol@studio-marisol.example', 'reset-password');
  await world.db.admin.query('update messaging.mails set created_at = $1', [DEMO_NOW]);
  // Sign-in has a clock of its own, and no browser yet: the list of sessions must say the same on every day.
  await world.db.admin.query('update auth.sessions set created_at = $1, updated_at = $1, user_agent = $2', [DEMO_NOW, FIREFOX]);
  return people;
}
