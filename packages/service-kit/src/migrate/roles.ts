import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { MigrationError } from './error.ts';

const { escapeIdentifier, escapeLiteral } = pg;

/** The connection string of a subgraph's role on the server and database of the administrator. Holds the password: never log it. */
export function roleUrl(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Makes the login role if there is none, sets its password, and gives it the schema's rows and nothing else. */
export async function prepareRole(client: pg.Client, schema: string, role: string, password: string): Promise<void> {
  const name = escapeIdentifier(role);
  const found = await client.query<{ unsafe: boolean }>(
    'select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as unsafe from pg_roles where rolname = $1',
    [role],
  );
  if (found.rows[0]?.unsafe) {
    throw new MigrationError('UNSAFE_ROLE', `The role ${role} may do more than a subgraph's role should; name another one, or drop it.`);
  }
  if (found.rows.length === 0) await client.query(`create role ${name} login noinherit`);
  await client.query(`alter role ${name} login password ${escapeLiteral(scramVerifier(password))}`);
  await client.query(`alter role ${name} set search_path = ${escapeIdentifier(schema)}`);
}

/** What a comment on a table may leave of the role's rights to it: `rights: select, insert`. */
const RIGHTS = /^rights: ((?:select|insert|update|delete)(?:, (?:select|insert|update|delete))*)$/;

/** Gives the role the rows of every table in the schema; of a table whose comment names rights, these and no others. */
export async function grantRows(client: pg.Client, schema: string, role: string): Promise<void> {
  const [inSchema, to] = [escapeIdentifier(schema), escapeIdentifier(role)];
  await client.query(`
    grant usage on schema ${inSchema} to ${to};
    grant select, insert, update, delete on all tables in schema ${inSchema} to ${to};
    grant usage on all sequences in schema ${inSchema} to ${to};
  `);
  const { rows } = await client.query<{ name: string; comment: string }>(
    `select c.relname as name, obj_description(c.oid, 'pg_class') as comment from pg_class c
      where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') like 'rights:%'`,
    [inSchema],
  );
  for (const { name, comment } of rows) {
    const rights = RIGHTS.exec(comment)?.[1];
    if (rights === undefined) {
      throw new MigrationError('UNREADABLE_RIGHTS', `The comment of ${schema}.${name} names no rights: write \`rights: select, insert\`.`);
    }
    const table = `${inSchema}.${escapeIdentifier(name)}`;
    await client.query(`revoke all on ${table} from ${to}; grant ${rights} on ${table} to ${to};`);
  }
}

/** What PostgreSQL stores of a password (RFC 5803): sent instead of it, no server log ever holds the password. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const key = (label: string) => createHmac('sha256', salted).update(label).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
