import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { RunningSubgraph } from '@atelier/testing/subgraph';
import { until } from '@atelier/testing/until';
import { member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accounts, makeClient, makeClientWithContact, startClients } from '../testing/clients.ts';

const peer = accounts();
let domain: RunningSubgraph;
beforeAll(async () => {
  domain = await startClients(peer);
});
afterAll(() => domain.stop());

type Ask = Parameters<RunningSubgraph['ask']>[0];
const FIELDS = '{ id name email phone roles version }';
const run = async (viewer: Ask, name: 'createContact' | 'updateContact', input: Record<string, unknown>) => {
  const type = name === 'createContact' ? 'CreateContact' : 'UpdateContact';
  const conflict = name === 'updateContact' ? `... on ContactVersionConflict { code contact ${FIELDS} }` : '';
  const { data, codes } = await domain.ask(
    viewer,
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { contact ${FIELDS} }
      ... on ContactEmailTaken { code path contact ${FIELDS} } ... on InvalidInput { code path } ${conflict} } }`,
    { input },
  );
  return { result: data?.[name] as { __typename: string; contact: { id: string } } | undefined, codes };
};

test('a person is added to a client, tidied', async () => {
  const owner = member('owner', uuidv7());
  const { id: clientId } = await makeClient(domain, owner);
  const { result } = await run(owner, 'createContact', {
    clientId,
    name: ' Bo Lind ',
    email: ' bo@museum.example',
    phone: '',
    roles: ['PAYER', 'APPROVER', 'PAYER'],
  });
  expect(result).toMatchObject({
    __typename: 'CreateContactSuccess',
    contact: { name: 'Bo Lind', email: 'bo@museum.example', phone: null, roles: ['APPROVER', 'PAYER'], version: 1 },
  });
});

test('clients and contacts that are asked for at once stand where they were asked for, and another studio’s are null', async () => {
  const owner = member('owner', uuidv7());
  const museum = await makeClientWithContact(domain, owner);
  const harbour = await makeClientWithContact(domain, owner, 'Bo Lind', 'bo@harbour.example');
  const theirs = await makeClientWithContact(domain, member('owner', uuidv7()), 'Zoe Berg', 'zoe@berg.example');
  const representations = [harbour, theirs, museum].flatMap(({ id, contactId }) => [
    { __typename: 'Contact', id: contactId },
    { __typename: 'Client', id },
  ]);
  const { data } = await domain.ask(
    owner,
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Client { id } ... on Contact { name client { id } } } }',
    { representations },
  );
  expect(data?._entities).toEqual([
    { name: 'Bo Lind', client: { id: harbour.id } },
    { id: harbour.id },
    null,
    null,
    { name: 'Ana Ruiz', client: { id: museum.id } },
    { id: museum.id },
  ]);
});

test('an address is taken once a client, whatever its case; another client may have it', async () => {
  const owner = member('owner', uuidv7());
  const { id: clientId, contactId } = await makeClientWithContact(domain, owner);
  const { id: otherClient } = await makeClient(domain, owner);
  const { result } = await run(owner, 'createContact', { clientId, name: 'Twin', email: 'ANA@museum.example' });
  expect(result).toMatchObject({
    __typename: 'ContactEmailTaken',
    code: 'CONTACT_EMAIL_TAKEN',
    path: ['input', 'email'],
    contact: { id: contactId },
  });
  const elsewhere = await run(owner, 'createContact', { clientId: otherClient, name: 'Ana', email: 'ana@museum.example' });
  expect(elsewhere.result?.__typename).toBe('CreateContactSuccess');
  const bo = await run(owner, 'createContact', { clientId, name: 'Bo', email: 'bo@museum.example' });
  const taken = await run(owner, 'updateContact', { id: bo.result?.contact.id, expectedVersion: 1, email: 'Ana@Museum.example' });
  expect(taken.result).toMatchObject({ __typename: 'ContactEmailTaken', contact: { id: contactId } });
});

test('a repeat with the same id makes nothing twice; for anybody else the id is taken', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id: clientId } = await makeClient(domain, owner);
  const input = { id: encodeId('Contact', uuidv7()), clientId, name: 'Bo', email: 'bo@museum.example' };
  const first = await run(owner, 'createContact', input);
  expect((await run(owner, 'createContact', input)).result).toEqual(first.result);
  expect((await run(member('admin', studioId), 'createContact', { ...input, email: 'b@b.example' })).codes).toEqual(['BAD_USER_INPUT']);
});

test('a change from an old version is refused and shows what is there', async () => {
  const owner = member('owner', uuidv7());
  const { contactId: id } = await makeClientWithContact(domain, owner);
  expect((await run(owner, 'updateContact', { id, expectedVersion: 1, phone: '+44 1' })).result).toMatchObject({
    contact: { phone: '+44 1', version: 2 },
  });
  const late = await run(owner, 'updateContact', { id, expectedVersion: 1, name: 'Anna' });
  expect(late.result).toMatchObject({ __typename: 'ContactVersionConflict', contact: { name: 'Ana Ruiz', version: 2 } });
});

test.each([
  ['no name', { name: '' }, 'REQUIRED', 'name'],
  ['a long name', { name: 'x'.repeat(121) }, 'TOO_LONG', 'name'],
  ['no address', { email: ' ' }, 'REQUIRED', 'email'],
  ['an address that is none', { email: 'bo museum' }, 'INVALID_EMAIL', 'email'],
  ['a long address', { email: `${'x'.repeat(250)}@m.example` }, 'TOO_LONG', 'email'],
  ['a long telephone number', { phone: '1'.repeat(41) }, 'TOO_LONG', 'phone'],
])('%s is refused', async (_what, wrong, code, field) => {
  const owner = member('owner', uuidv7());
  const { id: clientId } = await makeClient(domain, owner);
  const { result } = await run(owner, 'createContact', { clientId, name: 'Bo', email: 'bo@museum.example', ...wrong });
  expect(result).toEqual({ __typename: 'InvalidInput', code, path: ['input', field] });
});

test('a client has at most a hundred people', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id: clientId } = await makeClient(domain, owner);
  await domain.db.admin.query(
    `insert into clients.contacts (studio_id, id, client_id, name, name_key, email, roles, created_by, created_at, version)
     select $1, gen_random_uuid(), $2, 'P', 'p', n || '@p.example', '{}', gen_random_uuid(), now(), 1 from generate_series(1, 100) n`,
    [studioId, decodeId(clientId, 'Client')],
  );
  const { result } = await run(owner, 'createContact', { clientId, name: 'Late', email: 'late@p.example' });
  expect(result).toEqual({ __typename: 'InvalidInput', code: 'TOO_MANY', path: ['input', 'clientId'] });
});

test('who is removed is told of to other domains, keeps their name, and frees their address', async () => {
  await domain.subgraph.start();
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id: clientId, contactId } = await makeClientWithContact(domain, owner);
  const remove = () =>
    domain.ask(owner, 'mutation ($id: ID!) { removeContact(input: { id: $id }) { ... on RemoveContactSuccess { id } } }', {
      id: contactId,
    });
  expect((await remove()).data).toEqual({ removeContact: { id: contactId } });
  expect((await remove()).data).toEqual({ removeContact: { id: contactId } });
  expect(await domain.entity(member('guest', studioId), 'Contact', contactId, '{ name }')).toEqual({ name: 'Ana Ruiz' });
  expect(await domain.entity(owner, 'Contact', contactId, '{ email }')).toEqual({ email: null });
  expect(await domain.entity(owner, 'Client', clientId, '{ contacts { name } }')).toEqual({ contacts: [] });
  expect((await run(owner, 'updateContact', { id: contactId, expectedVersion: 2, name: 'Back' })).codes).toEqual(['NOT_FOUND']);
  const again = await run(owner, 'createContact', { clientId, name: 'Ana again', email: 'ana@museum.example' });
  expect(again.result?.__typename).toBe('CreateContactSuccess');
  const uuid = decodeId(contactId, 'Contact');
  await until(() => peer.events.some((event) => event.type === 'contact.removed' && event.data.contactId === uuid));
  expect(peer.events.filter((event) => event.data.contactId === uuid)).toHaveLength(1);
});
