import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createWorld, member, type World } from './testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const open = (headers: Record<string, string>) => fetch(`${world.url}/graphiql`, { headers, redirect: 'manual' });

test('GraphiQL is for who is signed in: others are sent to sign in, and back', async () => {
  world.signIn('sid=ada', () => member(world.studios.ink));
  world.signIn('sid=client', () => ({ kind: 'contact', contactId: 'c', sessionId: 's', studioId: world.studios.ink }));
  for (const cookie of ['', 'sid=nobody', 'sid=client']) {
    const answer = await open({ cookie });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sign-in?back=%2Fgraphiql']);
  }
  // What serves pages comes next; there is none here.
  expect((await open({ cookie: 'sid=ada' })).status).toBe(404);
});

test('While nobody can tell who is signed in, GraphiQL says so', async () => {
  world.dead.add('accounts.resolve');
  const answer = await open({ cookie: 'sid=ada' });
  expect([answer.status, await answer.text()]).toEqual([503, 'Sign-in does not answer. Try again in a moment.']);
});
