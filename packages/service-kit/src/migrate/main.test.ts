import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { emptyDatabase, type TestDatabase } from '@atelier/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { discoverSchemas, type SchemaFolder } from './discover.ts';
import { urlVariable } from './names.ts';
import { roleUrl } from './roles.ts';

const CHECKOUT = fileURLToPath(new URL('../../../../', import.meta.url));
const PASSWORD = 'a-password-of-tests-only';
let db: TestDatabase;
let schemas: SchemaFolder[];
let adminUrl: string;

const roleFor = (schema: string) => `${db.name}_${schema}`;
const urlOf = (schema: string) => roleUrl(db.adminUrl, roleFor(schema), PASSWORD);

beforeEach(async () => {
  db = await emptyDatabase();
  schemas = await discoverSchemas(CHECKOUT);
  // What a managed PostgreSQL gives: no superuser, but a role that may make roles and owns its database.
  await db.admin.query(`create role ${roleFor('admin')} login createrole nobypassrls password '${PASSWORD}'`);
  await db.admin.query(`drop schema atelier cascade; alter database ${db.name} owner to ${roleFor('admin')}`);
  adminUrl = urlOf('admin');
});
afterEach(async () => {
  const roles = [...schemas.map(({ name }) => roleFor(name)), roleFor('admin')];
  for (const role of roles) await db.admin.query(`drop owned by ${role} cascade`).catch(() => undefined);
  await db.admin.query(`alter database ${db.name} owner to current_user`);
  for (const role of roles) await db.admin.query(`drop role if exists ${role}`);
  await db.drop();
});

const environment = (): Record<string, string> => ({
  ADMIN_DATABASE_URL: adminUrl,
  ...Object.fromEntries(schemas.map((schema) => [urlVariable(schema), urlOf(schema.name)])),
});

/** Runs the program as a container does; `lines` are what it says at the end to people. */
async function migrate(env: Record<string, string>): Promise<{ code: number | null; said: string; lines: string[] }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('main.ts', import.meta.url))], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [said, complained, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said, lines: complained.trim().split('\n') };
}

async function rowsAs<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the one-shot migration', () => {
  test('prepares every schema by a role that is no superuser, and has nothing to do the second time', async () => {
    const first = await migrate(environment());
    expect(first).toMatchObject({ code: 0, lines: [''] });
    expect(first.said).toMatch(/migrations ran\.\n$/);
    for (const { name } of schemas) {
      const tables = await rowsAs<{ count: number }>(
        urlOf(name),
        `select count(*)::int as count from information_schema.tables where table_schema = '${name}'`,
      );
      expect([name, tables[0]?.count]).not.toEqual([name, 0]);
    }
    expect(await migrate(environment())).toEqual({ code: 0, said: 'The database is up to date.\n', lines: [''] });
  });

  test('runs everything once when two start together', async () => {
    const both = await Promise.all([migrate(environment()), migrate(environment())]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ said }) => said === 'The database is up to date.\n')).toHaveLength(1);
  });

  test('leaves a database that a newer Atelier made alone, and says so in one line', async () => {
    await migrate(environment());
    await db.admin.query(`insert into atelier.migrations (subgraph, name, hash) values ('projects', '9999_from_the_future', '')`);
    const { code, lines } = await migrate(environment());
    expect({ code, lines }).toEqual({ code: 3, lines: [expect.stringContaining('made by a newer Atelier')] });
  });

  test('names what is missing or malformed in the environment, and never a value', async () => {
    const { code, lines } = await migrate({ ADMIN_DATABASE_URL: 'localhost', ATELIER_CLIENTS_DB_PASSWORD: 'too-short' });
    expect({ code, lines }).toEqual({ code: 2, lines: [expect.stringContaining('ADMIN_DATABASE_URL, ATELIER_ACCOUNTS_DB_PASSWORD')] });
    expect(lines[0]).not.toMatch(/too-short|localhost/);
  });

  test('says that trying again may help where no server answers', async () => {
    const { code, lines } = await migrate({
      ...environment(),
      ADMIN_DATABASE_URL: 'postgres://admin:secret-of-the-admin@127.0.0.1:9/atelier',
    });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining('ECONNREFUSED')] });
    expect(lines[0]).not.toContain('secret');
  });

  test('says which rights are missing where its role may not make roles', async () => {
    await db.admin.query(`alter role ${roleFor('admin')} nocreaterole`);
    const { code, lines } = await migrate(environment());
    expect({ code, lines }).toEqual({ code: 3, lines: [expect.stringContaining('CREATEROLE')] });
  });
});
