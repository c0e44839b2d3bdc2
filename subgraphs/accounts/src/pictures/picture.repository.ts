import { type Session, sqlStatement } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';

const named = sqlStatement<{ path: string }>(
  'pictures.named',
  () => sql`select image as path from auth.users where image is not null union select logo from accounts.studios where logo is not null
    union select logo from accounts.apps where logo is not null`,
);

/** The names of all pictures that a person or a studio shows; only the role of sign-in sees them all. */
export async function namedPictures(session: Session): Promise<Set<string>> {
  const rows = await session.run(named);
  return new Set(rows.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
}
