import { decodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { RunningSubgraph } from '@atelier/testing/subgraph';
import { until } from '@atelier/testing/until';
import { member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accounts, makeClient, makeClientWithContact, startClients } from '../testing/clients.ts';

const peer = accounts();
let domain: RunningSubgraph;
beforeAll(async () => {
  domain = await startClients(peer);
  await domain.subgraph.start();
});
afterAll(() => domain.stop());
beforeEach(() => {
  domain.clock.now = new Date('2026-11-22T09:30:00Z');
});

const run = async (viewer: Parameters<RunningSubgraph['ask']>[0], name: string, id: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const { data, messages } = await domain.ask(
    viewer,
    `mutation ($id: ID!) { ${name}(input: { id: $id }) { ... on ${type}Success { client { archivedAt trashedAt version } } } }`,
    { id },
  );
  expect(messages).toEqual([]);
  return (data as Record<string, { client: { archivedAt: string | null; trashedAt: string | null; version: number } }>)[name]?.client;
};

/** Has the waiting purge run now. */
const purge = async (studioId: string) => {
  await domain.db.admin.query(
    `select clients_jobs.add_job('purge-client', json_build_object('studioId', studio_id, 'clientId', id)) from clients.clients where studio_id = $1`,
    [studioId],
  );
  await until(async () => {
    const { rows } = await domain.db.admin.query('select from clients_jobs.jobs where run_at <= now()');
    return rows.length === 0;
  });
};

const clientsOf = async (studioId: string) =>
  (await domain.db.admin.query('select from clients.clients where studio_id = $1', [studioId])).rowCount;

test('a client can be archived and taken back, and once more does nothing', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeClient(domain, owner);
  expect(await run(owner, 'archiveClient', id)).toEqual({ archivedAt: '2026-11-22T09:30:00.000Z', trashedAt: null, version: 2 });
  expect(await run(owner, 'archiveClient', id)).toMatchObject({ version: 2 });
  const { data } = await domain.ask(
    owner,
    'mutation ($id: ID!) { archiveClient(input: { id: $id, archived: false }) { ... on ArchiveClientSuccess { client { archivedAt version } } } }',
    { id },
  );
  expect(data).toEqual({ archiveClient: { client: { archivedAt: null, version: 3 } } });
});

test('a client comes back from the trash as it was, and other domains hear that it went', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeClient(domain, owner);
  await run(owner, 'archiveClient', id);
  expect(await run(owner, 'trashClient', id)).toMatchObject({ trashedAt: '2026-11-22T09:30:00.000Z' });
  expect(await run(owner, 'restoreClient', id)).toMatchObject({ archivedAt: '2026-11-22T09:30:00.000Z', trashedAt: null });
  const clientId = decodeId(id, 'Client');
  await until(() => peer.events.some((event) => event.type === 'client.trashed' && event.data.clientId === clientId));
});

test('the purge waits thirty days', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeClient(domain, owner);
  await run(owner, 'trashClient', id);
  const { rows } = await domain.db.admin.query(`select run_at from clients_jobs.jobs where key = $1`, [
    `purge-client:${decodeId(id, 'Client')}`,
  ]);
  expect(rows).toEqual([{ run_at: new Date('2026-12-22T09:30:00Z') }]);
  domain.clock.now = new Date('2026-12-22T09:29:59Z');
  await purge(studioId);
  expect(await clientsOf(studioId)).toBe(1);
});

test('after thirty days the client is gone, its people lose their links, and their names stay', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id, contactId } = await makeClientWithContact(domain, owner);
  await run(owner, 'trashClient', id);
  domain.clock.now = new Date('2026-12-22T09:30:00Z');
  await purge(studioId);
  expect(await clientsOf(studioId)).toBe(0);
  expect(await domain.entity(owner, 'Client', id, '{ name }')).toBeNull();
  expect(await domain.entity(owner, 'Contact', contactId, '{ name email client { name } }')).toEqual({
    name: 'Ana Ruiz',
    email: null,
    client: null,
  });
  const contactUuid = decodeId(contactId, 'Contact');
  await until(() => peer.events.some((event) => event.type === 'contact.removed' && event.data.contactId === contactUuid));
  const last = domain.published.filter((event) => event.studioId === studioId).at(-1);
  expect(last).toMatchObject({ typename: 'Client', audienceBefore: ['team'], audienceAfter: [] });
});

test('a client that was taken back stays, however late the purge comes', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeClient(domain, owner);
  await run(owner, 'trashClient', id);
  await run(owner, 'restoreClient', id);
  domain.clock.now = new Date('2027-01-22T09:30:00Z');
  await purge(studioId);
  expect(await clientsOf(studioId)).toBe(1);
});
