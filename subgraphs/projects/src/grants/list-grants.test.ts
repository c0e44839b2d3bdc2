import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { apiKey, contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { grant, makeProject, startProjects } from '../testing/projects.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
let studioId: string;
let owner: Viewer;
beforeAll(async () => {
  domain = await startProjects();
});
beforeEach(() => {
  studioId = uuidv7();
  owner = member('owner', studioId);
});
afterAll(() => domain.stop());

function aGuest() {
  const uuid = uuidv7();
  domain.world.members.set(uuid, 'GUEST');
  return { uuid, id: encodeId('Member', uuid), viewer: member('guest', studioId, uuid) };
}

/** Projects by these names that are open to a guest, each opened a minute after the one before. */
async function open(guest: { id: string }, ...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const { id } = await makeProject(domain, owner, { name });
    domain.clock.now = new Date(domain.clock.now.getTime() + 60_000);
    await grant(domain, owner, id, guest.id);
    ids.push(id);
  }
  return ids;
}

interface Page {
  nodes: { project: { name: string } | null }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const PAGE = '{ nodes { project { name } } totalCount pageInfo { hasNextPage endCursor } }';
async function grantsOf(viewer: Viewer, guest: { id: string }, args = ''): Promise<Page | null> {
  const found = await domain.entity(viewer, 'Member', guest.id, `{ grants${args} ${PAGE} }`);
  return (found?.grants ?? null) as Page | null;
}
const names = (page: Page | null) => page?.nodes.map(({ project }) => project?.name);

const run = async (viewer: Viewer, name: string, input: Record<string, unknown>, selection = '__typename') => {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const document = `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${selection} } }`;
  const { data, codes } = await domain.ask(viewer, document, { input });
  return { result: data?.[name] as Record<string, unknown> | undefined, codes };
};
const OPENED = '__typename ... on InvalidInput { code path }';
const CLOSED = '... on RevokeMemberGrantsSuccess { projectIds member { id } }';

test('what is open to a guest comes a page at a time, the last opened first, each once', async () => {
  const guest = aGuest();
  await open(guest, 'one', 'two', 'three');
  await open(aGuest(), 'of another guest');
  const whole = await grantsOf(owner, guest);
  expect([names(whole), whole?.totalCount]).toEqual([['three', 'two', 'one'], 3]);
  const first = await grantsOf(owner, guest, '(first: 2)');
  expect([names(first), first?.pageInfo.hasNextPage]).toEqual([['three', 'two'], true]);
  const rest = await grantsOf(owner, guest, `(first: 2, after: "${first?.pageInfo.endCursor}")`);
  expect([names(rest), rest?.pageInfo.hasNextPage]).toEqual([['one'], false]);
});

test('the number of statements does not grow with the guests, nor with what is open to them', async () => {
  const cost = async (guests: { id: string }[]) => {
    const before = domain.subgraph.stats().statements;
    const { codes } = await domain.ask(
      owner,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { grants ${PAGE} } } }`,
      { of: guests.map(({ id }) => ({ __typename: 'Member', id })) },
    );
    expect(codes).toEqual([]);
    return domain.subgraph.stats().statements - before;
  };
  const few = [aGuest()];
  await open(few[0] ?? aGuest(), 'one');
  const alone = await cost(few);
  const many = Array.from({ length: 8 }, aGuest);
  for (const guest of many) await open(guest, 'one', 'two', 'three');
  expect(await cost([...few, ...many])).toBe(alone);
});

test('a project in the trash is not shown as open, and is again when it is taken back', async () => {
  const guest = aGuest();
  const [, second] = await open(guest, 'one', 'two');
  await run(owner, 'trashProject', { id: second });
  expect(await grantsOf(owner, guest)).toMatchObject({ totalCount: 1, nodes: [{ project: { name: 'one' } }] });
  await run(owner, 'restoreProject', { id: second });
  expect(names(await grantsOf(owner, guest))).toEqual(['two', 'one']);
});

test.each(['owner', 'admin', 'manager', 'artist', 'accountant'] as const)('%s sees what is open to a guest', async (role) => {
  const guest = aGuest();
  await open(guest, 'one');
  expect(names(await grantsOf(member(role, studioId), guest))).toEqual(['one']);
});

test('guests, clients and programs without the scope are not told what is open to whom', async () => {
  const guest = aGuest();
  await open(guest, 'one');
  for (const viewer of [guest.viewer, contact(studioId, uuidv7()), apiKey(studioId, 'clients:read')]) {
    expect(await grantsOf(viewer, guest)).toBeNull();
  }
  expect(names(await grantsOf(apiKey(studioId, 'projects:read'), guest))).toEqual(['one']);
});

test('another studio sees nothing of it, not with a cursor either, and closes nothing', async () => {
  const guest = aGuest();
  await open(guest, 'one', 'two');
  const cursor = (await grantsOf(owner, guest, '(first: 1)'))?.pageInfo.endCursor;
  const other = member('owner', uuidv7());
  for (const args of ['', `(after: "${cursor}")`]) expect(await grantsOf(other, guest, args)).toMatchObject({ nodes: [], totalCount: 0 });
  expect((await run(other, 'revokeMemberGrants', { memberId: guest.id }, CLOSED)).result).toMatchObject({ projectIds: [] });
  expect(names(await grantsOf(owner, guest))).toEqual(['two', 'one']);
});

test('closing everything to a guest names what was open, so that it can be undone', async () => {
  const guest = aGuest();
  const ids = await open(guest, 'one', 'two');
  const trashed = (await open(guest, 'in the trash'))[0] ?? '';
  await run(owner, 'trashProject', { id: trashed });
  domain.published.length = 0;
  const { result } = await run(owner, 'revokeMemberGrants', { memberId: guest.id }, CLOSED);
  expect(new Set(result?.projectIds as string[])).toEqual(new Set([...ids, trashed]));
  expect(result?.member).toEqual({ id: guest.id });
  expect((await domain.ask(guest.viewer, '{ projects { nodes { id } } }')).data).toEqual({ projects: { nodes: [] } });
  const dropped = domain.published.filter(({ audienceAfter }) => audienceAfter.length === 0).map(({ id }) => id);
  expect(dropped).toEqual(expect.arrayContaining(ids.map((id) => decodeId(id, 'Project'))));
  const again = await run(owner, 'grantProjects', { memberId: guest.id, projectIds: ids }, OPENED);
  expect(again.result).toEqual({ __typename: 'GrantProjectsSuccess' });
  expect(new Set(names(await grantsOf(owner, guest)))).toEqual(new Set(['one', 'two']));
});

test('several projects are opened to a guest all at once or not at all', async () => {
  const guest = aGuest();
  const [{ id }, elsewhere] = [await makeProject(domain, owner), await makeProject(domain, member('owner', uuidv7()))];
  const both = { memberId: guest.id, projectIds: [id, elsewhere.id] };
  expect((await run(owner, 'grantProjects', both, OPENED)).codes).toEqual(['NOT_FOUND']);
  expect((await grantsOf(owner, guest))?.totalCount).toBe(0);
  const artist = uuidv7();
  domain.world.members.set(artist, 'ARTIST');
  const wrong = { memberId: encodeId('Member', artist), projectIds: [id] };
  expect((await run(owner, 'grantProjects', wrong, OPENED)).result).toMatchObject({ code: 'NOT_A_GUEST' });
  const many = { memberId: guest.id, projectIds: Array.from({ length: 101 }, () => encodeId('Project', uuidv7())) };
  expect((await run(owner, 'grantProjects', many, OPENED)).result).toMatchObject({ code: 'TOO_LONG' });
  for (const viewer of [guest.viewer, member('accountant', studioId)]) {
    expect((await run(viewer, 'grantProjects', { memberId: guest.id, projectIds: [id] }, OPENED)).codes).toEqual(['FORBIDDEN']);
    expect((await run(viewer, 'revokeMemberGrants', { memberId: guest.id }, CLOSED)).codes).toEqual(['FORBIDDEN']);
  }
});
