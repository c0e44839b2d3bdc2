import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as openid from 'openid-client';
import { type App, actingBy, anApp, type Connection, connect } from '../support/app.ts';
import { type Fleet, startFleet } from '../support/fleet.ts';
import type { Person } from '../support/person.ts';
import { aProject, liveVersion } from '../support/scene.ts';
import { eventStream, subscribe } from '../support/stream.ts';

/** The socket's close code for whoever may no longer. */
const SHUT_OUT = 4403;
const CHANGES = 'subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) { __typename ... on Dropped { id } } }';
const STUDIO = '{ studio { slug } }';

let fleet: Fleet;
let ingrid: Person;
let theo: Person;
let app: App;
let since: { id: string; after: number };
beforeAll(async () => {
  fleet = await startFleet();
  ingrid = await fleet.signIn('ingrid@northlight.example', 'northlight');
  theo = await fleet.signIn('theo@northlight.example', 'northlight');
  app = await anApp(ingrid);
  const id = await aProject(ingrid);
  since = { id, after: (await liveVersion(ingrid, id)) - 1 };
}, 120_000);
afterAll(async () => {
  await fleet.stop();
}, 30_000);

const isIn = async (program: Person) => (await program.ask(STUDIO)).data?.studio !== null;

/** All that a program can hold open, known to be open. */
async function listening(program: Person) {
  const socket = subscribe(program, CHANGES, since);
  await socket.next();
  const events = await eventStream(program, CHANGES, since);
  // Known to the router, and kept for the next request.
  expect(await isIn(program)).toBe(true);
  return { socket, events };
}

/** Ends what one program may, and sees what it held open end, in either order, while another program's goes on. */
async function endsAll(program: Person, other: Person, end: () => Promise<unknown>): Promise<void> {
  const [lost, kept] = [await listening(program), await listening(other)];
  await end();
  const [code, text] = await Promise.all([lost.socket.ended, lost.events.ended]);
  expect(code).toBe(SHUT_OUT);
  expect(text).toMatch(/event: (complete|next)/);
  expect(await isIn(program)).toBe(false);
  expect(await isIn(other)).toBe(true);
  await ingrid.get('mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename } }', {
    input: { projectId: since.id, title: 'Still heard' },
  });
  await kept.socket.next();
  await kept.socket.close();
}

test('what the installation says of itself is where it answers: one origin, and each path served', async () => {
  const metadata = app.config.serverMetadata();
  expect(metadata.issuer).toBe(fleet.url);
  const paths = Object.entries(metadata).flatMap(([name, value]) => (name.endsWith('_endpoint') ? [String(value)] : []));
  expect(paths.length).toBeGreaterThanOrEqual(4);
  for (const address of paths) {
    expect(new URL(address).origin).toBe(fleet.url);
    const answer = await fetch(address, { method: address.endsWith('/authorize') ? 'GET' : 'POST', redirect: 'manual' });
    expect([address, answer.status]).not.toEqual([address, 404]);
  }
  expect(metadata).toMatchObject({
    code_challenge_methods_supported: ['S256'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
    scopes_supported: expect.arrayContaining(['projects:read', 'offline_access']),
  });
});

test('an app is let in by code and challenge, acts over the one origin, renews, and is refused what it did not ask for', async () => {
  const { tokens, program } = await connect(app, theo);
  expect(await program.get(STUDIO)).toEqual({ studio: { slug: 'northlight' } });
  const next = await openid.refreshTokenGrant(app.config, tokens.refresh_token ?? '');
  const renewed = actingBy(fleet.url, next);
  expect(await renewed.get(STUDIO)).toEqual({ studio: { slug: 'northlight' } });
  const { codes } = await renewed.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename } }', {
    input: { projectId: since.id, title: 'Not for apps' },
  });
  expect(codes).toEqual(['FORBIDDEN']);
  await expect(openid.refreshTokenGrant(app.config, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
  expect(await isIn(renewed)).toBe(false);
});

const WAYS: Record<string, (connection: Connection) => Promise<unknown>> = {
  'given back by the app': ({ tokens }) => openid.tokenRevocation(app.config, tokens.refresh_token ?? ''),
  'shut out by the person': async () => {
    const { viewer } = await theo.get<{ viewer: { user: { appGrants: { id: string }[] } } }>('{ viewer { user { appGrants { id } } } }');
    for (const { id } of viewer.user.appGrants) {
      await theo.get('mutation ($id: ID!) { revokeAppGrant(input: { id: $id }) { __typename } }', { id });
    }
  },
};

test.each(Object.keys(WAYS))('what was %s ends: its socket, its event stream and what is kept of it', async (how) => {
  const connection = await connect(app, theo);
  const other = await connect(app, ingrid);
  await endsAll(connection.program, other.program, async () => WAYS[how]?.(connection));
});
