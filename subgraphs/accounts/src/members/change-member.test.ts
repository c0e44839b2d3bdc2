import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import { aCast } from '../testing/roles.ts';

let domain: Accounts;
let studio: StudioFixture;
let owner: MemberFixture;
let ana: MemberFixture;
beforeAll(async () => {
  domain = await startAccounts();
});
beforeEach(async () => {
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner');
  ana = await aMember(domain, studio, 'artist');
});
afterAll(() => domain.stop());

type Viewer = MemberFixture['viewer'];

async function changeRole(viewer: Viewer, id: string, role: string) {
  const { data, codes } = await domain.ask(
    viewer,
    `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { __typename
      ... on ChangeMemberRoleSuccess { member { id role } } ... on LastOwner { code }
      ... on MemberGone { code } ... on InvalidInput { code path } } }`,
    { input: { id, role } },
  );
  return { result: data?.changeMemberRole, codes };
}

async function remove(viewer: Viewer, id: string, tasksTo?: string) {
  const { data, codes } = await domain.ask(
    viewer,
    `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename ... on RemoveMemberSuccess { id }
      ... on LastOwner { code } ... on MemberGone { code path } ... on InvalidInput { code path } } }`,
    { input: { id, ...(tasksTo === undefined ? {} : { tasksTo }) } },
  );
  return { result: data?.removeMember, codes };
}

const membersLeft = async () => (await domain.db.admin.query('select from accounts.members where studio_id = $1', [studio.uuid])).rowCount;

test('an owner gives a member another role, which counts at once', async () => {
  const { result } = await changeRole(owner.viewer, ana.id, 'MANAGER');
  expect(result).toEqual({ __typename: 'ChangeMemberRoleSuccess', member: { id: ana.id, role: 'MANAGER' } });
  await until(() => domain.revoked.some(({ userId, studioId }) => userId === ana.userId && studioId === studio.uuid));
  const resolved = await domain.subgraph.viewers.resolve({
    cookieHeader: ana.cookie,
    authorization: null,
    studioSlug: studio.slug,
    address: null,
    userAgent: null,
  });
  expect(resolved).toMatchObject({ studio: { role: 'manager' } });
});

test('who is neither owner nor admin changes nobody', async () => {
  const cast = await aCast(domain, studio, await aStudio(domain));
  for (const who of ['manager', 'artist', 'accountant', 'guest', 'contact', 'key'] as const) {
    expect((await changeRole(cast[who], ana.id, 'ADMIN')).codes).toEqual(['FORBIDDEN']);
    expect((await remove(cast[who], ana.id)).codes).toEqual(['FORBIDDEN']);
  }
  expect((await changeRole(cast.anonymous, ana.id, 'ADMIN')).codes).toEqual(['UNAUTHENTICATED']);
});

test('another studio learns nothing of a member, and changes none', async () => {
  const other = await aMember(domain, await aStudio(domain), 'owner');
  for (const answer of [await changeRole(other.viewer, ana.id, 'GUEST'), await remove(other.viewer, ana.id)])
    expect(answer.codes).toEqual(['NOT_FOUND']);
  expect(await membersLeft()).toBe(2);
});

test('an admin makes no owner and removes none', async () => {
  const admin = await aMember(domain, studio, 'admin');
  expect((await changeRole(admin.viewer, admin.id, 'OWNER')).codes).toEqual(['FORBIDDEN']);
  expect((await changeRole(admin.viewer, owner.id, 'GUEST')).codes).toEqual(['FORBIDDEN']);
  expect((await remove(admin.viewer, owner.id)).codes).toEqual(['FORBIDDEN']);
});

test('nobody becomes an owner by a change of role', async () => {
  expect((await changeRole(owner.viewer, ana.id, 'OWNER')).result).toEqual({
    __typename: 'InvalidInput',
    code: 'USE_TRANSFER_OWNERSHIP',
    path: ['input', 'role'],
  });
  const { data } = await domain.ask(owner.viewer, '{ studio { members { nodes { id role } } } }');
  expect(data).toMatchObject({ studio: { members: { nodes: expect.arrayContaining([{ id: ana.id, role: 'ARTIST' }]) } } });
});

test('the last owner stays, and two who leave at once leave one behind', async () => {
  expect((await remove(owner.viewer, owner.id)).result).toEqual({ __typename: 'LastOwner', code: 'LAST_OWNER' });
  expect((await changeRole(owner.viewer, owner.id, 'ADMIN')).result).toMatchObject({ __typename: 'LastOwner' });
  const second = await aMember(domain, studio, 'owner');
  const answers = await Promise.all([remove(owner.viewer, owner.id), remove(second.viewer, second.id)]);
  expect(answers.map(({ result }) => (result as { __typename: string }).__typename).sort()).toEqual(['LastOwner', 'RemoveMemberSuccess']);
});

test('an owner who leaves while another one is leaving waits, and stays', async () => {
  const second = await aMember(domain, studio, 'owner');
  const leaving = await domain.db.admin.connect();
  try {
    await leaving.query('begin');
    await leaving.query('delete from accounts.members where id = $1', [second.memberId]);
    const answer = remove(owner.viewer, owner.id);
    const waits = async () =>
      (await domain.db.admin.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = $1`, [domain.db.name]))
        .rowCount === 1;
    await Promise.race([answer, until(waits)]);
    await leaving.query('commit');
    expect((await answer).result).toEqual({ __typename: 'LastOwner', code: 'LAST_OWNER' });
  } finally {
    leaving.release();
  }
});

test('a member who is taken out is told to the others, and their keys end with them', async () => {
  const admin = await aMember(domain, studio, 'admin');
  await domain.ask(admin.viewer, 'mutation { createApiKey(input: { name: "Website", scopes: [STUDIO_READ] }) { __typename } }');
  expect((await remove(owner.viewer, admin.id)).result).toEqual({ __typename: 'RemoveMemberSuccess', id: admin.id });
  expect((await domain.db.admin.query('select from accounts.api_keys where studio_id = $1', [studio.uuid])).rowCount).toBe(0);
  await until(() => domain.events.some(({ type, data }) => type === 'member.removed' && data.memberId === admin.memberId));
  expect(domain.revoked).toContainEqual({ userId: admin.userId, studioId: studio.uuid });
});

test('a key lets nobody in once its maker has left, also when they come back', async () => {
  const admin = await aMember(domain, studio, 'admin');
  const made = await domain.ask(
    admin.viewer,
    'mutation { createApiKey(input: { name: "Website", scopes: [STUDIO_READ] }) { ... on CreateApiKeySuccess { secret } } }',
  );
  const { secret } = (made.data as { createApiKey: { secret: string } }).createApiKey;
  const behind = () =>
    domain.subgraph.viewers.resolve({
      cookieHeader: null,
      authorization: `Bearer ${secret}`,
      studioSlug: studio.slug,
      address: null,
      userAgent: null,
    });
  expect(await behind()).toMatchObject({ kind: 'apiKey', userId: admin.userId });
  await remove(owner.viewer, admin.id);
  // The routers forget everybody who acts as this person in this studio: their keys' viewers among them.
  expect(domain.revoked).toContainEqual({ userId: admin.userId, studioId: studio.uuid });
  expect((await behind()).kind).toBe('anonymous');
  await aMember(domain, studio, 'admin', admin);
  expect((await behind()).kind).toBe('anonymous');
});

test('who removes a member that is gone already is told so, and that nothing was changed', async () => {
  expect((await remove(owner.viewer, ana.id)).result).toMatchObject({ __typename: 'RemoveMemberSuccess' });
  expect((await remove(owner.viewer, ana.id)).result).toEqual({ __typename: 'MemberGone', code: 'MEMBER_GONE', path: ['input', 'id'] });
  expect((await changeRole(owner.viewer, ana.id, 'ADMIN')).result).toEqual({ __typename: 'MemberGone', code: 'MEMBER_GONE' });
  // That they were here once is no other studio's to know.
  const other = await aMember(domain, await aStudio(domain), 'owner');
  expect((await remove(other.viewer, ana.id)).codes).toEqual(['NOT_FOUND']);
});

test('who takes the open tasks on is named in the event and in the audit log', async () => {
  const bo = await aMember(domain, studio, 'manager');
  await remove(owner.viewer, ana.id, bo.id);
  const told = () => domain.events.find(({ type, data }) => type === 'member.removed' && data.memberId === ana.memberId);
  await until(() => told() !== undefined);
  expect(told()?.data).toMatchObject({ tasksTo: bo.memberId });
  const log = await domain.ask(owner.viewer, '{ studio { auditLog(first: 1) { nodes { kind changes { field before after } } } } }');
  expect(log.data).toMatchObject({
    studio: { auditLog: { nodes: [{ kind: 'MEMBER_REMOVED', changes: [{ field: 'role' }, { field: 'tasksTo', after: bo.id }] }] } },
  });
});

test('tasks go to nobody who is gone, a guest, or of another studio, and then nobody is removed', async () => {
  const gone = await aMember(domain, studio, 'artist');
  await remove(owner.viewer, gone.id);
  const guest = await aMember(domain, studio, 'guest');
  const stranger = await aMember(domain, await aStudio(domain), 'artist');
  expect((await remove(owner.viewer, ana.id, gone.id)).result).toMatchObject({ code: 'MEMBER_GONE', path: ['input', 'tasksTo'] });
  for (const id of [guest.id, ana.id]) expect((await remove(owner.viewer, ana.id, id)).result).toMatchObject({ code: 'NOT_A_SUCCESSOR' });
  expect((await remove(owner.viewer, ana.id, stranger.id)).codes).toEqual(['NOT_FOUND']);
  expect(await membersLeft()).toBe(3);
});

test('everybody may leave', async () => {
  expect((await remove(ana.viewer, ana.id)).result).toMatchObject({ __typename: 'RemoveMemberSuccess' });
  expect(await membersLeft()).toBe(1);
});

test('a role that was just taken away no longer changes others', async () => {
  const admin = await aMember(domain, studio, 'admin');
  await changeRole(owner.viewer, admin.id, 'ARTIST');
  // Still with the viewer of a moment ago, as a router that has not heard yet would send it.
  expect((await changeRole(admin.viewer, ana.id, 'GUEST')).codes).toEqual(['FORBIDDEN']);
});
