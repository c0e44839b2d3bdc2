import { type Database, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import { passkeys } from './factors.table.ts';

const placeholder = sql.placeholder;

/** A passkey, as its owner sees it. */
export interface Passkey {
  id: string;
  name: string | null;
  backedUp: boolean;
  createdAt: Date;
}

const fields = { id: passkeys.id, name: passkeys.name, backedUp: passkeys.backedUp, createdAt: passkeys.createdAt };
const ofUser = eq(passkeys.userId, placeholder('userId'));
const one = and(ofUser, eq(passkeys.id, placeholder('id')));

const passkeysOf = statement('passkeys.ofUser', (db) => db.select(fields).from(passkeys).where(ofUser).orderBy(asc(passkeys.id)));

const rename = statement('passkeys.rename', (db) =>
  db
    .update(passkeys)
    .set({ name: sql`${placeholder('name')}` })
    .where(one)
    .returning(fields),
);

const remove = statement('passkeys.remove', (db) => db.delete(passkeys).where(one).returning(fields));

const codesLeft = sqlStatement<{ left: number }>(
  'twoFactors.codesLeft',
  () => sql`select jsonb_array_length(t.backup_codes::jsonb) as left from auth.two_factors t
    join auth.users u on u.id = t.user_id and u.two_factor_enabled where t.user_id = ${placeholder('userId')}::uuid and t.verified`,
);

/** What a person has besides a password; as the role of sign-in, so each statement names the person. */
export function factorRepository(signIn: Database) {
  const session = signIn.reads({ studioId: null });
  return {
    passkeysOf: (userId: string): Promise<Passkey[]> => session.run(passkeysOf, { userId }),

    /** How many recovery codes are left; null without an authenticator app. */
    codesLeft: async (userId: string): Promise<number | null> => (await session.run(codesLeft, { userId }))[0]?.left ?? null,

    rename: async (userId: string, id: string, name: string): Promise<Passkey | null> =>
      (await signIn.transaction({ studioId: null }, (tx) => tx.run(rename, { userId, id, name })))[0] ?? null,
  };
}

export type FactorRepository = ReturnType<typeof factorRepository>;

/** In a transaction of the role of sign-in; false where the person has no such passkey. */
export const removePasskey = async (tx: Transaction, userId: string, id: string): Promise<boolean> =>
  (await tx.run(remove, { userId, id })).length > 0;
