import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subgraphNames } from '../all-in-one/src/stack.ts';
import { serviceCatalogue } from '../k8s/src/catalogue.ts';
import { staleManifests } from '../k8s/src/render.ts';
import { discoverSchemas } from '../packages/service-kit/src/migrate.ts';
import { cruiseTree } from './boundaries.ts';
import { staleCode } from './codegen.ts';
import { composeTree, staleFiles } from './compose.ts';
import { namesOf } from './lib/subgraph-names.ts';
import { drizzleSchemas, staleMigrations, writeMigrations } from './migration.ts';
import { makeSubgraph } from './new-subgraph.ts';

const checkout = resolve(import.meta.dirname, '..');
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'atelier-copy-'));
  const left = ['node_modules', '.git', '.cache', '.data'].map((name) => join(checkout, name));
  // Packages link to each other by relative paths: within the copy, they find each other in the copy.
  cpSync(checkout, copy, { recursive: true, verbatimSymlinks: true, filter: (path) => !left.includes(path) });
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'));
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Stands in for pnpm, which must not touch the linked node_modules: a sibling has the same dependencies. */
const link = async () => {
  cpSync(join(copy, 'subgraphs/clients/node_modules'), join(copy, 'subgraphs/astrolabes/node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
};

function run(...args: string[]): { status: number | null; output: string } {
  // No program of the machine: above all, no npm that would install into the linked node_modules.
  const { JEST_WORKER_ID: _, npm_execpath: __, ...rest } = process.env;
  const env = { ...rest, PATH: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env });
  return { status, output: `${stdout}${stderr}` };
}
const good = { status: 0, output: expect.any(String) };
const newSubgraph = (...args: string[]) => run('scripts/new-subgraph.ts', ...args);

/** All files of the copy by what they hold. */
const files = () =>
  Object.fromEntries(
    globSync('**/*', { cwd: copy, exclude: (path) => path.endsWith('node_modules') })
      .filter((path) => statSync(join(copy, path)).isFile())
      .map((path) => [
        path,
        createHash('sha1')
          .update(readFileSync(join(copy, path)))
          .digest('hex'),
      ]),
  );

describe('what was typed', () => {
  test.each([
    ['astrolabes', {}, { name: 'astrolabes', noun: 'astrolabe', nouns: 'astrolabes' }],
    ['galleries', {}, { name: 'galleries', noun: 'gallery', nouns: 'galleries' }],
    ['boxes', {}, { name: 'boxes', noun: 'box', nouns: 'boxes' }],
    ['billing', { noun: 'invoice' }, { name: 'billing', noun: 'invoice', nouns: 'invoices' }],
    ['staffing', { noun: 'person', plural: 'people' }, { name: 'staffing', noun: 'person', nouns: 'people' }],
  ])('%s gives names', (name, given, names) => {
    expect(namesOf(name, given)).toEqual(names);
  });

  test.each([
    [[], 'Usage: npm run new:subgraph'],
    [['astrolabes', 'lamps'], 'Usage: npm run new:subgraph'],
    [['astrolabes', '--what'], 'Usage: npm run new:subgraph'],
    [['glass'], 'What is one of glass called? Say it: npm run new:subgraph -- glass --noun <noun>'],
    [['Astrolabes'], 'A name is one word of 3 to 30 lower-case letters, as in lanterns, and not "Astrolabes".'],
    [['../astrolabes'], 'A name is one word of 3 to 30 lower-case letters'],
    [['staffing', '--noun', 'sheep', '--plural', 'sheep'], 'One and many must differ, and both are "sheep"'],
    [['clients'], 'There is a subgraphs/clients already'],
    [['auth', '--noun', 'astrolabe'], 'Something else is called "auth" already'],
    [['live', '--noun', 'astrolabe'], 'Something else is called "live" already'],
    [['lamps', '--noun', 'client'], 'The API has a type Client already'],
    [['lamps', '--noun', 'class'], '"class" means something else in the code of a room'],
    [['lamps', '--noun', 'unit'], '"unit" means something else in the code of a room'],
  ])('%j is refused with a sentence, and makes nothing', (args, sentence) => {
    const before = globSync('subgraphs/*', { cwd: copy });
    const { status, output } = newSubgraph(...args);
    expect(output.startsWith(sentence)).toBe(true);
    expect(output).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
    expect(globSync('subgraphs/*', { cwd: copy })).toEqual(before);
  });
});

test('a failure on the way leaves everything as it was', async () => {
  const before = files();
  const names = namesOf('astrolabes', {});
  await expect(makeSubgraph(copy, names, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  expect(files()).toEqual(before);
  const spoil = async () => {
    await link();
    writeFileSync(
      join(copy, 'subgraphs/astrolabes/src/activity/schema.graphql'),
      'extend type Query { "A second one." astrolabes: Int }\n',
    );
  };
  await expect(makeSubgraph(copy, names, spoil)).rejects.toThrow(/do not compose.*Nothing was made/s);
  expect(files()).toEqual(before);
}, 60_000);

describe('a new subgraph', () => {
  beforeAll(async () => {
    await makeSubgraph(copy, namesOf('astrolabes', {}), link);
  }, 120_000);

  test('is what its types, the lint and the walls allow', async () => {
    expect(run('node_modules/typescript7/bin/tsc', '-p', 'subgraphs/astrolabes')).toEqual({ status: 0, output: '' });
    expect(run('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', 'subgraphs/astrolabes')).toEqual(good);
    const { modules, summary } = await cruiseTree(copy);
    expect(summary.violations.filter(({ from }) => from.startsWith('subgraphs/astrolabes'))).toEqual([]);
    expect(modules.map(({ source }) => source)).toContain('subgraphs/astrolabes/src/astrolabes/astrolabe.service.ts');
  }, 60_000);

  test('leaves nothing stale', async () => {
    const { files: composed, problems } = await composeTree(copy);
    expect([problems, staleFiles(copy, composed ?? new Map())]).toEqual([[], []]);
    expect(await staleManifests(copy)).toEqual([]);
    expect(staleCode(copy)).toBeUndefined();
  }, 60_000);

  test('passes its own tests', () => {
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--ci', '--json'];
    const { output } = run(...jest, `^${copy}/subgraphs/astrolabes/`);
    const outcome = JSON.parse(/^\{.*\}$/m.exec(output)?.[0] ?? '{}') as { numPassedTests: number; success: boolean };
    expect(outcome).toMatchObject({ success: true, numFailedTests: 0 });
    expect(outcome.numPassedTests).toBeGreaterThan(25);
  }, 120_000);

  test('is found by all that discover subgraphs', async () => {
    expect(await subgraphNames(copy)).toContain('astrolabes');
    expect((await discoverSchemas(copy)).map(({ name }) => name)).toContain('astrolabes');
    expect(drizzleSchemas(copy).map(({ name }) => name)).toContain('astrolabes');
    expect(serviceCatalogue(copy).map(({ name }) => name)).toContain('astrolabes');
    expect(readFileSync(join(copy, 'supergraph.graphql'), 'utf8')).toContain('ASTROLABES @join__graph(name: "astrolabes"');
    expect(readFileSync(join(copy, 'docs/api/schema.graphql'), 'utf8')).toMatch(/^ {2}astrolabesChanged\($/m);
    expect(existsSync(join(copy, 'subgraphs/astrolabes/src/__generated__/resolvers.ts'))).toBe(true);
    expect(readFileSync(join(copy, 'pnpm-lock.yaml'), 'utf8')).toMatch(/^ {2}subgraphs\/astrolabes:$/m);
  });

  test('whose tables run ahead of its migrations is told apart', () => {
    const table = join(copy, 'subgraphs/astrolabes/src/astrolabes/astrolabe.table.ts');
    const others = globSync('subgraphs/*/drizzle*.config.ts', { cwd: copy }).filter((path) => !path.includes('astrolabes'));
    for (const path of others) rmSync(join(copy, path));
    expect(staleMigrations(copy)).toEqual([]);
    writeFileSync(table, readFileSync(table, 'utf8').replace("note: text('note'),", "note: text('note'),\n    colour: text('colour'),"));
    expect(staleMigrations(copy)).toEqual([
      'subgraphs/astrolabes: the tables of astrolabes say what no migration does: npm run migration -- astrolabes <name>',
    ]);
    expect(globSync('migrations/*.sql', { cwd: join(copy, 'subgraphs/astrolabes') }).map((path) => relative(copy, path))).toHaveLength(1);
  }, 60_000);

  test('with data of people is told apart until it says what becomes of them', () => {
    const source = join(copy, 'subgraphs/astrolabes/src');
    const rewrite = (path: string, change: (text: string) => string) =>
      writeFileSync(join(source, path), change(readFileSync(join(source, path), 'utf8')));
    rewrite(
      'astrolabes/astrolabe.table.ts',
      (text) => `${text}
/** Who looks after them. */
export const keepers = schema.table(
  'keepers',
  { studioId: uuid('studio_id').notNull(), id: uuid('id').notNull(), memberId: uuid('member_id').notNull(), email: text('email') },
  (table) => [primaryKey({ columns: [table.studioId, table.id] }), tenantPolicy()],
);
`,
    );
    writeMigrations(copy, 'astrolabes', 'add_keepers');
    const check = () => {
      const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--ci', '--json'];
      const { output } = run(...jest, `^${copy}/tests/personal-data/`);
      const { success, testResults } = JSON.parse(/^\{.*\}$/m.exec(output)?.[0] ?? '{}') as {
        success: boolean;
        testResults: { message: string }[];
      };
      return { success, message: testResults.map(({ message }) => message).join() };
    };
    const { success, message } = check();
    expect(success).toBe(false);
    expect(message).toContain('keepers: say what it holds, and what becomes of it when a studio or a person goes.');
    expect(message).toContain('astrolabes.colour: say whose data it could hold and what becomes of it, or that it is plain.');
    rewrite('personal-data.ts', (text) =>
      text.replace(
        'plain: [],\n  },\n',
        `plain: ['colour'],
  },
  keepers: {
    holds: { en: 'Who looks after astrolabes.', es: 'Quién cuida los astrolabios.' },
    studioGoes: 'rows go',
    columns: { member_id: person('member', 'row goes', { isTheirs: true }) },
    plain: ['email'],
  },
`,
      ),
    );
    expect(check().message).toContain('keepers.email: it is said to be plain, and by its name it tells of people.');
    rewrite('personal-data.ts', (text) =>
      text.replace("isTheirs: true }) },\n    plain: ['email'],", 'isTheirs: true }), email: text() },\n    plain: [],'),
    );
    expect(check()).toEqual({ success: true, message: '' });
  }, 120_000);
});
