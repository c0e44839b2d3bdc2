import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MigrationError } from './error.ts';

/** One named migration, as drizzle-kit wrote it. */
export interface Migration {
  /** The file name without `.sql`, for example `0000_create_projects`. */
  name: string;
  sql: string;
  /** SHA-256 of the SQL, in hex. */
  hash: string;
}

const NAME = /^\d{4}_[a-z0-9_]+$/;

/** The migrations of a folder in their order. @throws MigrationError (BAD_FILES) for a missing folder or a name out of pattern. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const files = await readdir(directory).catch((cause: unknown) => {
    throw new MigrationError('BAD_FILES', `There is no folder of migrations at ${directory}.`, { cause });
  });
  const names = files.filter((file) => file.endsWith('.sql')).map((file) => file.slice(0, -'.sql'.length));
  for (const [index, name] of names.sort().entries()) {
    if (!NAME.test(name) || Number(name.slice(0, 4)) !== index) {
      throw new MigrationError(
        'BAD_FILES',
        `${join(directory, `${name}.sql`)} should be number ${index} of its folder, and named like 0000_create_tasks.sql.`,
      );
    }
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(directory, `${name}.sql`), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
