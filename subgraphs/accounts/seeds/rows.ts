import type { CopyTable, CopyValue } from '@atelier/service-kit/load';
import type { Role } from '@atelier/service-kit/viewer';

/** A person with an account, as seeds make them. */
export interface SeedUser {
  id: string;
  name: string;
  email: string;
  locale: string | null;
  createdAt: Date;
  /** Null for people who cannot sign in by password. */
  passwordHash: string | null;
  /** The path of their picture; none when left out. */
  picture?: string;
}

/** A studio with its people. */
export interface SeedStudio {
  id: string;
  slug: string;
  name: string;
  currency: string;
  timeZone: string;
  locale: string;
  hasDemoData: boolean;
  /** The path of the logo; none when left out. */
  logo?: string;
  createdAt: Date;
  /** The owner comes first. */
  members: readonly { id: string; userId: string; role: Role; joinedAt: Date }[];
}

/** The tables of people and studios; each `read` is called once for every table, so that no more than one studio is held at a time. */
export function tablesOf(readUsers: () => Iterable<SeedUser>, readStudios: () => Iterable<SeedStudio>): CopyTable[] {
  const columns = (names: string) => names.split(' ');
  return [
    {
      table: 'auth.users',
      columns: columns('id name email email_verified image locale created_at updated_at'),
      rows: rowsOf(readUsers, (user) => [
        [user.id, user.name, user.email, true, user.picture ?? null, user.locale, user.createdAt, user.createdAt],
      ]),
    },
    {
      table: 'auth.accounts',
      // better-auth names a password account by the person's own id.
      columns: columns('id user_id account_id provider_id password created_at updated_at'),
      rows: rowsOf(readUsers, (user) =>
        user.passwordHash === null ? [] : [[user.id, user.id, user.id, 'credential', user.passwordHash, user.createdAt, user.createdAt]],
      ),
    },
    {
      table: 'accounts.studios',
      columns: columns('id slug name logo currency time_zone locale has_demo_data created_by created_at updated_at'),
      rows: rowsOf(readStudios, (studio) => [
        [
          studio.id,
          studio.slug,
          studio.name,
          studio.logo ?? null,
          studio.currency,
          studio.timeZone,
          studio.locale,
          studio.hasDemoData,
          studio.members[0]?.userId ?? null,
          studio.createdAt,
          studio.createdAt,
        ],
      ]),
    },
    {
      table: 'accounts.members',
      columns: columns('studio_id id user_id role joined_at'),
      rows: rowsOf(readStudios, (studio) =>
        studio.members.map(({ id, userId, role, joinedAt }) => [studio.id, id, userId, role, joinedAt]),
      ),
    },
  ];
}

function rowsOf<Thing>(read: () => Iterable<Thing>, rows: (thing: Thing) => CopyValue[][]): Iterable<readonly CopyValue[]> {
  return {
    *[Symbol.iterator]() {
      for (const thing of read()) yield* rows(thing);
    },
  };
}
