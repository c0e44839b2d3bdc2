import { uuidv7 } from '@atelier/service-kit/ids';
import type { RunningSubgraph } from '@atelier/testing/subgraph';
import { member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeClient, startClients } from '../testing/clients.ts';

let domain: RunningSubgraph;
beforeAll(async () => {
  domain = await startClients();
});
afterAll(() => domain.stop());

const UPDATE = `mutation ($input: UpdateClientInput!) { updateClient(input: $input) { __typename
  ... on UpdateClientSuccess { client { name vatId version defaultRate { amount } paymentTermsDays } }
  ... on ClientVersionConflict { code client { name version } }
  ... on InvalidInput { code path } } }`;

const update = async (viewer: Parameters<RunningSubgraph['ask']>[0], input: Record<string, unknown>) =>
  (await domain.ask(viewer, UPDATE, { input })).data?.updateClient;

test('what is left out stays, null takes away, and the version grows', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeClient(domain, owner, { vatId: 'GB1', defaultRate: { amount: 100, currency: 'EUR' }, paymentTermsDays: 30 });
  const result = await update(owner, { id, expectedVersion: 1, name: 'Harbour House', vatId: null });
  expect(result).toEqual({
    __typename: 'UpdateClientSuccess',
    client: { name: 'Harbour House', vatId: null, version: 2, defaultRate: { amount: 100 }, paymentTermsDays: 30 },
  });
  expect(await update(owner, { id, expectedVersion: 2, defaultRate: null })).toMatchObject({ client: { defaultRate: null, version: 3 } });
});

test('the loser of two changes is told, and shown what the winner wrote', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeClient(domain, owner);
  const results = await Promise.all([
    update(owner, { id, expectedVersion: 1, name: 'One' }),
    update(owner, { id, expectedVersion: 1, name: 'Other' }),
  ]);
  const names = results.map((result) => (result as { client: { name: string } }).client.name);
  expect(results.map((result) => (result as { __typename: string }).__typename).sort()).toEqual([
    'ClientVersionConflict',
    'UpdateClientSuccess',
  ]);
  expect(new Set(names).size).toBe(1);
});

test('a change of nothing changes no version', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeClient(domain, owner);
  expect(await update(owner, { id, expectedVersion: 1, name: 'Harbour Museum' })).toMatchObject({ client: { version: 1 } });
});

test('a new name is found, and the old one is not', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeClient(domain, owner, { name: 'Before' });
  await update(owner, { id, expectedVersion: 1, name: 'After' });
  const found = async (text: string) =>
    (await domain.ask(owner, 'query ($text: String) { clients(filter: { text: $text }) { totalCount } }', { text })).data;
  expect(await found('after')).toEqual({ clients: { totalCount: 1 } });
  expect(await found('before')).toEqual({ clients: { totalCount: 0 } });
});

test('null for what a client needs is refused', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeClient(domain, owner);
  for (const field of ['name', 'kind', 'currency', 'language', 'paymentTermsDays']) {
    expect(await update(owner, { id, expectedVersion: 1, [field]: null })).toEqual({
      __typename: 'InvalidInput',
      code: 'REQUIRED',
      path: ['input', field],
    });
  }
});

test('the audit trail names what changed and by whom, and holds no notes', async () => {
  const studioId = uuidv7();
  const memberId = uuidv7();
  const owner = member('owner', studioId, memberId);
  const { id } = await makeClient(domain, owner);
  await update(owner, { id, expectedVersion: 1, name: 'New', notes: 'pays late' });
  const { rows } = await domain.db.admin.query(
    `select verb, actor_id, before, after from clients.activity where studio_id = $1 order by version`,
    [studioId],
  );
  expect(rows[1]).toEqual({
    verb: 'client.updated',
    actor_id: memberId,
    before: { name: 'Harbour Museum' },
    after: { name: 'New', changed: ['name', 'notes'] },
  });
});
