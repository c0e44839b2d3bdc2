import pg from 'pg';

// A day stays the text that it is.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** A pool over the load data, by a role that row-level security does not hold back. */
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, options: process.env.PG_OPTIONS, max: 10 });

/** Rows of a statement that each connection prepares once. */
export async function rows(name, text, values) {
  const { rows: found } = await pool.query({ name, text, values });
  return found;
}
