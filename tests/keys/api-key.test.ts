import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { aProject, aTask, idOf } from '../support/scene.ts';
import { subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let owner: Person;
beforeAll(async () => {
  world = await startWorld();
  owner = await world.signIn('ingrid@northlight.example', 'northlight');
}, 60_000);
afterAll(() => world.stop());

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename
  ... on CreateApiKeySuccess { secret apiKey { id prefix scopes } } ... on UserError { code path } } }`;

interface Made {
  id: string;
  secret: string;
  program: Person;
}

/** A key of the studio, and a program that uses it. */
async function aKey(scopes: string[], maker = owner, more: Record<string, unknown> = {}): Promise<Made> {
  const { createApiKey } = await maker.get<{ createApiKey: { secret: string; apiKey: { id: string } } }>(CREATE, {
    input: { name: 'A program', scopes, ...more },
  });
  return { id: createApiKey.apiKey.id, secret: createApiKey.secret, program: programWith(createApiKey.secret) };
}

/** A program that says who it is by a key, and in no other way. */
function programWith(secret: string): Person {
  const program = world.stranger();
  program.authorization = `Bearer ${secret}`;
  return program;
}

const PROJECTS = '{ projects(first: 1) { nodes { id name } } }';
const CLIENTS = '{ clients(first: 1) { nodes { id name notes } } }';
const STUDIO = '{ studio { slug members { nodes { name role } } } }';
const createTask = (projectId: string) => ({
  query: 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename } }',
  variables: { input: { projectId, title: 'By a program' } },
});

describe('a key', () => {
  test.each([
    ['PROJECTS_READ', PROJECTS, [CLIENTS, STUDIO]],
    ['CLIENTS_READ', CLIENTS, [PROJECTS]],
    ['STUDIO_READ', STUDIO, [PROJECTS, CLIENTS]],
  ])('with %s reads that and nothing else', async (scope, allowed, refused) => {
    const { program } = await aKey([scope]);
    const answer = await program.ask(allowed);
    expect([answer.status, answer.codes]).toEqual([200, []]);
    for (const query of refused) expect((await program.ask(query)).codes).toContain('FORBIDDEN');
  });

  test('reads only where it may write nothing', async () => {
    const projectId = await aProject(owner);
    const { program } = await aKey(['PROJECTS_READ', 'CLIENTS_READ', 'STUDIO_READ']);
    const { query, variables } = createTask(projectId);
    expect((await program.ask(query, variables)).codes).toEqual(['FORBIDDEN']);
    const { program: writer } = await aKey(['PROJECTS_READ', 'PROJECTS_WRITE']);
    expect((await writer.ask(query, variables)).data).toEqual({ createTask: { __typename: 'CreateTaskSuccess' } });
  });

  test('says of itself that it is a key, and is no person', async () => {
    const { program } = await aKey(['STUDIO_READ']);
    const { viewer } = await program.get<{ viewer: unknown }>('{ viewer { kind user { email } contact { id } studio { slug } } }');
    expect(viewer).toEqual({ kind: 'API_KEY', user: null, contact: null, studio: { slug: 'northlight' } });
  });

  test.each([
    ['make keys', 'mutation { createApiKey(input: { name: "Another", scopes: [STUDIO_READ] }) { __typename } }'],
    ['invite people', 'mutation { inviteMember(input: { email: "friend@keys.example", role: ADMIN }) { __typename } }'],
    ['change the studio', 'mutation { updateStudio(input: { expectedVersion: 1, name: "Mine" }) { __typename } }'],
    ['read what people were told', '{ notifications { nodes { id } } }'],
    ['change a profile', 'mutation { updateProfile(input: { name: "Robot" }) { __typename } }'],
  ])('cannot %s, whatever its scopes', async (_what, query) => {
    const { program } = await aKey(['PROJECTS_READ', 'PROJECTS_WRITE', 'CLIENTS_READ', 'CLIENTS_WRITE', 'STUDIO_READ']);
    const { codes } = await program.ask(query);
    expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(codes[0]);
  });

  test('stays in its studio whatever the header says', async () => {
    const { program } = await aKey(['STUDIO_READ', 'PROJECTS_READ']);
    program.studio = 'studio-marisol';
    expect(await program.get('{ studio { slug } }')).toEqual({ studio: { slug: 'northlight' } });
    const foreign = idOf('Project', 'project:harbour-mural');
    expect((await program.ask('query ($id: ID!) { node(id: $id) { id } }', { id: foreign })).codes).toEqual(['NOT_FOUND']);
  });

  test('is who asks, even beside a cookie', async () => {
    const { secret } = await aKey(['STUDIO_READ']);
    const both = owner.inStudio('northlight');
    both.authorization = `Bearer ${secret}`;
    expect(await both.get('{ viewer { kind } }')).toEqual({ viewer: { kind: 'API_KEY' } });
    both.authorization = 'Bearer not-a-key';
    expect(await both.get('{ viewer { kind } }')).toEqual({ viewer: null });
  });

  test('hears of changes live', async () => {
    const projectId = await aProject(owner);
    const { program } = await aKey(['PROJECTS_READ']);
    const stream = subscribe<{ node: { id: string } }>(
      program,
      'subscription ($id: ID!) { projectChanged(id: $id, after: 0) { ... on Changed { node { id } } } }',
      {
        id: projectId,
      },
    );
    const task = await aTask(owner, projectId);
    expect((await stream.until(({ node }) => node.id === task.id)).node).toEqual({ id: task.id });
    await stream.close();
  });
});

describe('what ends a key', () => {
  test('revoking it: the next request is a stranger’s, and its sockets close', async () => {
    const projectId = await aProject(owner);
    const { id, program } = await aKey(['PROJECTS_READ']);
    const stream = subscribe(program, 'subscription ($id: ID!) { projectChanged(id: $id, after: 0) { __typename } }', { id: projectId });
    await stream.next();
    await owner.get('mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { ... on RevokeApiKeySuccess { id } } }', {
      input: { id },
    });
    expect((await program.ask(PROJECTS)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await stream.ended).toBe(4403);
  });

  test('its day: a key can be made for the future only, and is dead after it', async () => {
    const past = await owner.get<{ createApiKey: unknown }>(CREATE, {
      input: { name: 'Late', scopes: ['STUDIO_READ'], expiresAt: '2020-01-01T00:00:00.000Z' },
    });
    expect(past.createApiKey).toMatchObject({ __typename: 'InvalidInput', path: ['input', 'expiresAt'] });
    const { program, secret } = await aKey(['STUDIO_READ'], owner, { expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    expect((await program.ask('{ studio { slug } }')).codes).toEqual([]);
    await world.db.admin.query(`update accounts.api_keys set expires_at = now() - interval '1 second' where expires_at is not null`);
    // Nobody is remembered who never asked in this way: as after the router's memory of half a minute.
    const late = programWith(secret);
    late.studio = 'northlight';
    expect(await late.get('{ viewer { kind } }')).toEqual({ viewer: null });
  });

  test('its maker: it never may more than they may now, and goes with them', async () => {
    const theo = await world.signIn('theo@northlight.example', 'northlight');
    const { program } = await aKey(['PROJECTS_READ', 'PROJECTS_WRITE', 'CLIENTS_READ'], theo);
    const projectId = await aProject(owner);
    const { query, variables } = createTask(projectId);
    expect((await program.ask(query, variables)).codes).toEqual([]);
    const id = idOf('Member', 'member:theo');
    const changeRole = (role: string) =>
      owner.get('mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { __typename } }', { input: { id, role } });
    await changeRole('ACCOUNTANT');
    expect((await program.ask(query, variables)).codes).toEqual(['FORBIDDEN']);
    await changeRole('GUEST');
    expect((await program.ask(CLIENTS)).codes).toContain('FORBIDDEN');
    expect((await program.ask('query ($id: ID!) { node(id: $id) { id } }', { id: projectId })).codes).toEqual(['NOT_FOUND']);
    await owner.get('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }', { input: { id } });
    expect((await program.ask(PROJECTS)).codes).toEqual(['UNAUTHENTICATED']);
  });
});

describe('a secret', () => {
  test('is shown once, and kept nowhere: the database holds a hash', async () => {
    const { id, secret } = await aKey(['STUDIO_READ']);
    const list = await owner.ask('{ studio { apiKeys { id name prefix scopes createdAt lastUsedAt expiresAt } } }');
    expect(list.body).toContain(id);
    expect(list.body).not.toContain(secret);
    const { rows } = await world.db.admin.query<{ table: string; found: number }>(
      `select table_schema || '.' || table_name as table,
         (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I t where t::text like %L', table_schema, table_name, $1::text), false, true, '')))[1]::text::int as found
       from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
      [`%${secret.slice(12)}%`],
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ found }) => found > 0)).toEqual([]);
  });

  test('can be made by owner and admin only', async () => {
    for (const email of ['amara@northlight.example', 'kenji@northlight.example', 'paula@northlight.example']) {
      const person = await world.signIn(email, 'northlight');
      expect((await person.ask(CREATE, { input: { name: 'Mine', scopes: ['STUDIO_READ'] } })).codes).toEqual(['FORBIDDEN']);
      expect(await person.get('{ studio { apiKeys { id } viewerCanManageApiKeys } }')).toEqual({
        studio: { apiKeys: null, viewerCanManageApiKeys: false },
      });
    }
  });
});
