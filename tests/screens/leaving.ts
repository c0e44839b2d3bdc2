import { createHash } from 'node:crypto';
import type { ErasedTable } from '@atelier/service-kit/erase';
import { uuidv7 } from '@atelier/service-kit/ids';
import { PSEUDONYM, WORK } from '@atelier/service-kit/personal-data';
import type { Words } from '@atelier/service-kit/words';
import type { Person } from '../support/person.ts';
import { DEMO_NOW, type World } from '../support/world.ts';

const DAY_MS = 86_400_000;
const TOKEN = 'a-link-to-the-receipt-of-somebody-who-left-';

/** A studio that is about to go. */
export const LEAVING_STUDIO = { slug: 'paper-crane', name: 'Paper Crane' } as const;

/** Where the receipt is that `prepareLeaving` makes. */
export const RECEIPT = `/auth/receipt/${TOKEN}`;

const line = (table: string, holds: Words, gone: number, kept: ErasedTable['kept'] = null): ErasedTable => ({
  table,
  holds,
  gone,
  emptied: 0,
  kept,
});
const LINES: ErasedTable[] = [
  line('accounts.members', { en: 'Who belongs to the studio, and as what.', es: 'Quién pertenece al estudio, y con qué papel.' }, 2),
  line('auth.users', { en: 'The account: name, address, picture, language.', es: 'La cuenta: nombre, dirección, imagen, idioma.' }, 1),
  line(
    'auth.sessions',
    {
      en: 'Where the person is signed in: browser and network address.',
      es: 'Dónde tiene la persona la sesión abierta: navegador y dirección de red.',
    },
    3,
  ),
  line('messaging.notifications', { en: 'What people were told of.', es: 'De qué se avisó a cada persona.' }, 41),
  {
    ...line('projects.tasks', { en: 'Tasks, with their descriptions and checklists.', es: 'Tareas, con sus descripciones y listas.' }, 0, {
      rows: 18,
      code: PSEUDONYM.code,
      because: PSEUDONYM.because,
      until: null,
    }),
    emptied: 6,
  },
  line('projects.comments', { en: 'What was said about projects and tasks.', es: 'Lo que se dijo de los proyectos y las tareas.' }, 0, {
    rows: 27,
    code: WORK.code,
    because: WORK.because,
    until: null,
  }),
  line(
    'accounts.audit_log',
    {
      en: 'What happened to who may get in: what, when, and from which network address.',
      es: 'Qué pasó con los accesos: qué, cuándo y desde qué dirección de red.',
    },
    0,
    {
      rows: 12,
      code: 'LOG_OF_ACCESS',
      because: {
        en: 'A security log shows who got in, should that be asked about. It names nobody by name.',
        es: 'Un registro de seguridad muestra quién entró, por si alguien lo pregunta. No llama a nadie por su nombre.',
      },
      until: new Date(DEMO_NOW.getTime() + 91 * DAY_MS).toISOString(),
    },
  ),
];

/** Makes a studio of somebody's that is to be deleted, and the receipt of a person who left. */
export async function prepareLeaving(world: World, person: Person): Promise<void> {
  await person.get(
    'mutation ($input: CreateStudioInput!) { createStudio(input: $input) { ... on CreateStudioSuccess { studio { id } } } }',
    { input: { ...LEAVING_STUDIO, timeZone: 'Europe/Oslo' } },
  );
  const [asked, due] = [new Date(DEMO_NOW.getTime() - 2 * DAY_MS), new Date(DEMO_NOW.getTime() + 12 * DAY_MS)];
  await world.db.admin.query(
    `insert into accounts.studio_deletions (studio_id, requested_by, requested_at, due_at)
     select s.id, m.id, $2, $3 from accounts.studios s join accounts.members m on m.studio_id = s.id where s.slug = $1`,
    [LEAVING_STUDIO.slug, asked, due],
  );
  await world.db.admin.query(
    `insert into accounts.erasures (id, kind, subject_id, veiled, token_hash, requested_at, began_at, told_at, completed_at, expires_at, tables)
     values ($1, 'ACCOUNT', $1, $2, $3, $4, $5, $5, $5, $6, $7)`,
    [
      uuidv7(),
      ['so…@people.example'],
      createHash('sha256').update(TOKEN).digest('base64url'),
      new Date(DEMO_NOW.getTime() - 14 * DAY_MS),
      DEMO_NOW,
      new Date(DEMO_NOW.getTime() + 90 * DAY_MS),
      JSON.stringify(LINES),
    ],
  );
}
