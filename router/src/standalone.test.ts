import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError, getIntrospectionQuery } from 'graphql';
import { composeSubgraphs, type ServedSubgraph, type Subgraph, serveSubgraph } from './testing/subgraphs.ts';

const root = join(import.meta.dirname, '../..');

/** Nothing of ours: no Node, no live subgraph, names of all kinds. */
const subgraphs: Record<string, Subgraph> = {
  live: {
    sdl: `
      scalar Anything
      type Query { stars(first: Int, like: Anything): [Star!]! broken: String forbidden: String }
      type Mutation { ignite(name: String!): Star }
      type Star @key(fields: "name") { name: String! companion: Star depth: Int }`,
    resolvers: {
      Query: {
        stars: () => [{ name: 'Vega' }, { name: 'Deneb' }],
        broken: () => {
          throw new Error('the telescope is cold');
        },
        forbidden: () => {
          throw new GraphQLError('not at night', { extensions: { code: 'ASTRO', hint: 'come back', stacktrace: ['at /srv/star.ts:3'] } });
        },
      },
      Mutation: { ignite: (_: unknown, { name }: { name: string }) => ({ name }) },
      Star: { companion: (star: object) => star, depth: () => 1 },
    },
  },
  'light-curves': {
    sdl: 'type Star @key(fields: "name") { name: String! magnitude: Float }',
    resolvers: {
      Star: { __resolveReference: ({ name }: { name: string }) => (name === 'Vega' ? { name, magnitude: 0.03 } : null) },
    },
  },
};

let served: Record<string, ServedSubgraph>;
let folder: string;
let file: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  served = {};
  for (const [name, subgraph] of Object.entries(subgraphs)) served[name] = await serveSubgraph(subgraph);
  folder = mkdtempSync(join(tmpdir(), 'router-'));
  file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composeSubgraphs(subgraphs, Object.fromEntries(Object.entries(served).map(([name, { url }]) => [name, url]))));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill();
});
afterAll(async () => {
  await Promise.all(Object.values(served).map((subgraph) => subgraph.close()));
  rmSync(folder, { recursive: true });
});

/** `npm run --silent router` with nothing but the given settings; `url` once it says that it is ready. */
function start(settings: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', ['run', '--silent', 'router'], {
    cwd: root,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said: string[] = [];
  const ready = new Promise<string>((resolve) => {
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (chunk: Buffer) => {
        said.push(String(chunk));
        const url = /^Ready on (\S+)\n/m.exec(said.join(''))?.[1];
        if (url) resolve(url);
      });
    }
  });
  return { child, said: () => said.join(''), ready, ended: once(child, 'close') as Promise<[number | null]> };
}

const settings = () => ({ SUPERGRAPH_PATH: file, PORT: '0', ROUTER_AUTH: 'none' });
const post = async (url: string, query: string, variables?: Record<string, unknown>) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return response.json() as Promise<{ data: Record<string, unknown>; errors?: Record<string, unknown>[] }>;
};

describe('npm run router', () => {
  test('serves a supergraph of others, prints one line, and is gone with SIGTERM', async () => {
    const { child, ready, said, ended } = start(settings());
    const url = await ready;
    const { data } = await post(url, 'query ($first: Int) { stars(first: $first) { __typename name magnitude } }', { first: 2 });
    expect(data).toEqual({
      stars: [
        { __typename: 'Star', name: 'Vega', magnitude: 0.03 },
        { __typename: 'Star', name: 'Deneb', magnitude: null },
      ],
    });
    expect(await post(url, 'mutation { ignite(name: "Vega") { magnitude } }')).toEqual({ data: { ignite: { magnitude: 0.03 } } });
    const get = await fetch(`${url}?query=${encodeURIComponent('{ stars { name } }')}`);
    expect(await get.json()).toEqual({ data: { stars: [{ name: 'Vega' }, { name: 'Deneb' }] } });
    expect(said()).toBe(`Ready on ${url}\n`);

    child.kill('SIGTERM');
    await ended;
    await expect(fetch(url)).rejects.toThrow();
    expect(said()).toBe(`Ready on ${url}\n`);
  });

  test('shows the whole schema, lets documents be deep, and passes on what subgraphs say of failures, not their inside', async () => {
    const { ready } = start(settings());
    const url = await ready;
    const { data } = await post(url, getIntrospectionQuery());
    expect(JSON.stringify(data)).toContain('"magnitude"');

    const deep = (levels: number): string => (levels === 0 ? 'depth' : `companion { ${deep(levels - 1)} }`);
    expect((await post(url, `{ stars { ${deep(12)} } }`)).errors).toBeUndefined();

    for (const [query, variables, what] of [
      [`{ stars { ${deep(30)} } }`, {}, 'levels of fields'],
      [`{ stars ${'{'.repeat(50_000)}`, {}, 'levels of braces'],
      [
        'query ($like: Anything) { stars(like: $like) { name } }',
        { like: JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) },
        'levels of braces',
      ],
    ] as const) {
      const refused = await post(url, query, variables);
      expect([refused.data, refused.errors?.[0]?.message]).toEqual([undefined, expect.stringContaining(what)]);
    }

    const { errors } = await post(url, '{ forbidden broken }');
    expect(errors).toEqual([
      { message: 'not at night', path: ['forbidden'], extensions: { code: 'ASTRO', hint: 'come back' } },
      { message: 'the telescope is cold', path: ['broken'], extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' } },
    ]);
  });

  test('tells subgraphs nothing of the client but its operation', async () => {
    const { ready } = start(settings());
    const url = await ready;
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer x', cookie: 'a=b', 'x-atelier-viewer': 'me' },
      body: JSON.stringify({ query: '{ stars { name } }' }),
    });
    expect(served.live?.headers.at(-1)).not.toHaveProperty('x-atelier-viewer');
    expect(JSON.stringify(served.live?.headers.at(-1))).not.toMatch(/Bearer|a=b/);
  });

  test('says what is wrong with its settings, and does not start', async () => {
    for (const [wrong, words] of [
      [{ ...settings(), SUPERGRAPH_PATH: '' }, 'SUPERGRAPH_PATH'],
      [{ ...settings(), SUPERGRAPH_PATH: join(folder, 'nowhere') }, 'nowhere'],
      [{ ...settings(), ROUTER_AUTH: 'some' }, 'ROUTER_AUTH'],
      [{ ...settings(), PORT: 'ten' }, 'PORT'],
    ] as const) {
      const { said, ended } = start(wrong);
      expect((await ended)[0]).toBe(1);
      expect(said()).toContain(words);
    }
  });
});
