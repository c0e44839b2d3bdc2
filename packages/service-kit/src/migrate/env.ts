import type { SchemaFolder } from './discover.ts';
import type { MigrateOptions } from './migrate-all.ts';
import { passwordVariable, roleOf, urlVariable } from './names.ts';

const LEAST_PASSWORD = 16;

/** What the environment lacks or has wrong; its message names variables, never values. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/**
 * What the one-shot migration needs from the environment: ADMIN_DATABASE_URL, and of each schema either the connection string
 * that its subgraph will use, which names role and password, or the password alone, for the role `atelier_<schema>`.
 * @throws EnvironmentError with one sentence that names every variable to set or correct
 */
export function readMigrateEnv(
  source: Readonly<Record<string, string | undefined>>,
  schemas: readonly SchemaFolder[],
): Pick<MigrateOptions, 'adminUrl' | 'subgraphs'> {
  const faults: string[] = [];
  const adminUrl = source.ADMIN_DATABASE_URL || '';
  if (!isPostgres(adminUrl)) faults.push('ADMIN_DATABASE_URL');
  const subgraphs = schemas.map((schema) => {
    const url = source[urlVariable(schema)];
    const { role, password } = url ? loginOf(url) : { role: roleOf(schema.name), password: source[passwordVariable(schema.name)] || '' };
    if (role === '' || password.length < LEAST_PASSWORD) faults.push(url ? urlVariable(schema) : passwordVariable(schema.name));
    return { ...schema, role, password };
  });
  if (faults.length > 0) {
    throw new EnvironmentError(
      `migrate cannot start: set or correct ${faults.join(', ')} (connection strings as postgres://role:password@host:5432/database, passwords of ${LEAST_PASSWORD} characters or more).`,
    );
  }
  const shared = subgraphs.find(({ role }, index) => subgraphs.findIndex((other) => other.role === role) !== index);
  if (shared) throw new EnvironmentError(`migrate cannot start: the role ${shared.role} is named for two schemas, and each needs its own.`);
  return { adminUrl, subgraphs };
}

const isPostgres = (text: string): boolean => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);

function loginOf(url: string): { role: string; password: string } {
  if (!isPostgres(url)) return { role: '', password: '' };
  const { username, password } = new URL(url);
  try {
    return { role: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return { role: '', password: '' };
  }
}
