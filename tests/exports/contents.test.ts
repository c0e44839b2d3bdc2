import { createHash } from 'node:crypto';
import { decodeId } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { readZip } from '@atelier/testing/zip';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { aLink, aProject, say } from '../support/scene.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let ingrid: Person;
let marisol: Person;
beforeAll(async () => {
  world = await startWorld();
  ingrid = await world.signIn('ingrid@northlight.example', 'northlight');
  marisol = await world.signIn('marisol@studio-marisol.example', 'studio-marisol');
}, 60_000);
afterAll(() => world.stop());

interface Index {
  rows: number;
  tables: { json: string; csv: string; rows: number; columns: string[]; leftOut: { name: string }[] }[];
  files: { path: string; bytes: number; sha256: string }[];
  notIncluded: { name: string; because: string }[];
}
interface Unpacked {
  files: Map<string, Buffer>;
  index: Index;
  /** Everything that is in it, one after the other. */
  all: string;
  rows(path: string): Record<string, unknown>[];
}

/** Has an export made, and unpacks it. */
async function exported(person: Person, what: 'Studio' | 'Own'): Promise<Unpacked> {
  const field = `request${what}Export`;
  await person.get(`mutation { ${field} { ... on Request${what}ExportSuccess { export { id } } } }`);
  const LIST = 'exports(first: 1) { nodes { state downloadUrl } }';
  const newest = async () => {
    const answer = await person.get<{ studio?: Listed; viewer?: { user: Listed } }>(
      what === 'Studio' ? `{ studio { ${LIST} } }` : `{ viewer { user { ${LIST} } } }`,
    );
    return (answer.studio ?? answer.viewer?.user)?.exports.nodes[0];
  };
  await until(async () => (await newest())?.state === 'READY');
  const answer = await person.fetch((await newest())?.downloadUrl ?? '');
  const files = readZip(Buffer.from(await answer.arrayBuffer()));
  const textOf = (path: string) => files.get(path)?.toString('utf8') ?? '';
  return {
    files,
    index: JSON.parse(textOf('index.json')) as Index,
    all: [...files].map(([path, bytes]) => `${path}\n${bytes.toString('utf8')}`).join('\n'),
    rows: (path) => JSON.parse(textOf(path)) as Record<string, unknown>[],
  };
}
interface Listed {
  exports: { nodes: { state: string; downloadUrl: string | null }[] };
}

/** The tables of all domains that have a studio's rows, with their columns; of the database itself. */
async function tablesOfStudios(): Promise<{ table: string; studioColumn: string }[]> {
  const { rows } = await world.db.admin.query<{ table: string; studioColumn: string }>(
    `select n.nspname || '.' || c.relname as table, a.attname as "studioColumn"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
      where n.nspname in ('accounts', 'clients', 'projects', 'messaging') and c.relkind = 'r'
        and (a.attname = 'studio_id' or c.relname = 'studios' and a.attname = 'id') order by 1`,
  );
  return rows;
}

/** Values of every column that is called as secrets are, of all people and studios. */
async function secrets(): Promise<string[]> {
  const { rows } = await world.db.admin.query<{ table: string; column: string }>(
    `select n.nspname || '.' || c.relname as table, a.attname as column
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where n.nspname in ('auth', 'accounts', 'messaging') and c.relkind = 'r' and not a.attisdropped
        and a.attname ~ '(hash|secret|token|password|backup_codes|^value$|^request$|^content$|public_key|credential_id|signature)'
        and format_type(a.atttypid, null) = 'text'`,
  );
  expect(rows.length).toBeGreaterThan(15);
  const found: string[] = [];
  for (const { table, column } of rows) {
    const values = await world.db.admin.query<{ value: string }>(`select ${column} as value from ${table} where ${column} is not null`);
    found.push(...values.rows.map(({ value }) => value).filter((value) => value.length > 8));
  }
  return found;
}

/** Ways in of every kind, so that there is something to be found. */
async function leaveSecrets(): Promise<void> {
  const [owner] = (await world.db.admin.query<{ id: string }>(`select id from auth.users where email = 'ingrid@northlight.example'`)).rows;
  await world.db.admin.query(
    `insert into auth.two_factors (id, user_id, secret, backup_codes) values (gen_random_uuid(), $1, 'totp-secret-of-ingrid', '["a-keyed-hash-of-a-code"]')`,
    [owner?.id],
  );
  await world.db.admin.query(
    `insert into auth.passkeys (id, user_id, name, public_key, credential_id, counter, device_type, backed_up)
     values (gen_random_uuid(), $1, 'Blue key', 'public-half-of-a-passkey', 'id-of-a-credential', 0, 'single', false)`,
    [owner?.id],
  );
  const project = await aProject(ingrid, 'A project with a way in');
  await aLink(ingrid, project);
}

describe('a studio’s export', () => {
  test('holds each row of each table of each domain that is of the studio, or says why it does not', async () => {
    const { index, rows } = await exported(ingrid, 'Studio');
    const [studio] = (await world.db.admin.query<{ id: string }>(`select id from accounts.studios where slug = 'northlight'`)).rows;
    for (const { table, studioColumn } of await tablesOfStudios()) {
      const path = table.replace('.', '/');
      const listed = index.tables.find(({ json }) => json === `${path}.json`);
      if (listed === undefined) {
        expect([table, index.notIncluded.find(({ name }) => name === path)?.because]).toEqual([table, expect.stringMatching(/\w+ \w+/)]);
        continue;
      }
      // What telling of this export has added since is not in it.
      const since = table === 'accounts.audit_log' ? `and kind <> 'EXPORT_DOWNLOADED'` : '';
      const { rows: counted } = await world.db.admin.query<{ count: number }>(
        `select count(*)::int as count from ${table} where ${studioColumn} = $1 ${since}`,
        [studio?.id],
      );
      expect([table, rows(`${path}.json`).length]).toEqual([table, counted[0]?.count]);
      expect(listed.rows).toBe(counted[0]?.count);
    }
    expect(index.notIncluded.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['clients/search_words', 'messaging/mails', 'accounts/auth.users']),
    );
  });

  test('says the truth of each of its files, and calls things as the API does', async () => {
    const { files, index, rows } = await exported(ingrid, 'Studio');
    for (const { path, bytes, sha256 } of index.files) {
      const file = files.get(path);
      expect([
        path,
        file?.byteLength,
        createHash('sha256')
          .update(file ?? '')
          .digest('hex'),
      ]).toEqual([path, bytes, sha256]);
    }
    const { projects } = await ingrid.get<{ projects: { nodes: { id: string; name: string }[] } }>(
      '{ projects(first: 100) { nodes { id name } } }',
    );
    const inFile = new Map(rows('projects/projects.json').map((row) => [row.globalId, row]));
    for (const { id, name } of projects.nodes) expect(inFile.get(id)).toMatchObject({ name, id: decodeId(id, 'Project') });
    // A picture is where the table says that it is.
    const [{ logo = '' } = {}] = rows('accounts/studios.json') as { logo?: string }[];
    expect(files.get(logo.slice(1))?.subarray(8, 12).toString()).toBe('WEBP');
    const csv = files.get('projects/projects.csv')?.toString('utf8') ?? '';
    expect(csv.startsWith('\uFEFF"globalId","studio_id",')).toBe(true);
  });

  test('defuses in CSV what a spreadsheet would run, and leaves it as it is in JSON', async () => {
    const formula = '=HYPERLINK("https://elsewhere.example")';
    await aProject(ingrid, formula);
    const { files, rows } = await exported(ingrid, 'Studio');
    expect(rows('projects/projects.json').map(({ name }) => name)).toContain(formula);
    expect(files.get('projects/projects.csv')?.toString()).toContain(`"'=HYPERLINK(""https://elsewhere.example"")"`);
  });

  test('holds nothing of another studio, and no secret', async () => {
    const marker = 'Tern-in-a-teacup-7316';
    const { clients } = await marisol.get<{ clients: { nodes: { id: string }[] } }>('{ clients(first: 1) { nodes { id } } }');
    const project = await aProject(marisol, marker, clients.nodes[0]?.id);
    await say(marisol, project, `${marker}, said aloud`);
    await leaveSecrets();
    const { all } = await exported(ingrid, 'Studio');
    expect(all).toContain('A project with a way in');
    expect(all).not.toContain(marker);
    const [studio] = (await world.db.admin.query<{ id: string }>(`select id from accounts.studios where slug = 'studio-marisol'`)).rows;
    expect(all).not.toContain(studio?.id);
    for (const secret of await secrets()) expect(all.includes(secret) ? secret : null).toBeNull();
  });
});

describe('the README of an export', () => {
  test('is in the language of whoever asked; names and the index are the same in each', async () => {
    const spoken = async (locale: string) => {
      await world.db.admin.query(`update auth.users set locale = $1 where email = 'ingrid@northlight.example'`, [locale]);
      const { files, index } = await exported(ingrid, 'Own');
      const [title = '', made = '', ...rest] = (files.get('README.txt')?.toString('utf8') ?? '').split('\r\n');
      return { names: [...files.keys()].sort(), index, title, made, rest: rest.join('\n') };
    };
    const who = 'Ingrid Solberg <ingrid@northlight.example>';
    const english = await spoken('en-GB');
    const spanish = await spoken('es-MX');
    expect([english.title, spanish.title]).toEqual([`Atelier: export of ${who}`, `Atelier: exportación de ${who}`]);
    expect(english.rest).toMatch(/^- studios\/northlight\/projects\/tasks +\d+ rows\. Tasks, with their descriptions and checklists\.$/m);
    expect(spanish.rest).toMatch(/^- studios\/northlight\/projects\/tasks +\d+ filas\. Tareas, con sus descripciones y listas\.$/m);
    expect(spanish.rest).toMatch(/^- clients\/search_words: Se saca de otras, para buscar y ordenar\.$/m);
    expect(spanish.rest).not.toMatch(/\b(the|of|was|rows)\b/);
    expect(spanish.names).toEqual(english.names);
    expect(spanish.index.notIncluded).toEqual(english.index.notIncluded);
  });
});

describe('a person’s own export', () => {
  test('holds what is theirs in each of their studios, nothing of others, and no secret', async () => {
    const guest = await world.signIn('marisol@studio-marisol.example', 'studio-marisol');
    const kenji = await world.signIn('kenji@northlight.example', 'northlight');
    const project = await aProject(kenji, 'A project of one’s own');
    await say(kenji, project, 'Kenji said this, and nobody else.');
    await say(ingrid, project, 'Ingrid answered that.');
    const own = await exported(kenji, 'Own');
    expect(own.rows('studios/northlight/projects/comments.json').map(({ body }) => body)).toContain('Kenji said this, and nobody else.');
    expect(own.rows('account/accounts/auth.users.json')).toMatchObject([{ email: 'kenji@northlight.example' }]);
    expect(own.rows('account/accounts/auth.sessions.json').length).toBeGreaterThan(0);
    expect(own.rows('studios/northlight/accounts/members.json')).toHaveLength(1);
    expect(own.rows('account/accounts/audit_log.json').map(({ kind }) => kind)).toContain('SIGNED_IN');
    expect(own.all).not.toContain('Ingrid answered that.');
    const others = (
      await world.db.admin.query<{ value: string }>(
        `select email as value from auth.users where email <> 'kenji@northlight.example'
         union select name from auth.users where email <> 'kenji@northlight.example' union select email from clients.contacts where email is not null`,
      )
    ).rows;
    expect(others.length).toBeGreaterThan(8);
    const tables = [...own.files].filter(([path]) => path.endsWith('.json')).map(([, bytes]) => bytes.toString());
    for (const { value } of others) expect(tables.some((table) => table.includes(value)) ? value : null).toBeNull();
    for (const secret of await secrets()) expect(own.all.includes(secret) ? secret : null).toBeNull();
    // Who is a guest elsewhere has that studio's part as well.
    const inTwo = await exported(guest, 'Own');
    const folders = new Set([...inTwo.files.keys()].map((path) => path.split('/').slice(0, 2).join('/')));
    expect([...folders]).toEqual(expect.arrayContaining(['studios/northlight', 'studios/studio-marisol']));
  });
});
