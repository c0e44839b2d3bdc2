import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { aProject, idOf, liveVersion } from '../support/scene.ts';
import { type Stream, subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

/** The socket's close code for whoever was signed out, or taken out of the studio. */
const SIGNED_OUT = 4403;

let redis: TestRedis;
let world: World;
/** A second router of the same installation. */
let other: World;
let owner: Person;
let projectId: string;

beforeAll(async () => {
  redis = await startRedis();
  world = await startWorld({ redisUrl: redis.url });
  other = await startWorld({ redisUrl: redis.url, beside: world });
  owner = await world.signIn('ingrid@northlight.example', 'northlight');
  projectId = await aProject(owner);
}, 60_000);
afterAll(async () => {
  await other?.stop();
  await world?.stop();
  await redis.stop();
});

/** A subscription at the other router that is known to be open. */
async function listening(person: Person): Promise<Stream> {
  const after = (await liveVersion(owner, projectId)) - 1;
  const stream = subscribe(
    person.at(other.url),
    'subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) { __typename ... on Dropped { id } } }',
    {
      id: projectId,
      after,
    },
  );
  await stream.next();
  return stream;
}

const whoIs = async (person: Person) =>
  (await person.get<{ viewer: { user: { email: string } } | null }>('{ viewer { user { email } } }')).viewer?.user.email ?? null;
const roleOf = async (person: Person) => (await person.ask('{ viewer { member { role } } }')).data;

test('a session that its owner ends is out at once, at every router: its sockets close, its requests are a stranger’s', async () => {
  const here = await world.signIn('kenji@northlight.example', 'northlight');
  const lost = await world.signIn('kenji@northlight.example', 'northlight');
  const [lostStream, hereStream] = await Promise.all([listening(lost), listening(here)]);
  const { viewer } = await here.get<{ viewer: { user: { sessions: { id: string; isCurrent: boolean }[] } } }>(
    '{ viewer { user { sessions { id isCurrent } } } }',
  );
  // Kenji's demo has one session only where somebody signed in: two of them now.
  const [theOther] = viewer.user.sessions.filter(({ isCurrent }) => !isCurrent);
  await here.get(
    'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { ... on RevokeSessionSuccess { user { sessions { id } } } } }',
    {
      input: { id: theOther?.id },
    },
  );
  expect(await lostStream.ended).toBe(SIGNED_OUT);
  expect([await whoIs(lost), await whoIs(lost.at(other.url))]).toEqual([null, null]);
  expect(await whoIs(here)).toBe('kenji@northlight.example');
  // The one that is left still hears.
  await aChange();
  await hereStream.next();
  await hereStream.close();
});

test('a session of somebody else cannot be ended', async () => {
  const kenji = await world.signIn('kenji@northlight.example', 'northlight');
  const { viewer } = await kenji.get<{ viewer: { user: { sessions: { id: string; isCurrent: boolean }[] } } }>(
    '{ viewer { user { sessions { id isCurrent } } } }',
  );
  const id = viewer.user.sessions.find(({ isCurrent }) => isCurrent)?.id;
  await owner.ask('mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { __typename } }', { input: { id } });
  expect(await whoIs(kenji)).toBe('kenji@northlight.example');
});

test('ending all others, and signing out, close those sockets', async () => {
  const here = await world.signIn('amara@northlight.example', 'northlight');
  const lost = await world.signIn('amara@northlight.example', 'northlight');
  const [first, second] = await Promise.all([listening(lost), listening(here)]);
  await here.get('mutation { revokeOtherSessions { ... on RevokeOtherSessionsSuccess { user { sessions { id } } } } }');
  expect(await first.ended).toBe(SIGNED_OUT);
  await here.post('/auth/sign-out', {});
  expect(await second.ended).toBe(SIGNED_OUT);
});

test('a role that changes counts at every router, without signing in anew', async () => {
  const paula = await world.signIn('paula@northlight.example', 'northlight');
  const there = paula.at(other.url);
  const WRITE = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename } }';
  const input = { projectId, title: 'Send the invoice' };
  expect((await there.ask(WRITE, { input })).codes).toEqual(['FORBIDDEN']);
  const stream = await listening(paula);
  await changeRole('member:paula', 'GUEST');
  // A guest sees only what was granted: with the next change the open stream says that the project is gone.
  await aChange();
  expect(await stream.until(({ __typename }) => __typename === 'Dropped')).toMatchObject({ id: projectId });
  expect(await stream.ended).toEqual([]);
  expect(await roleOf(there)).toEqual({ viewer: { member: { role: 'GUEST' } } });
  expect((await there.ask('query ($id: ID!) { node(id: $id) { id } }', { id: projectId })).codes).toEqual(['NOT_FOUND']);
  await changeRole('member:paula', 'ARTIST');
  // The word of it is on its way to the other router.
  await until(async () => JSON.stringify(await roleOf(there)).includes('ARTIST'));
  expect((await there.ask(WRITE, { input })).data).toEqual({ createTask: { __typename: 'CreateTaskSuccess' } });
  await stream.close();
});

test('a member who is taken out is out at once: sockets close, the studio is not found', async () => {
  const kenji = await world.signIn('kenji@northlight.example', 'northlight');
  const stream = await listening(kenji);
  await owner.get('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { ... on RemoveMemberSuccess { id } } }', {
    input: { id: idOf('Member', 'member:kenji') },
  });
  expect(await stream.ended).toBe(SIGNED_OUT);
  for (const tab of [kenji, kenji.at(other.url)]) {
    expect((await tab.ask('{ studio { name } }')).codes).toEqual(['NOT_FOUND']);
    expect((await tab.ask('query ($id: ID!) { node(id: $id) { id } }', { id: projectId })).codes).toEqual(['NOT_FOUND']);
    expect(await whoIs(tab)).toBe('kenji@northlight.example');
  }
});

async function changeRole(member: string, role: string): Promise<void> {
  await owner.get(
    'mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { ... on ChangeMemberRoleSuccess { member { id } } } }',
    {
      input: { id: idOf('Member', member), role },
    },
  );
}

let changes = 0;
async function aChange(): Promise<void> {
  changes += 1;
  await owner.get('mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename } }', {
    input: { projectId, title: `Change ${changes}` },
  });
}
