import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { apiKey, contact } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newSecret } from '../secrets.ts';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aPerson, aStudio, type Person } from '../testing/people.ts';

let domain: Accounts;
beforeAll(async () => {
  domain = await startAccounts();
});
afterAll(() => domain.stop());

async function anotherSession(person: Person, userAgent: string): Promise<string> {
  const id = uuidv7();
  await domain.db.admin.query(
    'insert into auth.sessions (id, user_id, token, expires_at, user_agent, last_seen_at) values ($1, $2, $3, $4, $5, $6)',
    [
      id,
      person.userId,
      newSecret(),
      new Date(domain.clock.now.getTime() + 86_400_000),
      userAgent,
      new Date(domain.clock.now.getTime() + 1_000),
    ],
  );
  return id;
}

const SESSIONS = '{ viewer { user { sessions { id device address isCurrent lastSeenAt } } } }';
const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename
  ... on UpdateProfileSuccess { user { name locale timeZone } } ... on InvalidInput { code path } } }`;

test('each kind of viewer is told who they are', async () => {
  const studio = await aStudio(domain);
  const ana = await aMember(domain, studio, 'artist', { name: 'Ana Ruiz' });
  const query = '{ viewer { kind user { name } member { id role } contact { id } studio { slug } } }';
  expect((await domain.ask(ana.viewer, query)).data?.viewer).toEqual({
    kind: 'USER',
    user: { name: 'Ana Ruiz' },
    member: { id: ana.id, role: 'ARTIST' },
    contact: null,
    studio: { slug: studio.slug },
  });
  const contactId = uuidv7();
  expect((await domain.ask(contact(studio.uuid, contactId), query)).data?.viewer).toEqual({
    kind: 'CONTACT',
    user: null,
    member: null,
    contact: { id: encodeId('Contact', contactId) },
    studio: { slug: studio.slug },
  });
  expect((await domain.ask(apiKey(studio.uuid, 'studio:read'), query)).data?.viewer).toMatchObject({ kind: 'API_KEY', user: null });
  expect((await domain.ask({ kind: 'anonymous' }, query)).data).toEqual({ viewer: null });
});

test('a person sets name, language and time zone', async () => {
  const ana = await aPerson(domain);
  const update = async (input: Record<string, unknown>) => (await domain.ask(ana.viewer, UPDATE, { input })).data?.updateProfile;
  expect(await update({ name: ' Ana  R. ', locale: 'es-mx', timeZone: 'America/Bogota' })).toMatchObject({
    user: { name: 'Ana R.', locale: 'es-MX', timeZone: 'America/Bogota' },
  });
  expect(await update({ locale: null })).toMatchObject({ user: { name: 'Ana R.', locale: null, timeZone: 'America/Bogota' } });
  expect(await update({ name: ' ' })).toEqual({ __typename: 'InvalidInput', code: 'REQUIRED', path: ['input', 'name'] });
});

test('a person sees where they are signed in, the present place first', async () => {
  const ana = await aPerson(domain);
  await anotherSession(
    ana,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  );
  const { data } = await domain.ask(ana.viewer, SESSIONS);
  expect(data?.viewer).toMatchObject({
    user: {
      sessions: [
        { device: 'Firefox on Linux', address: '192.0.2.7', isCurrent: true, lastSeenAt: domain.clock.now.toISOString() },
        { device: 'Safari on iPhone', address: null, isCurrent: false },
      ],
    },
  });
});

test('a session is ended from afar, and the router is told', async () => {
  const ana = await aPerson(domain);
  const sessionId = await anotherSession(ana, 'curl/8');
  const end =
    'mutation ($id: ID!) { revokeSession(input: { id: $id }) { ... on RevokeSessionSuccess { user { sessions { isCurrent } } } } }';
  const variables = { id: encodeId('Session', sessionId) };
  expect((await domain.ask(ana.viewer, end, variables)).data?.revokeSession).toEqual({ user: { sessions: [{ isCurrent: true }] } });
  expect(domain.revoked).toContainEqual({ sessionId });
  expect((await domain.ask(ana.viewer, end, variables)).codes).toEqual([]);
});

test('all other sessions are ended at once', async () => {
  const ana = await aPerson(domain);
  const others = [await anotherSession(ana, 'curl/8'), await anotherSession(ana, 'curl/9')];
  const { data } = await domain.ask(
    ana.viewer,
    'mutation { revokeOtherSessions { ... on RevokeOtherSessionsSuccess { user { sessions { isCurrent } } } } }',
  );
  expect(data?.revokeOtherSessions).toEqual({ user: { sessions: [{ isCurrent: true }] } });
  for (const sessionId of others) expect(domain.revoked).toContainEqual({ sessionId });
});

test('nobody sees or ends what belongs to somebody else, colleagues included', async () => {
  const studio = await aStudio(domain);
  const [ana, owner] = [await aMember(domain, studio, 'artist'), await aMember(domain, studio, 'owner')];
  for (const viewer of [owner.viewer, apiKey(studio.uuid, 'studio:read'), contact(studio.uuid, uuidv7()), { kind: 'anonymous' } as const]) {
    expect(await domain.entity(viewer, 'User', encodeId('User', ana.userId), '{ email }')).toBeNull();
    expect(await domain.entity(viewer, 'Session', encodeId('Session', ana.sessionId), '{ device }')).toBeNull();
  }
  await domain.ask(owner.viewer, 'mutation ($id: ID!) { revokeSession(input: { id: $id }) { __typename } }', {
    id: encodeId('Session', ana.sessionId),
  });
  expect((await domain.db.admin.query('select from auth.sessions where id = $1', [ana.sessionId])).rowCount).toBe(1);
  expect(await domain.entity(ana.viewer, 'Session', encodeId('Session', ana.sessionId), '{ isCurrent }')).toEqual({ isCurrent: true });
});

test('only a person with an account has a profile to change', async () => {
  for (const viewer of [contact(uuidv7(), uuidv7()), apiKey(uuidv7(), 'studio:read'), { kind: 'anonymous' } as const]) {
    expect((await domain.ask(viewer, UPDATE, { input: { name: 'X' } })).codes).toEqual(['UNAUTHENTICATED']);
  }
});
