import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetSettings } from '@atelier/router/protect';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { CHECKOUT, startWorld, type World } from '../support/world.ts';

const page = readFileSync(join(CHECKOUT, 'docs/api/limits.md'), 'utf8');
/** The rows of the table under a heading or behind a sentence, by their cells. */
const rows = (begin: string) =>
  page
    .slice(page.indexOf(begin))
    .split('\n')
    .slice(2)
    .join('\n')
    .split(/\n\n/)[0]
    ?.split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\s*\|$/g, '').trim())) ?? [];

interface Costed {
  extensions: { cost: { requested: number; actual: number; throttle: { available: number } } };
}

let world: World;
let owner: Person;
let program: Person;
beforeAll(async () => {
  world = await startWorld({
    protect: { maximumCost: 20_000, buckets: { ...fleetSettings.buckets, apiKey: { maximum: 50_000, restoreRate: 1 } } },
  });
  owner = await world.signIn('ingrid@northlight.example', 'northlight');
  const { createApiKey } = await owner.get<{ createApiKey: { secret: string } }>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on CreateApiKeySuccess { secret } } }',
    { input: { name: 'A program', scopes: ['PROJECTS_READ', 'PROJECTS_WRITE', 'CLIENTS_READ'] } },
  );
  program = world.stranger();
  program.authorization = `Bearer ${createApiKey.secret}`;
}, 60_000);
afterAll(() => world.stop());

describe('what the page about limits says', () => {
  const examples = rows('| operation | requested |').map(
    ([operation = '', points]) => [operation.replaceAll('`', ''), Number(points)] as const,
  );
  test.each(examples)('%s is %i points', async (query, points) => {
    const { body } = await program.ask(query);
    expect((JSON.parse(body) as Costed).extensions.cost.requested).toBe(points);
  });

  test('are the sizes of the buckets that a fleet has', () => {
    const { apiKey, user, contact, anonymous } = fleetSettings.buckets;
    const expected = [apiKey, user, contact, anonymous].map(({ maximum, restoreRate }) => [String(maximum), String(restoreRate)]);
    expect(rows('| whose | holds').map(([, ...numbers]) => numbers)).toEqual(expected);
    expect(page).toContain(`may cost ${fleetSettings.maximumCost} points at most`);
    expect(page).toContain(`cannot be run costs ${fleetSettings.faultCost} points`);
    expect(page).toContain(`can register ${fleetSettings.registered.quota.maximum} documents at once`);
  });

  test('are the limits of a document', () => {
    const { characters, tokens, nesting, depth, fields, rootFields, aliases, directives } = fleetSettings.document;
    const given = rows('| what | at most |').map(([, number]) => number);
    expect(given).toEqual(['256 kB', ...[characters, tokens, nesting, depth, fields, rootFields, aliases, directives].map(String)]);
  });
});

test('what was not needed goes back: the bucket loses what was found', async () => {
  const ask = async (query: string) => (JSON.parse((await program.ask(query)).body) as Costed).extensions.cost;
  const { requested, actual, throttle } = await ask('{ projects(first: 100) { nodes { name stages { name } client { name } } } }');
  const found = await program.get<{ projects: { nodes: { stages: unknown[]; client: unknown }[] } }>(
    '{ projects(first: 100) { nodes { name stages { name } client { name } } } }',
  );
  const things = found.projects.nodes.reduce((sum, { stages, client }) => sum + 1 + stages.length + (client === null ? 0 : 1), 1);
  expect([requested, actual]).toEqual([601, things]);
  const next = await ask('{ viewer { kind } }');
  expect(throttle.available - next.throttle.available).toBeGreaterThanOrEqual(things);
  expect(throttle.available - next.throttle.available).toBeLessThanOrEqual(things + 1);
});

describe('documents of our own pages', () => {
  const manifest = JSON.parse(readFileSync(join(CHECKOUT, 'web/documents.json'), 'utf8')) as Record<string, string>;
  test('are known by their hash, and none is refused for what it holds', async () => {
    const codes = new Map<string, unknown[]>();
    for (const [hash, text] of Object.entries(manifest)) {
      if (!text.startsWith('query')) continue;
      const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
      const answer = await owner.post('/graphql', { extensions, variables: {} });
      const { errors = [] } = (await answer.json()) as { errors?: { message: string; extensions: { code: string } }[] };
      const refused = errors.filter(({ message }) => !/^Variable "\$/.test(message)).map(({ extensions: { code } }) => code);
      if (refused.length > 0) codes.set(text.slice(0, text.indexOf('(')), refused);
    }
    expect(Object.fromEntries(codes)).toEqual({});
  });
});
