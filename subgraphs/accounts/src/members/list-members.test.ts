import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { contact } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import { aCast, type Cast } from '../testing/roles.ts';

let domain: Accounts;
let studio: StudioFixture;
let cast: Cast;
let ana: MemberFixture;
beforeAll(async () => {
  domain = await startAccounts();
  studio = await aStudio(domain);
  cast = await aCast(domain, studio, await aStudio(domain));
  ana = await aMember(domain, studio, 'artist', { name: 'Ana Ruiz' });
});
afterAll(() => domain.stop());

const PAGE = `query ($first: Int, $after: String) { studio { members(first: $first, after: $after) {
  nodes { id name } edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;

interface Page {
  nodes: { id: string; name: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function pages(domainViewer: Parameters<Accounts['ask']>[0], first: number): Promise<Page[]> {
  const found: Page[] = [];
  for (let after: string | null = null; ; after = found.at(-1)?.pageInfo.endCursor ?? null) {
    const { data } = await domain.ask(domainViewer, PAGE, { first, after });
    const page = (data as { studio: { members: Page } }).studio.members;
    found.push(page);
    if (!page.pageInfo.hasNextPage) return found;
  }
}

test('members come by name, each once, whatever the size of a page', async () => {
  const own = await aStudio(domain);
  const owner = await aMember(domain, own, 'owner', { name: 'bea' });
  for (const name of ['Álvaro', 'Zoe', 'ana', 'Ana', 'Ana', 'Ñusta']) await aMember(domain, own, 'artist', { name });
  const whole = await pages(owner.viewer, 100);
  const byTwo = await pages(owner.viewer, 2);
  expect(whole).toHaveLength(1);
  expect(whole[0]?.totalCount).toBe(7);
  expect(whole[0]?.nodes.slice(0, 5).map(({ name }) => name.toLowerCase())).toEqual(['ana', 'ana', 'ana', 'bea', 'zoe']);
  expect(byTwo).toHaveLength(4);
  expect(byTwo.flatMap(({ nodes }) => nodes)).toEqual(whole[0]?.nodes);
});

test('members who are asked for at once stand where they were asked for, and another studio’s are null', async () => {
  const [own, other] = [await aStudio(domain), await aStudio(domain)];
  const owner = await aMember(domain, own, 'owner', { name: 'Bea' });
  const gil = await aMember(domain, own, 'guest', { name: 'Gil' });
  const stranger = await aMember(domain, other, 'owner', { name: 'Zoe' });
  const { data } = await domain.ask(
    owner.viewer,
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Member { name } } }',
    { representations: [gil, stranger, owner].map(({ id }) => ({ __typename: 'Member', id })) },
  );
  expect(data?._entities).toEqual([{ name: 'Gil' }, null, { name: 'Bea' }]);
});

test('members come by role, counted by it too', async () => {
  const own = await aStudio(domain);
  const owner = await aMember(domain, own, 'owner', { name: 'Bea' });
  await aMember(domain, own, 'artist', { name: 'Ana' });
  const guests = [await aMember(domain, own, 'guest', { name: 'Gil' }), await aMember(domain, own, 'guest', { name: 'Zoe' })];
  const { data } = await domain.ask(
    owner.viewer,
    `{ studio { guests: members(roles: [GUEST], first: 1) { nodes { name } totalCount pageInfo { endCursor } }
        team: members(roles: [OWNER, ARTIST]) { nodes { name } totalCount } } }`,
  );
  const { guests: first, team } = (data as { studio: { guests: Page; team: Page } }).studio;
  expect([first.nodes, first.totalCount]).toEqual([[{ name: 'Gil' }], 2]);
  expect([team.nodes, team.totalCount]).toEqual([[{ name: 'Ana' }, { name: 'Bea' }], 2]);
  const rest = await domain.ask(
    owner.viewer,
    'query ($after: String) { studio { members(roles: [GUEST], after: $after) { nodes { id } } } }',
    { after: first.pageInfo.endCursor },
  );
  expect(rest.data).toEqual({ studio: { members: { nodes: [{ id: guests[1]?.id }] } } });
});

test('the number of statements does not grow with the members', async () => {
  const own = await aStudio(domain);
  const owner = await aMember(domain, own, 'owner');
  const query = '{ studio { members(first: 100) { nodes { id name email role picture joinedAt isViewer studio { name } } totalCount } } }';
  const cost = async () => {
    const before = domain.subgraph.stats();
    await domain.ask(owner.viewer, query);
    return domain.subgraph.stats().statements - before.statements;
  };
  const alone = await cost();
  for (let index = 0; index < 30; index += 1) await aMember(domain, own, 'artist');
  expect(await cost()).toBe(alone);
});

test('a page has 1 to 100 rows, and a cursor of this list', async () => {
  for (const first of [0, -1, 101]) expect((await domain.ask(cast.owner, PAGE, { first })).codes).toEqual(['BAD_USER_INPUT']);
  for (const after of ['nonsense', Buffer.from('["members-by-name-1",{"name":1}]').toString('base64url')]) {
    expect((await domain.ask(cast.owner, PAGE, { after })).codes).toEqual(['BAD_USER_INPUT']);
  }
});

test.each(['owner', 'admin', 'manager', 'artist', 'accountant', 'key', 'service'] as const)('%s sees addresses', async (who) => {
  expect(await domain.entity(cast[who], 'Member', ana.id, '{ name email role }')).toEqual({
    name: 'Ana Ruiz',
    email: ana.email,
    role: 'ARTIST',
  });
});

test('a guest sees no addresses but their own', async () => {
  expect(await domain.entity(cast.guest, 'Member', ana.id, '{ name email role }')).toEqual({
    name: 'Ana Ruiz',
    email: null,
    role: 'ARTIST',
  });
  const guest = await aMember(domain, studio, 'guest');
  expect(await domain.entity(guest.viewer, 'Member', guest.id, '{ email isViewer }')).toEqual({ email: guest.email, isViewer: true });
});

test('a client sees name and picture, and is refused the rest', async () => {
  expect(await domain.entity(cast.contact, 'Member', ana.id, '{ id name picture email isViewer studio { name } }')).toEqual({
    id: ana.id,
    name: 'Ana Ruiz',
    picture: null,
    email: null,
    isViewer: false,
    studio: { name: 'Studio Marisol' },
  });
  for (const field of ['role', 'joinedAt']) {
    const { codes } = await domain.ask(
      cast.contact,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { ${field} } } }`,
      {
        r: [{ __typename: 'Member', id: ana.id }],
      },
    );
    expect(codes).toEqual(['FORBIDDEN']);
  }
});

test('another studio cannot see a member at all', async () => {
  const client = contact((await aStudio(domain)).uuid, uuidv7());
  for (const viewer of [cast.otherStudio, cast.stranger, cast.anonymous, cast.keyWithoutScope, client]) {
    expect(await domain.entity(viewer, 'Member', ana.id, '{ name }')).toBeNull();
    expect(await domain.entity(viewer, 'Member', encodeId('Member', uuidv7()), '{ name }')).toBeNull();
  }
});
