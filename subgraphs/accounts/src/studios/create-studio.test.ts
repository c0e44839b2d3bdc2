import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { apiKey, contact } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aPerson, aStudio } from '../testing/people.ts';

let domain: Accounts;
beforeAll(async () => {
  domain = await startAccounts();
});
afterAll(() => domain.stop());

const CREATE = `mutation ($input: CreateStudioInput!) { createStudio(input: $input) { __typename
  ... on CreateStudioSuccess { studio { id slug name currency timeZone locale version hasDemoData } }
  ... on StudioSlugTaken { code path suggestion } ... on InvalidInput { code path } } }`;

const create = async (viewer: Parameters<Accounts['ask']>[0], input: Record<string, unknown>) => {
  const { data, codes } = await domain.ask(viewer, CREATE, { input });
  return { result: data?.createStudio as Record<string, unknown> & { studio?: Record<string, unknown> }, codes };
};

test('a person makes a studio and is its owner', async () => {
  const ana = await aPerson(domain);
  const { result } = await create(ana.viewer, { name: ' Añil  Studio ', timeZone: 'Europe/Madrid', locale: 'es' });
  expect(result.studio).toMatchObject({
    slug: 'anil-studio',
    name: 'Añil Studio',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    locale: 'es',
    version: 1,
  });
  const { data } = await domain.ask(ana.viewer, '{ viewer { user { memberships { role isViewer studio { id name slug } } } } }');
  expect(data?.viewer).toEqual({
    user: { memberships: [{ role: 'OWNER', isViewer: true, studio: { id: result.studio?.id, name: 'Añil Studio', slug: 'anil-studio' } }] },
  });
  expect(domain.revoked).toContainEqual({ userId: ana.userId });
  await until(() => domain.events.some(({ type, data: event }) => type === 'studio.created' && event.userId === ana.userId));
});

test('a repeat with the same id makes nothing twice', async () => {
  const ana = await aPerson(domain);
  const id = encodeId('Studio', uuidv7());
  const first = await create(ana.viewer, { id, name: 'Twice' });
  const second = await create(ana.viewer, { id, name: 'Twice' });
  expect(second.result.studio).toEqual(first.result.studio);
});

test("an id of somebody else's studio is refused like any taken one", async () => {
  const ana = await aPerson(domain);
  const other = await aStudio(domain);
  expect((await create(ana.viewer, { id: other.id, name: 'Mine' })).codes).toEqual(['BAD_USER_INPUT']);
});

test('a taken name in addresses is told with a free one beside it', async () => {
  const ana = await aPerson(domain);
  await create(ana.viewer, { name: 'Blue Door', slug: 'blue-door' });
  const { result } = await create(ana.viewer, { name: 'Another', slug: 'blue-door' });
  expect(result).toEqual({ __typename: 'StudioSlugTaken', code: 'STUDIO_SLUG_TAKEN', path: ['input', 'slug'], suggestion: 'blue-door-2' });
  expect((await create(ana.viewer, { name: 'Blue Door' })).result.studio).toMatchObject({ slug: 'blue-door-2' });
});

test('what cannot be taken is told by field', async () => {
  const ana = await aPerson(domain);
  expect((await create(ana.viewer, { name: ' ' })).result).toMatchObject({ code: 'REQUIRED', path: ['input', 'name'] });
  expect((await create(ana.viewer, { name: 'A', slug: 'settings' })).result).toMatchObject({ code: 'INVALID_SLUG' });
});

test('only a person makes a studio', async () => {
  const studio = await aStudio(domain);
  for (const viewer of [{ kind: 'anonymous' } as const, contact(studio.uuid, uuidv7()), apiKey(studio.uuid, 'studio:read')]) {
    expect((await create(viewer, { name: 'No' })).codes).toEqual(['UNAUTHENTICATED']);
  }
  const guest = await aMember(domain, studio, 'guest');
  expect((await create(guest.viewer, { name: 'My own thing' })).result.studio).toMatchObject({ name: 'My own thing' });
});
