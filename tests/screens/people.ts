import { DEMO_LINK } from '@atelier/all-in-one/demo';
import type { Person } from '../support/person.ts';
import { enter } from '../support/scene.ts';
import { DEMO_NOW, type World } from '../support/world.ts';
import type { Who } from './screen.ts';
import { NEW_STUDIO } from './table.ts';

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
  // Sign-in has a clock of its own: the list of sessions must say the same on every day.
  await world.db.admin.query('update auth.sessions set created_at = $1, updated_at = $1', [DEMO_NOW]);
  return people;
}
