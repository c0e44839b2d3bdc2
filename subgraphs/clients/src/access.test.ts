import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { RunningSubgraph } from '@atelier/testing/subgraph';
import { apiKey, contact, member, service } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeClient, makeClientWithContact, startClients } from './testing/clients.ts';

let domain: RunningSubgraph;
const studioId = uuidv7();
const owner = member('owner', studioId);
let museum: { id: string; contactId: string };
let colleagueId: string;
let otherClient: { id: string; contactId: string };

beforeAll(async () => {
  domain = await startClients();
  museum = await makeClientWithContact(domain, owner);
  const { data } = await domain.ask(
    owner,
    `mutation ($id: ID!) { createContact(input: { clientId: $id, name: "Bo", email: "bo@museum.example", phone: "1", roles: [PAYER] }) {
      ... on CreateContactSuccess { contact { id } } } }`,
    { id: museum.id },
  );
  colleagueId = (data as { createContact: { contact: { id: string } } }).createContact.contact.id;
  await domain.ask(
    owner,
    `mutation ($id: ID!) { updateClient(input: { id: $id, expectedVersion: 1, notes: "difficult", vatId: "GB1",
       defaultRate: { amount: 9000, currency: "GBP" } }) { __typename } }`,
    { id: museum.id },
  );
  otherClient = await makeClientWithContact(domain, owner, 'Cleo', 'cleo@festival.example');
});
afterAll(() => domain.stop());

const CLIENT = '{ id name kind vatId notes defaultRate { amount currency } viewerCanUpdate contacts { name email } }';
const CONTACT = '{ id name email phone roles isViewer client { name } }';

describe('a client', () => {
  test('is shown whole to those who run the studio, and without the rate to an artist', async () => {
    const whole = { vatId: 'GB1', notes: 'difficult', defaultRate: { amount: 9000, currency: 'GBP' } };
    for (const [role, mayUpdate] of [
      ['owner', true],
      ['manager', true],
      ['accountant', false],
    ] as const) {
      expect(await domain.entity(member(role, studioId), 'Client', museum.id, CLIENT)).toMatchObject({
        ...whole,
        viewerCanUpdate: mayUpdate,
      });
    }
    const seen = await domain.entity(member('artist', studioId), 'Client', museum.id, CLIENT);
    expect(seen).toMatchObject({ ...whole, defaultRate: null, viewerCanUpdate: false });
  });

  test('does not exist for a guest, and for another studio', async () => {
    expect(await domain.entity(member('guest', studioId), 'Client', museum.id, CLIENT)).toBeNull();
    expect(await domain.entity(member('owner', uuidv7()), 'Client', museum.id, CLIENT)).toBeNull();
    expect(await domain.entity(contact(uuidv7(), decodeId(museum.contactId, 'Contact')), 'Client', museum.id, CLIENT)).toBeNull();
    expect(await domain.entity({ kind: 'anonymous' }, 'Client', museum.id, CLIENT)).toBeNull();
  });

  test('is shown to its own contact by name, with its people by name', async () => {
    const ana = contact(studioId, decodeId(museum.contactId, 'Contact'));
    expect(await domain.entity(ana, 'Client', museum.id, CLIENT)).toEqual({
      id: museum.id,
      name: 'Harbour Museum',
      kind: 'COMPANY',
      vatId: null,
      notes: null,
      defaultRate: null,
      viewerCanUpdate: false,
      contacts: [
        { name: 'Ana Ruiz', email: 'ana@museum.example' },
        { name: 'Bo', email: null },
      ],
    });
    expect(await domain.entity(ana, 'Client', otherClient.id, CLIENT)).toBeNull();
  });

  test('is shown to a key by its scope, and to other domains', async () => {
    expect(await domain.entity(apiKey(studioId, 'clients:read'), 'Client', museum.id, '{ name }')).toEqual({ name: 'Harbour Museum' });
    expect(await domain.entity(apiKey(studioId, 'projects:read'), 'Client', museum.id, '{ name }')).toBeNull();
    expect(await domain.entity(service('messaging', studioId), 'Client', museum.id, '{ language }')).toEqual({ language: 'en' });
    expect(await domain.entity(service('messaging', uuidv7()), 'Client', museum.id, '{ language }')).toBeNull();
  });
});

describe('a contact', () => {
  test('is shown by name to a guest, and to a key that reads projects', async () => {
    const byName = { id: colleagueId, name: 'Bo', email: null, phone: null, roles: [], isViewer: false, client: null };
    expect(await domain.entity(member('guest', studioId), 'Contact', colleagueId, CONTACT)).toEqual(byName);
    expect(await domain.entity(apiKey(studioId, 'projects:read'), 'Contact', colleagueId, CONTACT)).toEqual(byName);
    expect(await domain.entity(apiKey(studioId, 'studio:read'), 'Contact', colleagueId, CONTACT)).toBeNull();
  });

  test('sees themselves, their colleagues by name, and nobody of another client', async () => {
    const ana = contact(studioId, decodeId(museum.contactId, 'Contact'));
    const client = { name: 'Harbour Museum' };
    expect(await domain.entity(ana, 'Contact', museum.contactId, CONTACT)).toMatchObject({
      email: 'ana@museum.example',
      isViewer: true,
      client,
    });
    expect(await domain.entity(ana, 'Contact', colleagueId, CONTACT)).toMatchObject({
      name: 'Bo',
      email: null,
      phone: null,
      roles: [],
      client,
    });
    expect(await domain.entity(ana, 'Contact', otherClient.contactId, CONTACT)).toBeNull();
  });

  test('does not exist for another studio', async () => {
    for (const viewer of [member('owner', uuidv7()), member('guest', uuidv7()), contact(uuidv7(), decodeId(colleagueId, 'Contact'))]) {
      expect(await domain.entity(viewer, 'Contact', colleagueId, CONTACT)).toBeNull();
    }
  });

  test('who was removed sees nothing any more', async () => {
    const mallory = await makeClientWithContact(domain, owner, 'Mal', 'mal@old.example');
    await domain.ask(owner, 'mutation ($id: ID!) { removeContact(input: { id: $id }) { __typename } }', { id: mallory.contactId });
    const viewer = contact(studioId, decodeId(mallory.contactId, 'Contact'));
    expect(await domain.entity(viewer, 'Client', mallory.id, '{ name }')).toBeNull();
    expect(await domain.entity(viewer, 'Contact', mallory.contactId, '{ name }')).toBeNull();
  });
});

const MUTATIONS: [string, string, (ids: { client: string; contact: string }) => Record<string, unknown>][] = [
  ['updateClient', 'UpdateClientInput', ({ client }) => ({ id: client, expectedVersion: 1, name: 'Taken over' })],
  ['archiveClient', 'ArchiveClientInput', ({ client }) => ({ id: client })],
  ['trashClient', 'TrashClientInput', ({ client }) => ({ id: client })],
  ['restoreClient', 'RestoreClientInput', ({ client }) => ({ id: client })],
  ['createContact', 'CreateContactInput', ({ client }) => ({ clientId: client, name: 'Eve', email: 'eve@eve.example' })],
  ['updateContact', 'UpdateContactInput', ({ contact: id }) => ({ id, expectedVersion: 1, name: 'Eve' })],
  ['removeContact', 'RemoveContactInput', ({ contact: id }) => ({ id })],
];

describe.each(MUTATIONS)('%s', (name, input, values) => {
  const run = (viewer: Parameters<RunningSubgraph['ask']>[0], given: Record<string, unknown>) =>
    domain.ask(viewer, `mutation ($input: ${input}!) { ${name}(input: $input) { __typename } }`, { input: given });

  test('is refused to whoever only reads', async () => {
    const given = values({ client: museum.id, contact: colleagueId });
    for (const role of ['artist', 'accountant', 'guest'] as const)
      expect((await run(member(role, studioId), given)).codes).toEqual(['FORBIDDEN']);
    expect((await run(contact(studioId, decodeId(museum.contactId, 'Contact')), given)).codes).toEqual(['FORBIDDEN']);
    expect((await run(apiKey(studioId, 'clients:read'), given)).codes).toEqual(['FORBIDDEN']);
    expect((await run({ kind: 'anonymous' }, given)).codes).toEqual(['UNAUTHENTICATED']);
  });

  test("tells another studio's owner no more than of a thing that never was", async () => {
    const stranger = member('owner', uuidv7());
    const answers = await Promise.all([
      run(stranger, values({ client: museum.id, contact: colleagueId })),
      run(stranger, values({ client: encodeId('Client', uuidv7()), contact: encodeId('Contact', uuidv7()) })),
      run(stranger, values({ client: encodeId('Project', uuidv7()), contact: 'nonsense' })),
    ]);
    expect(answers.map((answer) => answer.codes)).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['NOT_FOUND']]);
    expect(new Set(answers.map((answer) => answer.messages[0])).size).toBe(1);
  });
});

test('without a studio, SQL as the role of this domain sees no row', async () => {
  await makeClient(domain, owner);
  const client = await domain.db.admin.connect();
  try {
    await client.query('begin');
    await client.query('set local role atelier_test_clients');
    for (const table of ['clients', 'contacts', 'search_words', 'activity', 'activity_subjects']) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int from clients.${table}`);
      expect([table, rows[0]?.count]).toEqual([table, 0]);
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
});
