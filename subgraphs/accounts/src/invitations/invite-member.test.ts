import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL, startAccounts } from '../testing/accounts.ts';
import { aMember, aPerson, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import { aCast } from '../testing/roles.ts';

let domain: Accounts;
let studio: StudioFixture;
let owner: MemberFixture;
let count = 0;
const anAddress = () => `invited-${++count}@people.example`;
beforeAll(async () => {
  domain = await startAccounts();
});
beforeEach(async () => {
  domain.clock.now = new Date();
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner', { name: 'Marisol Vega' });
});
afterAll(() => domain.stop());

type Viewer = MemberFixture['viewer'];

const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename
  ... on InviteMemberSuccess { url invitation { id email role expiresAt invitedBy { name } } }
  ... on AlreadyMember { code path } ... on InvalidInput { code path } } }`;
const ACCEPT = `mutation ($token: String!) { acceptInvitation(input: { token: $token }) { __typename
  ... on AcceptInvitationSuccess { member { id role name studio { slug } } } ... on InvitationNotUsable { code } } }`;
const PREVIEW = 'query ($token: String!) { invitation(token: $token) { studioName studioLogo invitedBy email role expiresAt } }';

async function invite(email: string, input: Record<string, unknown> = {}, viewer: Viewer = owner.viewer) {
  const { data, codes } = await domain.ask(viewer, INVITE, { input: { email, role: 'ARTIST', ...input } });
  return { result: data?.inviteMember as { __typename: string; url?: string | null; invitation?: { id: string } } | undefined, codes };
}

/** The secret of the newest invitation's link to an address. */
async function tokenFor(email: string, since = 0): Promise<string> {
  const mails = () => domain.mails().filter((mail) => mail.template === 'invitation' && 'email' in mail.to && mail.to.email === email);
  await until(() => mails().length > since);
  return mails().at(-1)?.data.url?.slice(`${PUBLIC_URL}/join/`.length) ?? '';
}

const accept = async (viewer: Viewer, token: string) => {
  const { data, codes } = await domain.ask(viewer, ACCEPT, { token });
  return { result: data?.acceptInvitation as { __typename: string; member?: { id: string } }, codes };
};

test('a link that the inviter hands over is not mailed, and lets in nobody but the invited address', async () => {
  const email = anAddress();
  const { result } = await invite(email, { sendMail: false });
  expect(result?.url).toMatch(new RegExp(`^${PUBLIC_URL}/join/[A-Za-z0-9_-]{43}$`));
  const token = result?.url?.slice(`${PUBLIC_URL}/join/`.length) ?? '';
  expect((await accept((await aPerson(domain)).viewer, token)).result).toMatchObject({ code: 'WRONG_ADDRESS' });
  expect((await accept((await aPerson(domain, { email })).viewer, token)).result.__typename).toBe('AcceptInvitationSuccess');
  // Mails leave in order: this one would have been there before the next.
  const next = anAddress();
  expect((await invite(next)).result?.url).toBeNull();
  await tokenFor(next);
  expect(domain.mails().filter((mail) => 'email' in mail.to && mail.to.email === email)).toEqual([]);
});

test('an invited person joins with the role that waited', async () => {
  const email = anAddress();
  const { result } = await invite(` ${email.toUpperCase()} `);
  expect(result?.invitation).toMatchObject({ email, role: 'ARTIST', invitedBy: { name: 'Marisol Vega' } });
  const token = await tokenFor(email);
  expect(domain.mails().at(-1)).toMatchObject({
    locale: 'es',
    studioId: studio.uuid,
    data: { studioName: 'Studio Marisol', invitedBy: 'Marisol Vega', role: 'artist' },
  });
  expect((await domain.ask({ kind: 'anonymous' }, PREVIEW, { token })).data?.invitation).toMatchObject({
    studioName: 'Studio Marisol',
    invitedBy: 'Marisol Vega',
    email,
    role: 'ARTIST',
  });
  const ana = await aPerson(domain, { email, name: 'Ana Ruiz' });
  const joined = await accept(ana.viewer, token);
  expect(joined.result.member).toMatchObject({ role: 'ARTIST', name: 'Ana Ruiz', studio: { slug: studio.slug } });
  const memberId = decodeId(joined.result.member?.id ?? '', 'Member');
  await until(() => domain.events.some(({ type, data }) => type === 'member.joined' && data.memberId === memberId));
  expect(domain.events.find(({ data }) => data.memberId === memberId)?.data).toMatchObject({
    studioId: studio.uuid,
    role: 'artist',
    projectIds: [],
    userId: ana.userId,
  });
  expect(domain.revoked).toContainEqual({ userId: ana.userId });
  expect((await accept(ana.viewer, token)).result).toEqual({ __typename: 'InvitationNotUsable', code: 'INVITATION_EXPIRED' });
});

test('a guest is invited to projects that the inviter sees', async () => {
  const [known, unknown] = [uuidv7(), uuidv7()];
  domain.world.projects.add(known);
  const email = anAddress();
  expect((await invite(email, { role: 'GUEST', projectIds: [encodeId('Project', unknown)] })).codes).toEqual(['NOT_FOUND']);
  expect((await invite(email, { role: 'GUEST', projectIds: [encodeId('Client', known)] })).codes).toEqual(['NOT_FOUND']);
  expect((await invite(email, { role: 'GUEST', projectIds: [encodeId('Project', known)] })).result?.__typename).toBe('InviteMemberSuccess');
  const ana = await aPerson(domain, { email });
  await accept(ana.viewer, await tokenFor(email));
  await until(() => domain.events.some(({ type, data }) => type === 'member.joined' && data.userId === ana.userId));
  expect(domain.events.find(({ data }) => data.userId === ana.userId)?.data).toMatchObject({ role: 'guest', projectIds: [known] });
});

test('an invitation is for the address that it was sent to, and for nobody else', async () => {
  const email = anAddress();
  await invite(email);
  const token = await tokenFor(email);
  const other = await aPerson(domain);
  expect((await accept(other.viewer, token)).result).toEqual({ __typename: 'InvitationNotUsable', code: 'WRONG_ADDRESS' });
  const unproven = await aPerson(domain, { email, verified: false });
  expect((await accept(unproven.viewer, token)).result).toMatchObject({ code: 'WRONG_ADDRESS' });
  expect((await accept({ kind: 'anonymous' }, token)).codes).toEqual(['UNAUTHENTICATED']);
});

test('an invitation ends after seven days', async () => {
  const email = anAddress();
  await invite(email);
  const token = await tokenFor(email);
  const ana = await aPerson(domain, { email });
  domain.clock.now = new Date(domain.clock.now.getTime() + 7 * 86_400_000 + 1);
  expect((await domain.ask(ana.viewer, PREVIEW, { token })).data).toEqual({ invitation: null });
  expect((await accept(ana.viewer, token)).result).toMatchObject({ code: 'INVITATION_EXPIRED' });
  expect((await domain.ask(owner.viewer, '{ studio { invitations { email } } }')).data).toEqual({ studio: { invitations: [] } });
});

test('inviting again sends a new link and ends the old one', async () => {
  const email = anAddress();
  const first = await invite(email);
  const old = await tokenFor(email);
  const second = await invite(email, { role: 'MANAGER' });
  const fresh = await tokenFor(email, 1);
  expect(second.result?.invitation?.id).toBe(first.result?.invitation?.id);
  expect((await domain.ask(owner.viewer, PREVIEW, { token: old })).data).toEqual({ invitation: null });
  expect((await domain.ask(owner.viewer, PREVIEW, { token: fresh })).data).toMatchObject({ invitation: { role: 'MANAGER' } });
  const list = await domain.ask(owner.viewer, '{ studio { invitations { email role } } }');
  expect(list.data).toEqual({ studio: { invitations: [{ email, role: 'MANAGER' }] } });
});

test('an invitation that was taken back is dead at once', async () => {
  const email = anAddress();
  const { result } = await invite(email);
  const token = await tokenFor(email);
  const revoke = 'mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { ... on RevokeInvitationSuccess { id } } }';
  const id = result?.invitation?.id;
  expect((await domain.ask(owner.viewer, revoke, { id })).data).toEqual({ revokeInvitation: { id } });
  expect((await domain.ask(owner.viewer, PREVIEW, { token })).data).toEqual({ invitation: null });
  expect((await accept((await aPerson(domain, { email })).viewer, token)).result).toMatchObject({ code: 'INVITATION_EXPIRED' });
  expect((await domain.ask(owner.viewer, revoke, { id })).codes).toEqual(['NOT_FOUND']);
});

test('who is here already is not invited, and no invitation makes an owner', async () => {
  const ana = await aMember(domain, studio, 'guest');
  expect((await invite(ana.email)).result).toEqual({ __typename: 'AlreadyMember', code: 'ALREADY_MEMBER', path: ['input', 'email'] });
  expect((await invite(anAddress(), { role: 'OWNER' })).result).toMatchObject({ code: 'INVALID_ROLE', path: ['input', 'role'] });
  expect((await invite('nonsense')).result).toMatchObject({ code: 'INVALID_EMAIL', path: ['input', 'email'] });
});

test('two who use one link at the same moment make one membership', async () => {
  const email = anAddress();
  await invite(email);
  const token = await tokenFor(email);
  const ana = await aPerson(domain, { email });
  const answers = await Promise.all([accept(ana.viewer, token), accept(ana.viewer, token)]);
  expect(answers.filter(({ result }) => result.__typename === 'AcceptInvitationSuccess')).toHaveLength(1);
  expect((await domain.db.admin.query('select from accounts.members where user_id = $1', [ana.userId])).rowCount).toBe(1);
});

test('only owners and admins invite, see invitations and take them back', async () => {
  const email = anAddress();
  const { result } = await invite(email);
  const id = result?.invitation?.id ?? '';
  const cast = await aCast(domain, studio, await aStudio(domain));
  for (const who of ['manager', 'artist', 'accountant', 'guest', 'contact', 'key'] as const) {
    expect((await invite(anAddress(), {}, cast[who])).codes).toEqual(['FORBIDDEN']);
    expect(await domain.entity(cast[who], 'Invitation', id, '{ email }')).toBeNull();
    const { codes } = await domain.ask(cast[who], 'mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { __typename } }', { id });
    expect(codes).toEqual(['FORBIDDEN']);
  }
  expect(await domain.entity(cast.admin, 'Invitation', id, '{ email }')).toEqual({ email });
});

test('another studio learns nothing of an invitation', async () => {
  const { result } = await invite(anAddress());
  const id = result?.invitation?.id ?? '';
  const other = await aMember(domain, await aStudio(domain), 'owner');
  expect(await domain.entity(other.viewer, 'Invitation', id, '{ email }')).toBeNull();
  const { codes } = await domain.ask(other.viewer, 'mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { __typename } }', { id });
  expect(codes).toEqual(['NOT_FOUND']);
});

const RESEND = `mutation ($id: ID!) { resendInvitation(input: { id: $id }) { __typename
  ... on ResendInvitationSuccess { invitation { id role expiresAt projects { id } } } } }`;

test('mailed again, an invitation of a guest keeps its projects, gets a new link and seven more days', async () => {
  const project = uuidv7();
  domain.world.projects.add(project);
  const email = anAddress();
  const sent = await invite(email, { role: 'GUEST', projectIds: [encodeId('Project', project)] });
  const id = sent.result?.invitation?.id ?? '';
  const old = await tokenFor(email);
  domain.clock.now = new Date(domain.clock.now.getTime() + 3 * 86_400_000);
  const { data } = await domain.ask(owner.viewer, RESEND, { id });
  expect(data?.resendInvitation).toEqual({
    __typename: 'ResendInvitationSuccess',
    invitation: {
      id,
      role: 'GUEST',
      expiresAt: new Date(domain.clock.now.getTime() + 7 * 86_400_000).toISOString(),
      projects: [{ id: encodeId('Project', project) }],
    },
  });
  const fresh = await tokenFor(email, 1);
  expect((await domain.ask(owner.viewer, PREVIEW, { token: old })).data).toEqual({ invitation: null });
  const ana = await aPerson(domain, { email });
  await accept(ana.viewer, fresh);
  await until(() => domain.events.some(({ type, data: joined }) => type === 'member.joined' && joined.userId === ana.userId));
  expect(domain.events.find(({ data: joined }) => joined.userId === ana.userId)?.data).toMatchObject({
    role: 'guest',
    projectIds: [project],
  });
});

test('an invitation that was taken up or taken back is not mailed again, nor by anybody who manages no members', async () => {
  const email = anAddress();
  const { result } = await invite(email);
  const id = result?.invitation?.id ?? '';
  const cast = await aCast(domain, studio, await aStudio(domain));
  for (const who of ['manager', 'artist', 'accountant', 'guest', 'contact', 'key'] as const)
    expect((await domain.ask(cast[who], RESEND, { id })).codes).toEqual(['FORBIDDEN']);
  expect((await domain.ask(cast.otherStudio, RESEND, { id })).codes).toEqual(['NOT_FOUND']);
  await domain.ask(owner.viewer, 'mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { __typename } }', { id });
  expect((await domain.ask(owner.viewer, RESEND, { id })).codes).toEqual(['NOT_FOUND']);
  expect((await domain.ask(owner.viewer, '{ studio { invitations { id } } }')).data).toEqual({ studio: { invitations: [] } });
});

test('an address is mailed five invitations in ten minutes at most, by whichever studios; a link can still be handed over', async () => {
  const email = anAddress();
  const { result } = await invite(email);
  for (let time = 0; time < 3; time += 1)
    expect((await domain.ask(owner.viewer, RESEND, { id: result?.invitation?.id ?? '' })).codes).toEqual([]);
  const elsewhere = await aMember(domain, await aStudio(domain), 'owner');
  expect((await invite(email, {}, elsewhere.viewer)).codes).toEqual([]);
  expect((await domain.ask(owner.viewer, RESEND, { id: result?.invitation?.id ?? '' })).codes).toEqual(['RATE_LIMITED']);
  expect((await invite(email, {}, elsewhere.viewer)).codes).toEqual(['RATE_LIMITED']);
  expect((await invite(email, { sendMail: false }, elsewhere.viewer)).result?.__typename).toBe('InviteMemberSuccess');
  expect((await invite(anAddress())).codes).toEqual([]);
});
