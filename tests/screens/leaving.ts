import { createHash } from 'node:crypto';
import type { ErasedTable } from '@atelier/service-kit/erase';
import { uuidv7 } from '@atelier/service-kit/ids';
import { PSEUDONYM, WORK } from '@atelier/service-kit/personal-data';
import type { Person } from '../support/person.ts';
import { DEMO_NOW, type World } from '../support/world.ts';

const DAY_MS = 86_400_000;
const TOKEN = 'a-link-to-the-receipt-of-somebody-who-left-';

/** A studio that is about to go. */
export const LEAVING_STUDIO = { slug: 'paper-crane', name: 'Paper Crane' } as const;

/** Where the receipt is that `prepareLeaving` makes. */
export const RECEIPT = `/auth/receipt/${TOKEN}`;

const line = (table: string, holds: string, gone: number, kept: ErasedTable['kept'] = null): ErasedTable => ({
  table,
  holds,
  gone,
  emptied: 0,
  kept,
});
const LINES: ErasedTable[] = [
  line('accounts.members', 'Who belongs to the studio, and as what.', 2),
  line('auth.users', 'The account: name, address, picture, language.', 1),
  line('auth.sessions', 'Where the person is signed in: browser and network address.', 3),
  line('messaging.notifications', 'What people were told of.', 41),
  {
    ...line('projects.tasks', 'Tasks, with their descriptions and checklists.', 0, { rows: 18, because: PSEUDONYM.because, until: null }),
    emptied: 6,
  },
  line('projects.comments', 'What was said about projects and tasks.', 0, { rows: 27, because: WORK.because, until: null }),
  line('accounts.audit_log', 'What happened to who may get in: what, when, and from which network address.', 0, {
    rows: 12,
    because: 'A security log shows who got in, should that be asked about. It names nobody by name.',
    until: new Date(DEMO_NOW.getTime() + 91 * DAY_MS).toISOString(),
  }),
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
