import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aStudio, type StudioFixture } from '../testing/people.ts';
import { aCast, type Cast } from '../testing/roles.ts';

let domain: Accounts;
let studio: StudioFixture;
let cast: Cast;
beforeAll(async () => {
  domain = await startAccounts();
});
beforeEach(async () => {
  studio = await aStudio(domain);
  cast = await aCast(domain, studio, await aStudio(domain));
});
afterAll(() => domain.stop());

const UPDATE = `mutation ($input: UpdateStudioInput!) { updateStudio(input: $input) { __typename
  ... on UpdateStudioSuccess { studio { name slug locale version } }
  ... on StudioVersionConflict { code studio { name version } }
  ... on StudioSlugTaken { suggestion } ... on InvalidInput { code path } } }`;

const update = async (who: keyof Cast, input: Record<string, unknown>) => {
  const { data, codes } = await domain.ask(cast[who], UPDATE, { input });
  return { result: data?.updateStudio, codes };
};

test('an owner or admin changes what they name, and nothing else', async () => {
  expect((await update('owner', { expectedVersion: 1, name: 'Marisol & Co' })).result).toMatchObject({
    studio: { name: 'Marisol & Co', slug: studio.slug, version: 2 },
  });
  expect((await update('admin', { expectedVersion: 2, locale: 'en-gb', slug: null })).result).toMatchObject({
    studio: { name: 'Marisol & Co', locale: 'en-GB', version: 3 },
  });
});

test('the others may not', async () => {
  for (const who of ['manager', 'artist', 'accountant', 'guest', 'contact', 'key'] as const)
    expect((await update(who, { expectedVersion: 1, name: 'No' })).codes).toEqual(['FORBIDDEN']);
  expect((await update('anonymous', { expectedVersion: 1, name: 'No' })).codes).toEqual(['UNAUTHENTICATED']);
  expect((await update('stranger', { expectedVersion: 1, name: 'No' })).codes).toEqual(['NOT_FOUND']);
});

test('who comes second is told, and saves nothing', async () => {
  const [first, second] = await Promise.all([
    update('owner', { expectedVersion: 1, name: 'One' }),
    update('admin', { expectedVersion: 1, name: 'Other' }),
  ]);
  const names = [first.result, second.result].map((result) => (result as { __typename: string }).__typename).sort();
  expect(names).toEqual(['StudioVersionConflict', 'UpdateStudioSuccess']);
  const conflict = [first.result, second.result].find(
    (result) => (result as { __typename: string }).__typename === 'StudioVersionConflict',
  );
  expect(conflict).toMatchObject({ code: 'VERSION_CONFLICT', studio: { version: 2 } });
});

test('a name in addresses that another studio has is refused with a free one', async () => {
  const other = await aStudio(domain);
  expect((await update('owner', { expectedVersion: 1, slug: other.slug })).result).toEqual({
    __typename: 'StudioSlugTaken',
    suggestion: `${other.slug}-2`,
  });
  expect((await update('owner', { expectedVersion: 1, slug: 'auth' })).result).toMatchObject({ code: 'INVALID_SLUG' });
});

test('a change is in the log with before and after, and is published', async () => {
  await update('owner', { expectedVersion: 1, name: 'After' });
  const { rows } = await domain.db.admin.query('select verb, before, after, version from accounts.activity where studio_id = $1', [
    studio.uuid,
  ]);
  expect(rows).toEqual([{ verb: 'studio.updated', before: { name: 'Studio Marisol' }, after: { name: 'After' }, version: '1' }]);
  expect(domain.published.find(({ studioId }) => studioId === studio.uuid)).toMatchObject({
    typename: 'Studio',
    id: studio.uuid,
    version: 1,
  });
});
