import { DEMO_LINK } from '@atelier/all-in-one/demo';
import { mailTo } from '../support/mail.ts';
import type { Person } from '../support/person.ts';
import { enter } from '../support/scene.ts';
import { DEMO_NOW, type World } from '../support/world.ts';
import { prepareLeaving } from './leaving.ts';
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
  await prepareLeaving(world, newcomer);
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
  await haveExports(world);
  return people;
}

/** Exports of the agency in each state that one can be in, as if they had been made over the last days. */
async function haveExports({ db }: World): Promise<void> {
  const states = [
    ['running', 4, null, null],
    ['ready', 60 * 26, null, 48_613_220],
    ['failed', 60 * 27, 'UNAVAILABLE', null],
    ['cancelled', 60 * 50, null, null],
    ['ready', 60 * 24 * 9, null, 47_120_411],
  ] as const;
  for (const [state, minutesAgo, failure, size] of states) {
    const at = new Date(DEMO_NOW.getTime() - minutesAgo * 60_000);
    await db.admin.query(
      `insert into accounts.data_exports (studio_id, id, kind, requested_by, state, rows_done, rows_total, percent, size, failure, requested_at, ready_at, expires_at)
       select s.id, gen_random_uuid(), 'studio', s.created_by, $1, 61240, 100312, 30, $2::bigint, $3::text, $4::timestamptz,
         case when $1 = 'ready' then $4::timestamptz end, case when $1 = 'ready' then $4::timestamptz + interval '7 days' end
       from accounts.studios s where s.slug = 'northlight'`,
      [state, size, failure, at],
    );
  }
}
