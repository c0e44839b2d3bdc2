import { anyOf, type Database, dynamic, statement, type Transaction } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { and, desc, eq, gt, ne, sql } from 'drizzle-orm';
import type { Session } from './session.ts';
import { sessions, users } from './user.table.ts';
import type { Profile, User } from './user.ts';

const placeholder = sql.placeholder;

const userFields = {
  id: users.id,
  name: users.name,
  email: users.email,
  emailVerified: users.emailVerified,
  picture: users.image,
  locale: users.locale,
  timeZone: users.timeZone,
  hasAuthenticatorApp: users.twoFactorEnabled,
};

const sessionFields = {
  id: sessions.id,
  userId: sessions.userId,
  userAgent: sessions.userAgent,
  address: sessions.ipAddress,
  createdAt: sessions.createdAt,
  lastSeenAt: sessions.lastSeenAt,
};

const ofUser = eq(sessions.userId, placeholder('userId'));

const usersByIds = statement('users.byIds', (db) => db.select(userFields).from(users).where(anyOf(users.id, 'ids')));

const sessionsOf = statement('sessions.ofUser', (db) =>
  db
    .select(sessionFields)
    .from(sessions)
    .where(and(ofUser, gt(sessions.expiresAt, placeholder('now'))))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id)),
);

const endOne = statement('sessions.end', (db) =>
  db
    .delete(sessions)
    .where(and(ofUser, eq(sessions.id, placeholder('id'))))
    .returning({ id: sessions.id }),
);

const endOthers = statement('sessions.endOthers', (db) =>
  db
    .delete(sessions)
    .where(and(ofUser, ne(sessions.id, placeholder('id'))))
    .returning({ id: sessions.id }),
);

const proof = statement('sessions.proof', (db) =>
  db
    .select({ provedAt: sessions.provedAt })
    .from(sessions)
    .where(and(ofUser, eq(sessions.id, placeholder('id')))),
);

const removeAll = statement('users.remove', (db) => db.delete(users).where(anyOf(users.id, 'ids')));

const setPicture = statement('users.setPicture', (db) =>
  db
    .update(users)
    .set({ image: sql`${placeholder('picture')}`, updatedAt: sql`now()` })
    .where(eq(users.id, placeholder('id')))
    .returning(userFields),
);

/** Accounts and sessions, read and changed as the role of sign-in: that role has no wall, so each statement names the person. */
export function userRepository(signIn: Database) {
  const session = signIn.reads({ studioId: null });
  const loader = new DataLoader<string, User | null>(async (ids) => {
    const rows = await session.run(usersByIds, { ids });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  const change = <Row>(work: Parameters<typeof signIn.transaction<Row>>[1]) => signIn.transaction({ studioId: null }, work);
  return {
    byId: (id: string): Promise<User | null> => loader.load(id),
    sessionsOf: (userId: string, now: Date): Promise<Session[]> => session.run(sessionsOf, { userId, now }),

    /** When the person last showed in a session that it is them; null for never. */
    provedAt: async (userId: string, id: string): Promise<Date | null> => (await session.run(proof, { userId, id }))[0]?.provedAt ?? null,

    /** Ends accounts with all of their sessions and memberships. */
    async remove(ids: readonly string[]): Promise<void> {
      await change((tx) => tx.run(removeAll, { ids }));
    },

    async update(id: string, profile: Partial<Profile>, at: Date): Promise<User | null> {
      const rows = await change((tx) =>
        tx.run(
          dynamic((db) =>
            db
              .update(users)
              .set({ ...profile, updatedAt: at })
              .where(eq(users.id, id))
              .returning(userFields),
          ),
        ),
      );
      loader.clear(id);
      return rows[0] ?? null;
    },

    async setPicture(id: string, picture: string | null): Promise<User | null> {
      const rows = await change((tx) => tx.run(setPicture, { id, picture }));
      loader.clear(id);
      return rows[0] ?? null;
    },
  };
}

export type UserRepository = ReturnType<typeof userRepository>;

/** What ends sessions of a person, in a transaction of the role of sign-in; gives the ids of those that were there. */
export const sessionChanges = {
  end: async (tx: Transaction, userId: string, id: string): Promise<string[]> => idsOf(await tx.run(endOne, { userId, id })),
  endOthers: async (tx: Transaction, userId: string, id: string): Promise<string[]> => idsOf(await tx.run(endOthers, { userId, id })),
};

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
