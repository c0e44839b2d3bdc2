import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { idOf } from '../support/scene.ts';
import { startWorld, type World } from '../support/world.ts';
import { expectNoInsides } from './insides.ts';

let world: World;
let person: Person;
beforeAll(async () => {
  world = await startWorld();
  person = await world.signIn('ingrid@northlight.example', 'northlight');
}, 60_000);
afterAll(() => world.stop());

describe('a database that fails', () => {
  /** As if a migration were missing. */
  async function without(table: string, work: () => Promise<void>): Promise<void> {
    const [schema, name] = table.split('.');
    await world.db.admin.query(`alter table ${table} rename to ${name}_away`);
    try {
      await work();
    } finally {
      await world.db.admin.query(`alter table ${schema}.${name}_away rename to ${name}`);
    }
  }

  test('is told to the client as ours, with a trace and nothing else', async () => {
    await without('projects.comments', async () => {
      const answer = await person.ask('query ($id: ID!) { node(id: $id) { ... on Project { name comments { nodes { body } } } } }', {
        id: idOf('Project', 'project:lowtide-identity'),
      });
      expect(answer.codes).toEqual(['INTERNAL']);
      expectNoInsides(answer.body);
    });
  });

  test('is told to nobody who signs in, and the console hears no address', async () => {
    const written = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      await without('auth.users', async () => {
        for (const [path, body] of [
          ['/auth/sign-in/email', { email: 'kenji@northlight.example', password: 'demo-password' }],
          ['/auth/sign-up/email', { email: 'new@northlight.example', password: 'demo-password', name: 'Somebody' }],
          ['/auth/sign-in/magic-link', { email: 'kenji@northlight.example' }],
        ] as const) {
          const answer = await world.stranger().post(path, body);
          expect(answer.status).toBe(500);
          expect(await answer.json()).toMatchObject({ code: 'INTERNAL' });
        }
      });
      expect(JSON.stringify(written.mock.calls)).not.toMatch(/@|demo-password/);
    } finally {
      written.mockRestore();
    }
  });
});

describe('what is asked wrongly', () => {
  test.each([
    ['no JSON', '{ query'],
    ['no query', '{}'],
    ['a query that cannot be read', JSON.stringify({ query: '{ viewer {' })],
    ['a field that is not there', JSON.stringify({ query: '{ viewer { passwordHash } }' })],
    ['the fields of federation', JSON.stringify({ query: '{ _service { sdl } }' })],
    ['entities', JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' })],
    [
      'a variable of another type',
      JSON.stringify({ query: 'query ($first: Int) { projects(first: $first) { totalCount } }', variables: { first: 'ten' } }),
    ],
    ['a cursor of somebody’s making', JSON.stringify({ query: `{ projects(after: "'; drop table projects; --") { nodes { id } } }` })],
    ['more than there is at once', JSON.stringify({ query: '{ projects(first: 100000) { nodes { id } } }' })],
    ['an id with a zero byte', JSON.stringify({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: 'project_\u0000' } })],
    [
      'a text with a zero byte',
      JSON.stringify({
        query: 'mutation ($name: String!) { createProject(input: { name: $name }) { __typename ... on UserError { code } } }',
        variables: { name: 'a\u0000b' },
      }),
    ],
    [
      'a text with half a character',
      '{"query":"mutation ($name: String!) { createProject(input: { name: $name }) { __typename ... on UserError { code } } }","variables":{"name":"a\\ud800b"}}',
    ],
    [
      'a search with a zero byte',
      JSON.stringify({
        query:
          'query ($text: String) { clients(filter: { text: $text }) { nodes { id } } projects(filter: { text: $text }) { nodes { id } } tasks(filter: { text: $text }) { nodes { id } } }',
        variables: { text: '\u0000' },
      }),
    ],
    ['a day that is none', JSON.stringify({ query: '{ tasks(filter: { dueBefore: "2026-02-31" }) { nodes { id } } }' })],
    [
      'a very long name',
      JSON.stringify({
        query: 'mutation ($name: String!) { createProject(input: { name: $name }) { __typename ... on UserError { code } } }',
        variables: { name: 'x'.repeat(200_000) },
      }),
    ],
  ])('%s is the asker’s mistake, and tells nothing of our insides', async (_what, body) => {
    const answer = await person.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const text = await answer.text();
    const { errors = [], data } = JSON.parse(text) as {
      errors?: { extensions?: { code?: string } }[];
      data?: Record<string, { __typename?: string } | null>;
    };
    for (const { extensions } of errors) expect(['BAD_USER_INPUT', 'COST_LIMITED', 'NOT_FOUND']).toContain(extensions?.code);
    if (errors.length === 0) expect(JSON.stringify(data)).toMatch(/InvalidInput|"nodes":\[\]/);
    expectNoInsides(text);
  });

  test.each([
    ['/auth/sign-up/email', { email: 'zero@bytes.example', password: 'a good long password', name: 'a\u0000b' }],
    ['/auth/sign-up/email', { email: 'half@bytes.example', password: 'a good long password', name: 'a\ud800b' }],
    ['/auth/sign-in/email', { email: 'zero\u0000@bytes.example', password: 'a good long password' }],
    ['/auth/sign-in/email', { email: ['a'], password: { $gt: '' } }],
    ['/auth/sign-in/magic-link', { email: 'zero\u0000@bytes.example' }],
    ['/auth/request-password-reset', { email: '\u0000' }],
    ['/auth/reset-password', { token: 'a\u0000b', newPassword: 'a good long password' }],
  ])('%s with %j is no failure of ours', async (path, body) => {
    const answer = await world.stranger().post(path, body);
    expect([400, 401, 422]).toContain(answer.status);
    expectNoInsides(await answer.text());
  });

  test.each([
    '/auth/no-such-thing',
    '/media/no-such-thing',
    '/media/..%2f..%2fpackage.json',
    '/p/no',
    '/dev/mail/no',
    '/health/no',
    '/graphql/no',
    '/%E0%A4%A',
  ])('the path %s is not there, and tells nothing of our insides', async (path) => {
    const answer = await person.fetch(path);
    expect(path === '/p/no' ? [200] : [400, 404]).toContain(answer.status);
    expectNoInsides(await answer.text());
  });
});
