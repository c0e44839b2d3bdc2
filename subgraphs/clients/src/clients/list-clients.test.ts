import { uuidv7 } from '@atelier/service-kit/ids';
import type { RunningSubgraph } from '@atelier/testing/subgraph';
import { apiKey, contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeClient, startClients } from '../testing/clients.ts';

let domain: RunningSubgraph;
beforeAll(async () => {
  domain = await startClients();
});
afterAll(() => domain.stop());

const LIST = `query ($first: Int, $after: String, $filter: ClientFilter) {
  clients(first: $first, after: $after, filter: $filter) {
    nodes { id name } totalCount pageInfo { hasNextPage endCursor } } }`;

interface Page {
  nodes: { id: string; name: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function list(viewer: Parameters<RunningSubgraph['ask']>[0], variables: Record<string, unknown> = {}): Promise<Page> {
  const { data, messages } = await domain.ask(viewer, LIST, variables);
  expect(messages).toEqual([]);
  return data?.clients as Page;
}

const names = (page: Page) => page.nodes.map((client) => client.name);

test('clients come by name, whatever the case and the accents, page after page', async () => {
  const owner = member('owner', uuidv7());
  for (const name of ['Zephyr Records', 'émile', 'apricot Press', 'Éclair', 'Zephyr Records']) await makeClient(domain, owner, { name });
  const first = await list(owner, { first: 3 });
  const second = await list(owner, { first: 3, after: first.pageInfo.endCursor });
  expect(names(first)).toEqual(['apricot Press', 'Éclair', 'émile']);
  expect(names(second)).toEqual(['Zephyr Records', 'Zephyr Records']);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  expect(first.totalCount).toBe(5);
});

test('a search finds beginnings of words in the name and in what its contacts are called', async () => {
  const owner = member('owner', uuidv7());
  await makeClient(domain, owner, { name: 'Harbour Museum', contact: { name: 'Inés Peña', email: 'ines@harbour.example' } });
  await makeClient(domain, owner, { name: 'Little Harbour Books' });
  const found = async (text: string) => names(await list(owner, { filter: { text } }));
  expect(await found('harb')).toEqual(['Harbour Museum', 'Little Harbour Books']);
  expect(await found('BOOKS harb')).toEqual(['Little Harbour Books']);
  expect(await found('pena')).toEqual(['Harbour Museum']);
  expect(await found('ines@harbour')).toEqual(['Harbour Museum']);
  expect(await found('arbour')).toEqual([]);
  expect(await found('%')).toEqual([]);
  expect((await list(owner, { filter: { text: 'harb' } })).totalCount).toBe(2);
});

test('archived clients and those in the trash stand in lists of their own', async () => {
  const owner = member('owner', uuidv7());
  await makeClient(domain, owner, { name: 'Active' });
  const archived = await makeClient(domain, owner, { name: 'Archived' });
  const trashed = await makeClient(domain, owner, { name: 'Trashed' });
  await domain.ask(owner, 'mutation ($id: ID!) { archiveClient(input: { id: $id }) { __typename } }', { id: archived.id });
  await domain.ask(owner, 'mutation ($id: ID!) { trashClient(input: { id: $id }) { __typename } }', { id: trashed.id });
  expect(names(await list(owner))).toEqual(['Active']);
  expect(names(await list(owner, { filter: { archived: false } }))).toEqual(['Active']);
  expect(names(await list(owner, { filter: { archived: true } }))).toEqual(['Archived']);
  expect(names(await list(owner, { filter: { trashed: true } }))).toEqual(['Trashed']);
});

test('a list holds no client of another studio, also not by the cursor of one', async () => {
  const [ours, theirs] = [member('owner', uuidv7()), member('owner', uuidv7())];
  await makeClient(domain, ours, { name: 'Ours' });
  await makeClient(domain, theirs, { name: 'A first' });
  await makeClient(domain, theirs, { name: 'Z theirs' });
  const page = await list(theirs, { first: 1 });
  expect(names(await list(ours))).toEqual(['Ours']);
  expect(names(await list(ours, { after: page.pageInfo.endCursor }))).toEqual(['Ours']);
  expect(names(await list(ours, { filter: { text: 'theirs' } }))).toEqual([]);
});

test('guests, contacts and keys without the scope are refused, strangers asked to sign in', async () => {
  const studioId = uuidv7();
  const codes = async (viewer: Parameters<RunningSubgraph['ask']>[0]) => (await domain.ask(viewer, LIST)).codes;
  expect(await codes(member('guest', studioId))).toEqual(['FORBIDDEN']);
  expect(await codes(contact(studioId, uuidv7()))).toEqual(['FORBIDDEN']);
  expect(await codes(apiKey(studioId, 'projects:read'))).toEqual(['FORBIDDEN']);
  expect(await codes({ kind: 'anonymous' })).toEqual(['UNAUTHENTICATED']);
  expect(await codes({ kind: 'user', userId: uuidv7(), sessionId: uuidv7(), studio: null })).toEqual(['NOT_FOUND']);
  expect(await codes(apiKey(studioId, 'clients:read'))).toEqual([]);
  expect(await codes(member('accountant', studioId))).toEqual([]);
});

test('a forged cursor and a page of no or too many rows are refused', async () => {
  const owner = member('owner', uuidv7());
  const forged = Buffer.from(JSON.stringify(['clients.1', { name: 'a', id: 'x' }])).toString('base64url');
  for (const variables of [{ after: 'nonsense' }, { after: forged }, { first: 0 }, { first: 101 }]) {
    expect((await domain.ask(owner, LIST, variables)).codes).toEqual(['BAD_USER_INPUT']);
  }
});

test('a page of many clients with their contacts takes as many statements as one of few', async () => {
  const owner = member('owner', uuidv7());
  const statements = async () => {
    const before = domain.subgraph.stats().statements;
    const { messages } = await domain.ask(owner, '{ clients(first: 50) { nodes { id name contacts { id name client { id } } } } }');
    expect(messages).toEqual([]);
    return domain.subgraph.stats().statements - before;
  };
  await makeClient(domain, owner, { name: 'One', contact: { name: 'One', email: 'one@one.example' } });
  const withOne = await statements();
  for (let n = 0; n < 20; n += 1)
    await makeClient(domain, owner, { name: `Client ${n}`, contact: { name: 'P', email: `p${n}@p.example` } });
  expect(await statements()).toBe(withOne);
});

test('an index serves the list and the search behind row-level security', async () => {
  const studioId = uuidv7();
  await domain.db.admin.query(
    `insert into clients.clients (studio_id, id, name, name_key, kind, currency, language, payment_terms_days, created_by, created_at, version)
     select $1, gen_random_uuid(), 'Client ' || n, 'client ' || n, 'COMPANY', 'EUR', 'en', 14, gen_random_uuid(), now(), 1
     from generate_series(1, 3000) n`,
    [studioId],
  );
  await domain.db.admin.query(
    `insert into clients.search_words select studio_id, id, id, w from clients.clients, unnest(string_to_array(name_key, ' ')) w where studio_id = $1`,
    [studioId],
  );
  await domain.db.admin.query('analyze clients.clients, clients.search_words');
  const pool = domain.db.admin;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local role atelier_test_clients');
    await client.query(`select set_config('app.studio', $1, true)`, [studioId]);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select * from clients.clients c where studio_id = '${studioId}' and shelf = 'active'
         and exists (select from clients.search_words w where w.studio_id = c.studio_id and w.client_id = c.id and word >= '2999' and word < '2999z')
       order by name_key, id limit 21`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('search_words_studio_word_idx');
    expect(plan).toMatch(/Index Cond: .*word >= '2999'/);
    expect(plan).not.toContain('Seq Scan');
  } finally {
    await client.query('rollback');
    client.release();
  }
  const owner = member('owner', studioId);
  expect(names(await list(owner, { filter: { text: '2999' } }))).toEqual(['Client 2999']);
});
