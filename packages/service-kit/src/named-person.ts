import { type SQL, sql } from 'drizzle-orm';
import type { IdOf } from './personal-data.ts';

/** Somebody as the rows of one studio name them: the ids of memberships that they have, or had, there, and of their account. */
export interface NamedPerson {
  memberIds: readonly string[];
  userId: string;
}

/** Whether an id, in SQL, is one of somebody's memberships. */
export const isMembershipOf = (id: SQL, { memberIds }: NamedPerson): SQL => sql`${id} = any(${sql.param([...memberIds])}::uuid[])`;

/** Whether a column names somebody; null where it never can. */
export function namesPerson(name: string, of: IdOf, who: NamedPerson): SQL | null {
  const column = sql`${sql.identifier(name)}`;
  const isMember = isMembershipOf(column, who);
  const isUser = sql`${column} = ${who.userId}::uuid`;
  if (of === 'member') return isMember;
  if (of === 'user') return isUser;
  if (of === 'contact') return null;
  const kind = sql`lower(${sql.identifier(of.kindIn)})`;
  // A person is an account here and a membership there.
  return sql`((${kind} in ('member', 'person') and ${isMember}) or (${kind} in ('person', 'user') and ${isUser}))`;
}
