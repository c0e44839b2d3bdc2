import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL, startAccounts } from '../testing/accounts.ts';
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
  studio = await aStudio(domain, { name: 'Studio Marisol' });
  owner = await aMember(domain, studio, 'owner', { name: 'Marisol Vega' });
  ana = await aMember(domain, studio, 'artist', { name: 'Ana Ruiz' });
});
afterAll(() => domain.stop());

type Viewer = MemberFixture['viewer'];

async function transfer(viewer: Viewer, id: string, stepDown = false) {
  const { data, codes } = await domain.ask(
    viewer,
    `mutation ($input: TransferOwnershipInput!) { transferOwnership(input: $input) { __typename
      ... on TransferOwnershipSuccess { member { id role } formerOwner { id role } } ... on AlreadyOwner { code path }
      ... on MemberGone { code path } ... on FreshProofNeeded { code } } }`,
    { input: { id, stepDown } },
  );
  return { result: data?.transferOwnership, codes };
}

const prove = ({ sessionId }: MemberFixture, at = domain.clock.now) =>
  domain.db.admin.query('update auth.sessions set proved_at = $2 where id = $1', [sessionId, at]);

const roleOf = async ({ memberId }: MemberFixture): Promise<unknown> =>
  (await domain.db.admin.query<{ role: string }>('select role from accounts.members where id = $1', [memberId])).rows[0]?.role;

const mailsTo = ({ email }: MemberFixture) =>
  domain.mails().filter(({ template, to }) => template === 'ownership-transferred' && 'email' in to && to.email === email);

test('without a fresh proof, or with one that is older than ten minutes, ownership stays where it is', async () => {
  expect((await transfer(owner.viewer, ana.id)).result).toEqual({ __typename: 'FreshProofNeeded', code: 'FRESH_PROOF_NEEDED' });
  await prove(owner, new Date(domain.clock.now.getTime() - 10 * 60_000));
  expect((await transfer(owner.viewer, ana.id)).result).toMatchObject({ code: 'FRESH_PROOF_NEEDED' });
  // Whose proof it is counts: not the one of her who is to become an owner.
  await prove(ana);
  expect((await transfer(owner.viewer, ana.id)).result).toMatchObject({ code: 'FRESH_PROOF_NEEDED' });
  expect([await roleOf(owner), await roleOf(ana)]).toEqual(['owner', 'artist']);
});

test('both are owners, or the former becomes an admin, as they choose', async () => {
  await prove(owner);
  expect((await transfer(owner.viewer, ana.id)).result).toEqual({
    __typename: 'TransferOwnershipSuccess',
    member: { id: ana.id, role: 'OWNER' },
    formerOwner: { id: owner.id, role: 'OWNER' },
  });
  const bo = await aMember(domain, studio, 'guest');
  expect((await transfer(owner.viewer, bo.id, true)).result).toMatchObject({
    member: { id: bo.id, role: 'OWNER' },
    formerOwner: { id: owner.id, role: 'ADMIN' },
  });
  expect([await roleOf(owner), await roleOf(ana), await roleOf(bo)]).toEqual(['admin', 'owner', 'owner']);
  for (const { userId } of [owner, ana, bo]) await until(() => domain.revoked.some((each) => each.userId === userId));
});

test('the new owner, the former one and all others are told by mail, each in their own words', async () => {
  const other = await aMember(domain, studio, 'owner', { name: 'Olga Berg' });
  const admin = await aMember(domain, studio, 'admin');
  await prove(owner);
  await transfer(owner.viewer, ana.id, true);
  await until(() => [ana, owner, other].every((each) => mailsTo(each).length === 1));
  expect([ana, owner, other].map((each) => mailsTo(each)[0]?.data.part)).toEqual(['new', 'former', 'other']);
  expect(mailsTo(ana)[0]?.data).toEqual({
    part: 'new',
    studioName: 'Studio Marisol',
    from: 'Marisol Vega',
    to: 'Ana Ruiz',
    formerRole: 'admin',
    url: `${PUBLIC_URL}/s/${studio.slug}/settings/members`,
  });
  expect(mailsTo(admin)).toEqual([]);
});

test('the audit log says who handed over to whom, and as what the former owner stays', async () => {
  await prove(owner);
  await transfer(owner.viewer, ana.id, true);
  const { data } = await domain.ask(
    owner.viewer,
    '{ studio { auditLog(first: 1) { nodes { kind actorName targetName changes { field before after } } } } }',
  );
  expect(data).toEqual({
    studio: {
      auditLog: {
        nodes: [
          {
            kind: 'OWNERSHIP_TRANSFERRED',
            actorName: 'Marisol Vega',
            targetName: 'Ana Ruiz',
            changes: [
              { field: 'formerOwner', before: 'owner', after: 'admin' },
              { field: 'role', before: 'artist', after: 'owner' },
            ],
          },
        ],
      },
    },
  });
});

test('who is an owner already gets nothing, and nobody is told', async () => {
  const second = await aMember(domain, studio, 'owner');
  await prove(owner);
  for (const { id } of [second, owner]) {
    expect((await transfer(owner.viewer, id, true)).result).toEqual({
      __typename: 'AlreadyOwner',
      code: 'ALREADY_OWNER',
      path: ['input', 'id'],
    });
  }
  expect(await roleOf(owner)).toBe('owner');
  const { rows } = await domain.db.admin.query(`select from accounts.audit_log where studio_id = $1`, [studio.uuid]);
  expect([rows.length, mailsTo(second)]).toEqual([0, []]);
});

test('ownership goes to a member, not to somebody who is invited or has left', async () => {
  await prove(owner);
  const invited = await domain.ask(
    owner.viewer,
    'mutation { inviteMember(input: { email: "new-owner@people.example", role: ADMIN }) { ... on InviteMemberSuccess { invitation { id } } } }',
  );
  const { invitation } = (invited.data as { inviteMember: { invitation: { id: string } } }).inviteMember;
  expect((await transfer(owner.viewer, invitation.id)).codes).toEqual(['NOT_FOUND']);
  await domain.ask(ana.viewer, 'mutation ($id: ID!) { removeMember(input: { id: $id }) { __typename } }', { id: ana.id });
  expect((await transfer(owner.viewer, ana.id)).result).toEqual({ __typename: 'MemberGone', code: 'MEMBER_GONE', path: ['input', 'id'] });
});

test('nobody but an owner hands ownership over, and nobody to a member of another studio', async () => {
  const cast = await aCast(domain, studio, await aStudio(domain));
  await domain.db.admin.query('update auth.sessions set proved_at = $1', [domain.clock.now]);
  for (const who of ['admin', 'manager', 'artist', 'accountant', 'guest', 'contact', 'key'] as const) {
    expect((await transfer(cast[who], ana.id)).codes).toEqual(['FORBIDDEN']);
  }
  expect((await transfer(cast.anonymous, ana.id)).codes).toEqual(['UNAUTHENTICATED']);
  expect((await transfer(cast.otherStudio, ana.id)).codes).toEqual(['NOT_FOUND']);
  expect(await roleOf(ana)).toBe('artist');
});

test('an owner who was just made an admin hands nothing over any more', async () => {
  const second = await aMember(domain, studio, 'owner');
  await prove(owner);
  await transfer(owner.viewer, ana.id, true);
  // Still with the viewer of a moment ago, as a router that has not heard yet would send it.
  expect((await transfer(owner.viewer, second.id)).codes).toEqual(['FORBIDDEN']);
});
