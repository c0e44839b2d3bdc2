import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aStudio, type StudioFixture } from '../testing/people.ts';
import { aCast, type Cast } from '../testing/roles.ts';

let domain: Accounts;
let studio: StudioFixture;
let cast: Cast;
beforeAll(async () => {
  domain = await startAccounts();
  studio = await aStudio(domain);
  cast = await aCast(domain, studio, await aStudio(domain));
});
afterAll(() => domain.stop());

const RENAME = 'mutation ($input: UpdateStudioInput!) { updateStudio(input: $input) { __typename } }';
const FACE = '{ studio { id slug name logo locale timeZone currency } }';

test.each(['owner', 'admin', 'manager', 'artist', 'accountant', 'guest', 'contact', 'key', 'service'] as const)(
  '%s sees the face of the studio',
  async (who) => {
    const { data, codes } = await domain.ask(cast[who], FACE);
    expect(codes).toEqual([]);
    expect(data?.studio).toEqual({
      id: studio.id,
      slug: studio.slug,
      name: 'Studio Marisol',
      logo: null,
      locale: 'es',
      timeZone: 'Europe/Madrid',
      currency: 'EUR',
    });
  },
);

test('a key without the scope, and whoever is not signed in, see nothing', async () => {
  expect((await domain.ask(cast.keyWithoutScope, FACE)).codes).toEqual(['FORBIDDEN']);
  expect((await domain.ask(cast.anonymous, FACE)).codes).toEqual(['UNAUTHENTICATED']);
  expect((await domain.ask(cast.stranger, FACE)).codes).toEqual(['NOT_FOUND']);
  expect((await domain.ask(cast.stranger, '{ viewer { studio { name } } }')).data).toEqual({ viewer: { studio: null } });
});

test.each([
  'createdAt',
  'version',
  'liveVersion',
  'hasDemoData',
  'viewerCanUpdate',
  'viewerCanManageMembers',
  'viewerCanManageApiKeys',
  'members { totalCount }',
])('a client is refused %s', async (field) => {
  expect((await domain.ask(cast.contact, `{ studio { ${field} } }`)).codes).toEqual(['FORBIDDEN']);
  expect((await domain.ask(cast.guest, `{ studio { ${field} } }`)).codes).toEqual([]);
});

test('a client sees neither invitations nor keys', async () => {
  expect((await domain.ask(cast.contact, '{ studio { invitations { email } apiKeys { name } } }')).data).toEqual({
    studio: { invitations: null, apiKeys: null },
  });
});

test('its live version counts what is told of it, its people as itself', async () => {
  const version = async () => (await domain.ask(cast.guest, '{ studio { liveVersion } }')).data?.studio;
  const { liveVersion: before } = (await version()) as { liveVersion: number };
  await domain.ask(cast.owner, RENAME, { input: { expectedVersion: 1, name: 'Studio Marisol' } });
  expect(await version()).toEqual({ liveVersion: before + 1 });
  const INVITE = 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }';
  await domain.ask(cast.owner, INVITE, { input: { email: 'eva@read.example', role: 'ARTIST' } });
  expect(await version()).toEqual({ liveVersion: before + 2 });
});

test('what the viewer can do is the table of roles', async () => {
  for (const who of ['owner', 'admin', 'manager', 'artist', 'accountant', 'guest', 'key'] as const) {
    const { data } = await domain.ask(cast[who], '{ studio { viewerCanUpdate viewerCanManageMembers viewerCanManageApiKeys } }');
    const may = who === 'owner' || who === 'admin';
    expect(data?.studio).toEqual({ viewerCanUpdate: may, viewerCanManageMembers: may, viewerCanManageApiKeys: may });
  }
});

test('another studio cannot see it at all, by any path', async () => {
  for (const who of ['otherStudio', 'stranger', 'anonymous'] as const) {
    expect(await domain.entity(cast[who], 'Studio', studio.id, '{ name }')).toBeNull();
    expect(await domain.entity(cast[who], 'Studio', encodeId('Studio', uuidv7()), '{ name }')).toBeNull();
  }
  expect(await domain.entity(cast.owner, 'Studio', 'studio_nonsense', '{ name }')).toBeNull();
});

test('a person sees the face of their other studios, and nothing inside', async () => {
  const other = await aStudio(domain, { name: 'Second' });
  const ana = await aMember(domain, studio, 'artist');
  const owner = await aMember(domain, other, 'owner', ana);
  await domain.ask(owner.viewer, RENAME, { input: { expectedVersion: 1, name: 'Second' } });
  const seen = await domain.entity(
    ana.viewer,
    'Studio',
    other.id,
    '{ name liveVersion viewerCanUpdate invitations { email } apiKeys { name } }',
  );
  expect(seen).toEqual({ name: 'Second', liveVersion: 0, viewerCanUpdate: false, invitations: null, apiKeys: null });
  const inside = await domain.ask(
    ana.viewer,
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Studio { members { totalCount } } } }',
    {
      r: [{ __typename: 'Studio', id: other.id }],
    },
  );
  expect(inside.codes).toEqual(['NOT_FOUND']);
});
