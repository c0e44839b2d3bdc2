import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkIn, mailTo, pressButton } from '../support/mail.ts';
import type { Person } from '../support/person.ts';
import { subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

const PASSWORD = 'a good long password';
const WHO = '{ viewer { kind user { email } } }';

let world: World;
/** Another installation on the same host. */
let neighbour: World;
beforeAll(async () => {
  [world, neighbour] = await Promise.all([startWorld(), startWorld()]);
}, 60_000);
afterAll(async () => {
  await world.stop();
  await neighbour.stop();
});

let people = 0;
const anAddress = () => `person-${++people}@sessions.example`;
const signIn = (person: Person, email: string, password: string) => person.post('/auth/sign-in/email', { email, password });
const emailOf = async (person: Person) =>
  (await person.get<{ viewer: { user: { email: string } } | null }>(WHO)).viewer?.user.email ?? null;

/** Signs up and follows the mail. */
async function aPerson(email = anAddress()): Promise<Person> {
  const person = world.stranger();
  const answer = await person.post('/auth/sign-up/email', { email, password: PASSWORD, name: 'Ada Grey' });
  expect(answer.status).toBe(200);
  expect(await emailOf(person)).toBeNull();
  const done = await pressButton(person, linkIn(world, await mailTo(world, email, 'verify-email')));
  expect(done.status).toBe(302);
  return person;
}

describe('signing in', () => {
  test('follows signing up and the mail that shows whose address it is', async () => {
    const email = anAddress();
    const person = await aPerson(email);
    expect(await emailOf(person)).toBe(email);
  });

  test('ends with signing out: the next request is a stranger’s, and so is one with the old cookie', async () => {
    const person = await world.signIn('kenji@northlight.example', 'northlight');
    const thief = person.at(world.url);
    expect(await emailOf(person)).toBe('kenji@northlight.example');
    expect((await person.post('/auth/sign-out', {})).status).toBe(200);
    expect(await emailOf(person)).toBeNull();
    expect(await emailOf(thief)).toBeNull();
    expect((await thief.ask('{ projects { nodes { id } } }')).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('tells a wrong address and a wrong password apart by nothing', async () => {
    const answers = [];
    for (const email of ['amara@northlight.example', anAddress()]) {
      const answer = await signIn(world.stranger(), email, 'not the password');
      answers.push([answer.status, await answer.text()]);
    }
    expect(answers[0]).toEqual([401, expect.any(String)]);
    expect(answers[1]).toEqual(answers[0]);
  });

  test('is slowed after five failures for that address, and for nobody else', async () => {
    const statuses = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      statuses.push((await signIn(world.stranger(), 'paula@northlight.example', 'guess')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const locked = await signIn(world.stranger(), 'Paula@Northlight.example', 'demo-password');
    expect([locked.status, Number(locked.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await signIn(world.stranger(), 'amara@northlight.example', 'demo-password')).status).toBe(200);
  });

  test('works by a mailed link, once', async () => {
    const email = anAddress();
    await aPerson(email);
    const person = world.stranger();
    expect((await person.post('/auth/sign-in/magic-link', { email })).status).toBe(200);
    const path = linkIn(world, await mailTo(world, email, 'sign-in-link'));
    // A mail scanner follows the link, and uses nothing up.
    expect((await world.stranger().fetch(path)).status).toBe(200);
    await pressButton(person, path);
    expect(await emailOf(person)).toBe(email);
    const second = world.stranger();
    await pressButton(second, path);
    expect(await emailOf(second)).toBeNull();
  });

  test('a mailed link to an address without an account tells nothing in the answer', async () => {
    const known = await world.stranger().post('/auth/sign-in/magic-link', { email: 'amara@northlight.example' });
    const unknown = await world.stranger().post('/auth/sign-in/magic-link', { email: anAddress() });
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
  });

  test('a forgotten password is replaced by way of a mail, which ends every session', async () => {
    const email = anAddress();
    const person = await aPerson(email);
    await world.stranger().post('/auth/request-password-reset', { email });
    const path = linkIn(world, await mailTo(world, email, 'reset-password'));
    const token = new URL(path, world.url).searchParams.get('token');
    const reset = await world.stranger().post('/auth/reset-password', { token, newPassword: 'an even longer password' });
    expect(reset.status).toBe(200);
    expect(await emailOf(person)).toBeNull();
    expect((await signIn(world.stranger(), email, PASSWORD)).status).toBe(401);
    expect((await signIn(world.stranger(), email, 'an even longer password')).status).toBe(200);
    expect((await world.stranger().post('/auth/reset-password', { token, newPassword: 'once more, with feeling' })).status).toBe(400);
  });

  test('a changed password ends the other sessions, and keeps the one that changed it', async () => {
    const email = anAddress();
    const person = await aPerson(email);
    const elsewhere = world.stranger();
    await signIn(elsewhere, email, PASSWORD);
    expect(await emailOf(elsewhere)).toBe(email);
    const changed = await person.post('/auth/change-password', {
      currentPassword: PASSWORD,
      newPassword: 'a new long password',
      revokeOtherSessions: true,
    });
    expect(changed.status).toBe(200);
    expect(await emailOf(elsewhere)).toBeNull();
    expect(await emailOf(person)).toBe(email);
  });
});

test('a new address is asked for with a fresh proof, confirmed from the old one, then from itself, and is the one to sign in with', async () => {
  const [old, fresh] = [anAddress(), anAddress()];
  const person = await aPerson(old);
  expect((await person.post('/auth/change-email', { newEmail: fresh })).status).toBe(403);
  expect((await person.post('/auth/prove/password', { password: PASSWORD })).status).toBe(200);
  expect((await person.post('/auth/change-email', { newEmail: fresh })).status).toBe(200);
  await pressButton(person, linkIn(world, await mailTo(world, old, 'confirm-email-change')));
  expect(await emailOf(person)).toBe(old);
  await pressButton(person, linkIn(world, await mailTo(world, fresh, 'verify-email')));
  expect(await emailOf(person)).toBe(fresh);
  expect((await signIn(world.stranger(), fresh, PASSWORD)).status).toBe(200);
  expect((await signIn(world.stranger(), old, PASSWORD)).status).toBe(401);
});

test('two installations on one host keep their cookies apart', async () => {
  const person = world.stranger();
  await signIn(person, 'ingrid@northlight.example', 'demo-password');
  // A browser sends the cookies of a host to each of its ports.
  const next = person.at(neighbour.url);
  expect(await emailOf(next)).toBeNull();
  await signIn(next, 'theo@northlight.example', 'demo-password');
  for (const [name, value] of next.cookies) person.cookies.set(name, value);
  expect([await emailOf(person), await emailOf(next)]).toEqual(['ingrid@northlight.example', 'theo@northlight.example']);
  await next.post('/auth/sign-out', {});
  expect(await emailOf(person)).toBe('ingrid@northlight.example');
});

describe('two tabs', () => {
  const NAME = '{ studio { slug } viewer { member { role } } }';
  test('of one browser are in two studios, by HTTP and live', async () => {
    const home = await world.signIn('marisol@studio-marisol.example', 'studio-marisol');
    const away = home.inStudio('northlight');
    const [first, second] = await Promise.all([home.get(NAME), away.get(NAME)]);
    expect(first).toEqual({ studio: { slug: 'studio-marisol' }, viewer: { member: { role: 'OWNER' } } });
    expect(second).toEqual({ studio: { slug: 'northlight' }, viewer: { member: { role: 'GUEST' } } });
    const sockets = [home, away].map((tab) => subscribe<{ slug: string }>(tab, '{ studio { slug } }'));
    expect(await Promise.all(sockets.map((socket) => socket.next()))).toEqual([{ slug: 'studio-marisol' }, { slug: 'northlight' }]);
    await Promise.all(sockets.map((socket) => socket.close()));
  });

  test('a studio that is not theirs, and one that does not exist, are not found alike', async () => {
    const person = await world.signIn('theo@northlight.example', 'studio-marisol');
    const answers = [await person.ask(NAME), await person.inStudio('no-such-studio').ask(NAME)];
    for (const { codes } of answers) expect(codes).toEqual(['NOT_FOUND']);
    const [theirs, none] = answers.map(({ data }) => data);
    expect(theirs).toEqual(none);
  });
});

describe('another site', () => {
  const MUTATION = 'mutation { updateProfile(input: { name: "Robbed" }) { __typename } }';
  const elsewhere = { origin: 'https://elsewhere.example' };
  let person: Person;
  beforeAll(async () => {
    person = await world.signIn('kenji@northlight.example', 'northlight');
  });
  const body = (query: string) => ({ method: 'POST', body: JSON.stringify({ query }) });

  test.each([
    ['by its Origin', { ...elsewhere, 'content-type': 'application/json' }],
    ['by what the browser says of it', { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }],
    ['by a form that needs no permission', { ...elsewhere, 'content-type': 'text/plain' }],
    ['by a form, whatever its Origin', { 'content-type': 'text/plain' }],
    ['by a sandboxed frame', { origin: 'null', 'content-type': 'application/json' }],
  ])('cannot act with a person’s cookie: refused %s', async (_how, headers) => {
    const answer = await person.fetch('/graphql', { ...body(MUTATION), headers });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('UpdateProfileSuccess');
    const { viewer } = await person.get<{ viewer: { user: { name: string } } }>('{ viewer { user { name } } }');
    expect(viewer.user.name).toBe('Kenji Mori');
  });

  test('cannot change anything by GET', async () => {
    const kinds: Record<string, string>[] = [{}, { 'content-type': 'application/json' }, { 'apollo-require-preflight': 'yes' }];
    for (const headers of kinds) {
      const answer = await person.fetch(`/graphql?query=${encodeURIComponent(MUTATION)}`, { headers });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toContain('UpdateProfileSuccess');
    }
  });

  test('cannot open a socket with a person’s cookie', async () => {
    const stream = subscribe(person, '{ viewer { kind } }', {}, { origin: elsewhere.origin });
    expect(await stream.ended).toMatch(/403/);
    await stream.close();
  });

  test.each([
    ['/auth/sign-in/magic-link', { email: 'kenji@northlight.example', callbackURL: 'https://elsewhere.example/' }],
    ['/auth/sign-in/magic-link', { email: 'kenji@northlight.example', callbackURL: '//elsewhere.example' }],
    ['/auth/sign-in/email', { email: 'kenji@northlight.example', password: 'demo-password', callbackURL: 'https://elsewhere.example/' }],
    ['/auth/request-password-reset', { email: 'kenji@northlight.example', redirectTo: 'https://elsewhere.example/' }],
  ])('is not where %s leads: %j', async (path, body) => {
    expect((await world.stranger().post(path, body)).status).toBe(403);
  });

  test.each(['/auth/sign-out', '/auth/change-password', '/auth/change-email'])('cannot post to %s', async (path) => {
    const answer = await person.fetch(path, { method: 'POST', headers: { ...elsewhere, 'content-type': 'application/json' }, body: '{}' });
    expect(answer.status).toBe(403);
    expect(await emailOf(person)).toBe('kenji@northlight.example');
  });
});
