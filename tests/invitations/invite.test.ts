import { decodeId } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkIn, mailsTo, mailTo, pressButton } from '../support/mail.ts';
import type { Person } from '../support/person.ts';
import { aProject, idOf } from '../support/scene.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let owner: Person;
beforeAll(async () => {
  world = await startWorld();
  owner = await world.signIn('ingrid@northlight.example', 'northlight');
}, 60_000);
afterAll(() => world.stop());

const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename
  ... on InviteMemberSuccess { invitation { id role } } ... on UserError { code path } } }`;
const ACCEPT = `mutation ($token: String!) { acceptInvitation(input: { token: $token }) { __typename
  ... on AcceptInvitationSuccess { member { id role studio { slug } } } ... on UserError { code } } }`;
const PREVIEW = 'query ($token: String!) { invitation(token: $token) { studioName invitedBy email role } }';

let people = 0;
const anAddress = () => `friend-${++people}@invited.example`;

/** Invites, and reads the secret in the mail's link. */
async function invite(email: string, more: Record<string, unknown> = {}): Promise<{ id: string; token: string }> {
  const before = (await mailsTo(world, email)).filter(({ template }) => template === 'invitation').length;
  const { inviteMember } = await owner.get<{ inviteMember: { invitation: { id: string } } }>(INVITE, {
    input: { email, role: 'ARTIST', ...more },
  });
  const path = linkIn(world, await mailTo(world, email, 'invitation', before));
  return { id: inviteMember.invitation.id, token: path.slice('/join/'.length) };
}

/** Signs up, and shows by the mail that the address is theirs. */
async function signUp(email: string): Promise<Person> {
  const person = world.stranger();
  await person.post('/auth/sign-up/email', { email, password: 'a good long password', name: 'Ola Berg' });
  await pressButton(person, linkIn(world, await mailTo(world, email, 'verify-email')));
  return person;
}

const accept = async (person: Person, token: string) =>
  (await person.get<{ acceptInvitation: Record<string, unknown> }>(ACCEPT, { token })).acceptInvitation;
const preview = async (person: Person, token: string) => (await person.get<{ invitation: unknown }>(PREVIEW, { token })).invitation;
const EXPIRED = { __typename: 'InvitationNotUsable', code: 'INVITATION_EXPIRED' };

describe('an invitation', () => {
  test('goes by mail, shows who invites, and makes whoever signs up with that address a member', async () => {
    const email = anAddress();
    const { token } = await invite(email);
    expect(await preview(world.stranger(), token)).toEqual({
      studioName: 'Northlight',
      invitedBy: 'Ingrid Solberg',
      email,
      role: 'ARTIST',
    });
    const person = await signUp(email);
    const outside = person.inStudio('northlight');
    expect((await outside.ask('{ studio { name } }')).codes).toEqual(['NOT_FOUND']);
    expect(await accept(person, token)).toMatchObject({
      __typename: 'AcceptInvitationSuccess',
      member: { role: 'ARTIST', studio: { slug: 'northlight' } },
    });
    // At once, though a moment ago they were not.
    expect(await outside.get('{ studio { name } viewer { member { role } } }')).toEqual({
      studio: { name: 'Northlight' },
      viewer: { member: { role: 'ARTIST' } },
    });
    expect(await preview(world.stranger(), token)).toBeNull();
    expect(await accept(person, token)).toEqual(EXPIRED);
    const { studio } = await owner.get<{ studio: { invitations: { email: string }[]; members: { nodes: { email: string }[] } } }>(
      '{ studio { invitations { email } members(first: 100) { nodes { email } } } }',
    );
    expect(studio.invitations.map((each) => each.email)).not.toContain(email);
    expect(studio.members.nodes.map((each) => each.email)).toContain(email);
  });

  test('needs an account', async () => {
    const { token } = await invite(anAddress());
    expect((await world.stranger().ask(ACCEPT, { token })).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('is for its address: somebody else who has the link is not let in', async () => {
    const email = anAddress();
    const { token } = await invite(email);
    const other = await world.signIn('marisol@studio-marisol.example', null);
    expect(await accept(other, token)).toEqual({ __typename: 'InvitationNotUsable', code: 'WRONG_ADDRESS' });
    expect(await accept(await signUp(email), token)).toMatchObject({ __typename: 'AcceptInvitationSuccess' });
  });

  test('ends after seven days', async () => {
    const email = anAddress();
    const { id, token } = await invite(email);
    const { rows } = await world.db.admin.query<{ days: number }>(
      'select extract(epoch from expires_at - created_at)::int / 86400 as days from accounts.invitations where id = $1',
      [decodeId(id, 'Invitation')],
    );
    expect(rows).toEqual([{ days: 7 }]);
    await world.db.admin.query(`update accounts.invitations set expires_at = now() - interval '1 second' where id = $1`, [
      decodeId(id, 'Invitation'),
    ]);
    expect(await preview(world.stranger(), token)).toBeNull();
    expect(await accept(await signUp(email), token)).toEqual(EXPIRED);
  });

  test('that was taken back is dead at once', async () => {
    const email = anAddress();
    const { id, token } = await invite(email);
    await owner.get(
      'mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { ... on RevokeInvitationSuccess { id } } }',
      { input: { id } },
    );
    expect(await preview(world.stranger(), token)).toBeNull();
    expect(await accept(await signUp(email), token)).toEqual(EXPIRED);
  });

  test('sent again ends the first one', async () => {
    const email = anAddress();
    const first = await invite(email);
    const second = await invite(email, { role: 'MANAGER' });
    const person = await signUp(email);
    expect(await accept(person, first.token)).toEqual(EXPIRED);
    expect(await accept(person, second.token)).toMatchObject({ member: { role: 'MANAGER' } });
  });

  test('of a member already, to ownership, or by somebody who may not, is not sent', async () => {
    const invited = async (person: Person, input: Record<string, unknown>) => person.ask(INVITE, { input });
    expect((await invited(owner, { email: 'THEO@northlight.example', role: 'ARTIST' })).data?.inviteMember).toMatchObject({
      code: 'ALREADY_MEMBER',
    });
    expect((await invited(owner, { email: anAddress(), role: 'OWNER' })).data?.inviteMember).toMatchObject({
      __typename: 'InvalidInput',
      path: ['input', 'role'],
    });
    const amara = await world.signIn('amara@northlight.example', 'northlight');
    expect((await invited(amara, { email: anAddress(), role: 'GUEST' })).codes).toEqual(['FORBIDDEN']);
  });
});

describe('a guest', () => {
  test('sees exactly the projects that the invitation named', async () => {
    const named = [await aProject(owner, 'Named one'), await aProject(owner, 'Named two')];
    await aProject(owner, 'Not named');
    const email = anAddress();
    const { token } = await invite(email, { role: 'GUEST', projectIds: named });
    const person = (await signUp(email)).inStudio('northlight');
    expect(await accept(person, token)).toMatchObject({ member: { role: 'GUEST' } });
    // The grants come with the event that somebody joined.
    const seen = async () =>
      (await person.get<{ projects: { totalCount: number; nodes: { id: string }[] } }>('{ projects { totalCount nodes { id } } }'))
        .projects;
    await until(async () => (await seen()).totalCount > 0);
    const { totalCount, nodes } = await seen();
    expect([totalCount, nodes.map(({ id }) => id).sort()]).toEqual([2, [...named].sort()]);
    expect((await person.ask('{ clients { nodes { id } } }')).codes).toEqual(['FORBIDDEN']);
  });

  test('is not let into a project of another studio', async () => {
    const answer = await owner.ask(INVITE, {
      input: { email: anAddress(), role: 'GUEST', projectIds: [idOf('Project', 'project:harbour-mural')] },
    });
    expect(answer.codes).toEqual(['NOT_FOUND']);
  });
});
