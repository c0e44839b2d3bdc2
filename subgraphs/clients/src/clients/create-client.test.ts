import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { RunningSubgraph } from '@atelier/testing/subgraph';
import { apiKey, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startClients } from '../testing/clients.ts';

let domain: RunningSubgraph;
beforeAll(async () => {
  domain = await startClients();
});
afterAll(() => domain.stop());

const CREATE = `mutation ($input: CreateClientInput!) { createClient(input: $input) { __typename
  ... on CreateClientSuccess { client { id name kind vatId currency language paymentTermsDays defaultRate { amount currency } notes
    createdAt archivedAt trashedAt version contacts { name email } } }
  ... on InvalidInput { code path } } }`;

async function create(viewer: Parameters<RunningSubgraph['ask']>[0], input: Record<string, unknown>) {
  const { data, codes } = await domain.ask(viewer, CREATE, { input });
  return { result: data?.createClient as { __typename: string; client: { id: string }; code: string; path: string[] }, codes };
}

test("a client starts in the studio's currency, with its first contact", async () => {
  const { result } = await create(member('manager', uuidv7()), {
    name: '  Harbour Museum ',
    vatId: 'GB 123',
    language: 'es-mx',
    notes: 'Prefers letters',
    contact: { name: 'Ana Ruiz', email: 'Ana@Museum.example' },
  });
  expect(result).toMatchObject({
    client: {
      name: 'Harbour Museum',
      kind: 'COMPANY',
      vatId: 'GB 123',
      currency: 'GBP',
      language: 'es-MX',
      paymentTermsDays: 14,
      defaultRate: null,
      notes: 'Prefers letters',
      createdAt: '2026-11-22T09:30:00.000Z',
      archivedAt: null,
      trashedAt: null,
      version: 1,
      contacts: [{ name: 'Ana Ruiz', email: 'Ana@Museum.example' }],
    },
  });
});

test('a rate larger than 32 bits comes back as it went in', async () => {
  const defaultRate = { amount: 9_007_199_254_740_991, currency: 'COP' };
  const { result } = await create(member('owner', uuidv7()), { name: 'Bank', currency: 'EUR', defaultRate });
  expect(result.client).toMatchObject({ currency: 'EUR', defaultRate });
});

test('a repeat with the same id makes nothing twice', async () => {
  const owner = member('owner', uuidv7());
  const input = { id: encodeId('Client', uuidv7()), name: 'Once', contact: { name: 'Al', email: 'al@once.example' } };
  const first = await create(owner, input);
  const second = await create(owner, input);
  expect(second.result).toEqual(first.result);
  expect(first.result.client.id).toBe(input.id);
  const { data } = await domain.ask(owner, '{ clients { totalCount } }');
  expect(data).toEqual({ clients: { totalCount: 1 } });
});

test("an id that somebody else's client has is taken; one of another studio is free", async () => {
  const studioId = uuidv7();
  const id = encodeId('Client', uuidv7());
  await create(member('owner', studioId), { id, name: 'First' });
  expect((await create(member('manager', studioId), { id, name: 'Second' })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await create(member('owner', uuidv7()), { id, name: 'Elsewhere' })).result).toMatchObject({ client: { id, name: 'Elsewhere' } });
});

test.each([
  ['no name', { name: '  ' }, 'REQUIRED', 'name'],
  ['a long name', { name: 'x'.repeat(121) }, 'TOO_LONG', 'name'],
  ['a long tax number', { vatId: '1'.repeat(33) }, 'TOO_LONG', 'vatId'],
  ['long notes', { notes: 'x'.repeat(10_001) }, 'TOO_LONG', 'notes'],
  ['a language that is none', { language: 'not a tag' }, 'INVALID_LANGUAGE', 'language'],
  ['terms below zero', { paymentTermsDays: -1 }, 'INVALID_DAYS', 'paymentTermsDays'],
  ['terms above a year', { paymentTermsDays: 366 }, 'INVALID_DAYS', 'paymentTermsDays'],
  ['a rate below zero', { defaultRate: { amount: -1, currency: 'EUR' } }, 'INVALID_AMOUNT', 'defaultRate'],
  ['a contact without an address', { contact: { name: 'A', email: 'nobody' } }, 'INVALID_EMAIL', 'contact'],
])('%s is refused, and nothing is made', async (_what, wrong, code, field) => {
  const owner = member('owner', uuidv7());
  const { result } = await create(owner, { name: 'Good', ...wrong });
  expect(result).toMatchObject({ __typename: 'InvalidInput', code });
  expect(result.path.slice(0, 2)).toEqual(['input', field]);
  expect((await domain.ask(owner, '{ clients { totalCount } }')).data).toEqual({ clients: { totalCount: 0 } });
});

test('an id of another type, and a key without the scope, are refused', async () => {
  const studioId = uuidv7();
  expect((await create(member('owner', studioId), { id: encodeId('Task', uuidv7()), name: 'X' })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await create(apiKey(studioId, 'clients:read'), { name: 'X' })).codes).toEqual(['FORBIDDEN']);
  expect((await create(member('artist', studioId), { name: 'X' })).codes).toEqual(['FORBIDDEN']);
});

test('the list hears of a new client, and of nothing that was refused', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  await create(owner, { name: '' });
  await create(owner, { name: 'Heard' });
  const events = domain.published.filter((event) => event.studioId === studioId);
  expect(events).toMatchObject([
    { channel: `clients:studio:${studioId}:${studioId}`, version: 1, typename: 'Client', audienceBefore: [], audienceAfter: ['team'] },
  ]);
});
