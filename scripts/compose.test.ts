import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { composeTree, staleFiles } from './compose.ts';

const checkout = join(import.meta.dirname, '..');
let root: string;

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
/** A subgraph of one room that owns `Thing`. */
function aSubgraph(name: string, sdl: string, events?: string): void {
  write(`subgraphs/${name}/package.json`, '{}');
  write(`subgraphs/${name}/src/things/schema.graphql`, sdl);
  if (events) write(`subgraphs/${name}/events.graphql`, events);
  write(`subgraphs/${name}/src/permissions.ts`, permissions);
}
const things = `extend type Query { "One thing." thing("Its id." id: ID!): Thing }
"A thing." type Thing implements Node @key(fields: "id") { "Its id." id: ID! "What it costs." price: Money }`;
const event =
  'type Subscription { "Its changes." thingChanged("Its id." id: ID!): LiveEvent! @channel(subject: "thing", id: "$id") @access(action: "thing.read") }';
const permissions = `export const permissions = { domain: 'Things', table: {
  'thing.read': { says: 'See things', roles: ['owner', 'guest'], contact: true, scope: 'things:read' },
  'thing.make': { says: 'Make things', roles: ['owner'] },
} };`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compose-'));
  cpSync(join(checkout, 'packages/service-kit/src/schema'), join(root, 'packages/service-kit/src/schema'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

async function composed(): Promise<Map<string, string>> {
  const { files, problems } = await composeTree(root);
  if (!files) throw new Error(problems.join('\n'));
  return files;
}

describe('composing the tree', () => {
  test('takes in every folder of subgraphs, its rooms and its live fields', async () => {
    aSubgraph('alpha', things, event);
    const files = await composed();
    expect([...files.keys()]).toEqual([
      'subgraphs/alpha/schema.graphql',
      'supergraph.graphql',
      'docs/api/schema.graphql',
      'docs/api/roles.md',
      'web/src/features/roles/role-table.generated.ts',
    ]);
    expect(files.get('supergraph.graphql')).toMatch(
      /thingChanged\([^)]*id: ID!\s+\): LiveEvent! @channel\(subject: "thing", id: "\$id", source: "alpha"\) @access\(action: "thing.read", roles/,
    );
  });

  test('writes out who may, from the table that the services ask', async () => {
    aSubgraph('alpha', `${things} extend type Query { "All." count: Int @access(action: "thing.make") }`, event);
    const files = await composed();
    const filled = '@access(action: "thing.read", roles: ["owner", "guest"], contact: true, scope: "things:read")';
    expect(files.get('supergraph.graphql')).toContain(filled);
    for (const file of ['supergraph.graphql', 'subgraphs/alpha/schema.graphql'])
      expect(files.get(file)).toContain('@access(action: "thing.make", roles: ["owner"])');
  });

  test('shows what each role may do from that same table, for people and for programs', async () => {
    aSubgraph('alpha', things, event);
    const [page, document] = ['web/src/features/roles/role-table.generated.ts', 'docs/api/roles.md'];
    expect((await composed()).get(page)).toContain(
      '{ action: "thing.read", says: msg({ message: "See things" }), roles: ["OWNER", "GUEST"], contact: true, scope: "things:read" },',
    );
    expect((await composed()).get(document)).toContain('| Make things `thing.make` | yes |  |  |  |  |  |  |  |');
    // A module is read once: another folder is another table.
    aSubgraph('beta', 'extend type Query { "How many." count: Int }');
    write('subgraphs/beta/src/permissions.ts', permissions.replace("['owner'] }", "['owner', 'artist'], contact: true }"));
    const changed = await composed();
    expect(changed.get(page)).toContain('says: msg({ message: "Make things" }), roles: ["OWNER", "ARTIST"], contact: true, scope: null }');
    expect(changed.get(document)).toContain('| Make things `thing.make` | yes |  |  | yes |  |  | yes |  |');
  });

  test('refuses an entry without words, and a domain that is called nothing', async () => {
    aSubgraph('alpha', things);
    write('subgraphs/alpha/src/permissions.ts', permissions.replace("says: 'Make things', ", '').replace("domain: 'Things', ", ''));
    expect((await composeTree(root)).problems).toEqual([
      'subgraphs/alpha/src/permissions.ts: say in plain words what this domain is called.',
      'subgraphs/alpha/src/permissions.ts: "thing.make" says not in one line of plain words what it is.',
    ]);
  });

  test('prices pages by their size, edges at nothing and the count of all at one', async () => {
    const connection = `"A page." type ThingConnection { "All." edges: [ThingEdge!]! "All." nodes: [Thing!]! "How many." totalCount: Int! }
      "One." type ThingEdge { "It." node: Thing! } extend type Query { "All." things("How many." first: Int = 30): ThingConnection! }`;
    aSubgraph('alpha', `${things} ${connection}`, event);
    const supergraph = (await composed()).get('supergraph.graphql') ?? '';
    expect(supergraph).toMatch(
      /@listSize\(assumedSize: 30, slicingArguments: \["first"\], sizedFields: \["edges", "nodes"\], requireOneSlicingArgument: false\)/,
    );
    expect(supergraph).toMatch(/type ThingEdge[^{]*@cost\(weight: 0\)/);
    expect(supergraph).toMatch(/totalCount: Int! @cost\(weight: 1\)/);
    expect((await composed()).get('docs/api/schema.graphql')).not.toMatch(/@cost|@listSize|@access/);
  });

  test('says where an entry is named that the table does not have', async () => {
    aSubgraph('alpha', `${things} extend type Query { "All." count: Int @access(action: "thing.mke") }`);
    expect((await composeTree(root)).problems).toEqual([
      'subgraphs/alpha/src/things/schema.graphql:2 Query.count: permissions.ts has no entry "thing.mke".',
    ]);
  });

  test('publishes an API with descriptions, node and nodes, and without the machinery', async () => {
    aSubgraph('alpha', things, event);
    const api = (await composed()).get('docs/api/schema.graphql') ?? '';
    expect(api).toContain('"""What it costs."""');
    expect(api).toMatch(/node\(.*"""The thing's id\."""\s+id: ID!\s+\): Node/s);
    expect(api).toMatch(/\): \[Node\]!/);
    expect(api).not.toMatch(/join__|link__|@key|@inaccessible|@channel|_entities|_Any/);
  });

  test('gives the same bytes each time', async () => {
    aSubgraph('beta', 'extend type Query { "How many." count: Int }');
    aSubgraph('alpha', things, event);
    expect([...(await composed())]).toEqual([...(await composed())]);
  });

  test('says which file is stale', async () => {
    aSubgraph('alpha', things);
    const files = await composed();
    expect(staleFiles(root, files)).toHaveLength(5);
    for (const [path, text] of files) write(path, text);
    expect(staleFiles(root, files)).toEqual([]);
    write('supergraph.graphql', 'old');
    expect(staleFiles(root, files)).toEqual(['supergraph.graphql']);
  });

  test('says what does not compose and where, and writes nothing', async () => {
    aSubgraph('alpha', things);
    aSubgraph('beta', 'extend type Query { "One." thing("Its id." id: ID!): Int }');
    const { files, problems } = await composeTree(root);
    expect(files).toBeNull();
    expect(problems.join('\n')).toMatch(/\[FIELD_TYPE_MISMATCH\].*Query\.thing.*\n\s+at subgraphs/);
    expect(globSync('**/supergraph.graphql', { cwd: root })).toEqual([]);
  });

  test('holds the lint', async () => {
    aSubgraph('alpha', 'extend type Query { thing: Int }');
    expect((await composeTree(root)).problems).toEqual(['subgraphs/alpha/src/things/schema.graphql:1 Query.thing has no description.']);
  });

  test('names file and line of a syntax error', async () => {
    aSubgraph('alpha', '\nextend type {');
    await expect(composeTree(root)).rejects.toThrow(/^subgraphs\/alpha\/src\/things\/schema\.graphql:2 Syntax Error/);
  });
});

describe('this checkout', () => {
  test('holds what its schemas compose to', async () => {
    const { files, problems } = await composeTree(checkout);
    expect(problems).toEqual([]);
    expect(staleFiles(checkout, files ?? new Map())).toEqual([]);
  });

  test('is checked by a command that ends well', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(checkout, 'scripts/compose.ts'), '--check'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(readFileSync(join(checkout, 'supergraph.graphql'), 'utf8')).toContain('graph: LIVE');
  });
});
