import { demoId } from '@atelier/service-kit/demo';
import { encodeId } from '@atelier/service-kit/ids';
import type { CopyTable } from '@atelier/service-kit/load';
import type { Role } from '@atelier/service-kit/viewer';
import { hashPassword } from 'better-auth/crypto';
import type { Scope } from '../src/api-keys/api-key.ts';
import { SECRET_PREFIX, SHOWN } from '../src/api-keys/secret.ts';
import { OFFLINE } from '../src/apps/app.ts';
import { endOfLink } from '../src/client-links/client-link.ts';
import { endOf } from '../src/invitations/invitation.ts';
import { hashSecret } from '../src/secrets.ts';
import { type DemoPicture, demoPictures } from './pictures.ts';
import { type SeedStudio, type SeedUser, tablesOf } from './rows.ts';

/** Everybody's in the demo; the demo is refused where others than this machine could reach it. */
export const DEMO_PASSWORD = 'demo-password';

/** The secret of the link by which a client enters the demo. */
export const DEMO_LINK = 'demo-link-to-the-harbour-mural-of-studio-marisol';

/** Who can sign in, the nicest to begin with first. */
export const DEMO_SIGN_INS = [
  { email: 'marisol@studio-marisol.example', who: 'Marisol Vega, illustrator, owner of Studio Marisol and guest at Northlight' },
  { email: 'ingrid@northlight.example', who: 'Ingrid Solberg, owner of Northlight' },
  { email: 'theo@northlight.example', who: 'Theo Lindqvist, admin' },
  { email: 'amara@northlight.example', who: 'Amara Obi, manager' },
  { email: 'kenji@northlight.example', who: 'Kenji Mori, artist' },
  { email: 'paula@northlight.example', who: 'Paula Stein, accountant' },
] as const;

const PEOPLE = [
  { key: 'marisol', name: 'Marisol Vega', email: DEMO_SIGN_INS[0].email, locale: 'es' },
  { key: 'ingrid', name: 'Ingrid Solberg', email: DEMO_SIGN_INS[1].email, locale: 'en' },
  { key: 'theo', name: 'Theo Lindqvist', email: DEMO_SIGN_INS[2].email, locale: null },
  { key: 'amara', name: 'Amara Obi', email: DEMO_SIGN_INS[3].email, locale: 'en' },
  { key: 'kenji', name: 'Kenji Mori', email: DEMO_SIGN_INS[4].email, locale: null },
  { key: 'paula', name: 'Paula Stein', email: DEMO_SIGN_INS[5].email, locale: null },
] as const;

interface Story {
  key: 'marisol' | 'northlight';
  slug: string;
  name: string;
  locale: string;
  timeZone: string;
  /** Days since it was made. */
  age: number;
  members: readonly (readonly [key: string, person: (typeof PEOPLE)[number]['key'], role: Role, daysHere: number])[];
}

const STUDIOS: readonly Story[] = [
  {
    key: 'marisol',
    slug: 'studio-marisol',
    name: 'Studio Marisol',
    locale: 'es',
    timeZone: 'Europe/Madrid',
    age: 760,
    members: [['marisol', 'marisol', 'owner', 760]],
  },
  {
    key: 'northlight',
    slug: 'northlight',
    name: 'Northlight',
    locale: 'en',
    timeZone: 'Europe/Oslo',
    age: 410,
    members: [
      ['northlight', 'ingrid', 'owner', 410],
      ['theo', 'theo', 'admin', 405],
      ['amara', 'amara', 'manager', 320],
      ['kenji', 'kenji', 'artist', 240],
      ['paula', 'paula', 'accountant', 200],
      ['marisol-at-northlight', 'marisol', 'guest', 35],
    ],
  },
];

/** Programs of the agency; days ago, and days to go. */
const KEYS = [
  { key: 'wall', name: 'Screen in the hallway', by: 'theo', scopes: ['projects:read', 'studio:read'], age: 180, used: 0.01, days: null },
  { key: 'form', name: 'Form on the website', by: 'northlight', scopes: ['projects:write', 'clients:write'], age: 61, used: 6, days: 304 },
  { key: 'books', name: 'Bookkeeping', by: 'northlight', scopes: ['clients:read'], age: 3, used: null, days: null },
] as const satisfies { scopes: readonly Scope[]; [more: string]: unknown }[];

/** Programs of others, whom who has let in where; days ago. */
const APPS = [
  {
    key: 'hours',
    studio: 'northlight',
    by: 'theo',
    name: 'Hours on paper',
    homepage: 'https://hours.example',
    description: 'Prints the hours of each project for the bookkeeper.',
    scopes: ['projects:read', 'studio:read'],
    age: 90,
    grants: [
      ['northlight', 'theo', 88, 0.02],
      ['northlight', 'kenji', 40, 3],
      ['marisol', 'marisol', 21, null],
    ],
  },
] as const satisfies {
  scopes: readonly Scope[];
  grants: readonly (readonly [studio: string, person: string, age: number, used: number | null])[];
  [more: string]: unknown;
}[];

const DAY = 86_400_000;

const pathOf = (picture: DemoPicture): string => `/media/${picture.name}`;

/** The pictures that the rows name, for the storage. */
export async function demoFiles(): Promise<DemoPicture[]> {
  const { people, studios } = await demoPictures();
  return [...Object.values(people), ...Object.values(studios)];
}

/** The people of the demo, their two studios, an invitation that waits, and a client's link. The same `now` gives the same rows, salts apart. */
export async function demoTables({ now }: { now: Date }): Promise<CopyTable[]> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const pictures = await demoPictures();
  const users = PEOPLE.map(
    ({ key, ...person }): SeedUser => ({
      ...person,
      id: demoId(`user:${key}`),
      createdAt: daysAgo(761),
      passwordHash,
      picture: pathOf(pictures.people[key]),
    }),
  );
  const studios = STUDIOS.map(
    ({ key, age, members, ...studio }): SeedStudio => ({
      ...studio,
      id: demoId(`studio:${key}`),
      currency: 'EUR',
      hasDemoData: true,
      logo: pathOf(pictures.studios[key]),
      createdAt: daysAgo(age),
      members: members.map(([member, person, role, daysHere]) => ({
        id: demoId(`member:${member}`),
        userId: demoId(`user:${person}`),
        role,
        joinedAt: daysAgo(daysHere),
      })),
    }),
  );
  const invited = daysAgo(2);
  return [
    ...tablesOf(
      () => users,
      () => studios,
    ),
    {
      table: 'accounts.invitations',
      columns: ['studio_id', 'id', 'email', 'role', 'token_hash', 'invited_by', 'created_at', 'expires_at'],
      rows: [
        [
          demoId('studio:northlight'),
          demoId('invitation:lena'),
          'lena.fischer@people.example',
          'artist',
          // Nobody holds its link: inviting again sends one.
          hashSecret(demoId('invitation-token:lena')),
          demoId('member:theo'),
          invited,
          endOf(invited),
        ],
      ],
    },
    {
      table: 'accounts.api_keys',
      columns: ['studio_id', 'id', 'member_id', 'name', 'prefix', 'secret_hash', 'scopes', 'created_at', 'last_used_at', 'expires_at'],
      rows: KEYS.map(({ key, name, by, scopes, age, used, days }) => [
        demoId('studio:northlight'),
        demoId(`api-key:${key}`),
        demoId(`member:${by}`),
        name,
        `${SECRET_PREFIX}${demoId(`api-key:${key}`).slice(0, SHOWN - SECRET_PREFIX.length)}`,
        // Of something that no key looks like: nobody has its secret.
        hashSecret(demoId(`api-key-secret:${key}`)),
        [...scopes],
        daysAgo(age),
        used === null ? null : daysAgo(used),
        days === null ? null : daysAgo(-days),
      ]),
    },
    {
      table: 'accounts.apps',
      columns: [
        ...['studio_id', 'id', 'client_id', 'user_id', 'name', 'homepage', 'secret_hash', 'redirect_uris', 'scopes', 'own_scopes'],
        ...['description', 'grant_types', 'response_types', 'auth_method', 'created_at', 'updated_at'],
      ],
      rows: APPS.map(({ key, studio, by, name, homepage, description, scopes, age }) => [
        demoId(`studio:${studio}`),
        demoId(`app:${key}`),
        encodeId('App', demoId(`app:${key}`)),
        demoId(`user:${by}`),
        name,
        homepage,
        // Nobody has its secret either.
        hashSecret(demoId(`app-secret:${key}`)),
        [`${homepage}/back`],
        [...scopes, OFFLINE],
        [],
        description,
        ['authorization_code', 'refresh_token'],
        ['code'],
        'client_secret_basic',
        daysAgo(age),
        daysAgo(age),
      ]),
    },
    {
      table: 'accounts.app_grants',
      columns: ['studio_id', 'id', 'client_id', 'user_id', 'scopes', 'created_at', 'updated_at', 'last_used_at'],
      rows: APPS.flatMap(({ key, scopes, grants }) =>
        grants.map(([studio, person, age, used]) => [
          demoId(`studio:${studio}`),
          demoId(`app-grant:${key}:${studio}:${person}`),
          encodeId('App', demoId(`app:${key}`)),
          demoId(`user:${person}`),
          [...scopes, OFFLINE],
          daysAgo(age),
          daysAgo(age),
          used === null ? null : daysAgo(used),
        ]),
      ),
    },
    {
      table: 'accounts.client_links',
      columns: ['studio_id', 'id', 'project_id', 'contact_id', 'token_hash', 'created_by', 'created_at', 'expires_at'],
      rows: [
        [
          demoId('studio:marisol'),
          demoId('client-link:ines-vidal'),
          demoId('project:harbour-mural'),
          demoId('contact:ines-vidal'),
          hashSecret(DEMO_LINK),
          demoId('member:marisol'),
          daysAgo(1),
          endOfLink(now),
        ],
      ],
    },
  ];
}
