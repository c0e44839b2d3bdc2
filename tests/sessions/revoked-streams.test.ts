import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { aProject, liveVersion } from '../support/scene.ts';
import { eventStream, subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

/** The socket's close code for whoever was signed out. */
const SIGNED_OUT = 4403;
const CHANGES = 'subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) { __typename ... on Dropped { id } } }';
const WHO = '{ viewer { user { email } } }';

describe.each(['in one process', 'at another router'] as const)('A session that is ended %s', (where) => {
  let redis: TestRedis | null = null;
  let world: World;
  let there: World;
  let owner: Person;
  let after: { id: string; after: number };

  beforeAll(async () => {
    if (where === 'in one process') {
      world = await startWorld();
      there = world;
    } else {
      redis = await startRedis();
      world = await startWorld({ redisUrl: redis.url });
      there = await startWorld({ redisUrl: redis.url, beside: world });
    }
    owner = await world.signIn('ingrid@northlight.example', 'northlight');
    const id = await aProject(owner);
    after = { id, after: (await liveVersion(owner, id)) - 1 };
  }, 60_000);
  afterAll(async () => {
    if (there !== world) await there?.stop();
    await world?.stop();
    await redis?.stop();
  });

  test.each(['revokeSession', 'revokeOtherSessions', 'sign-out'] as const)(
    'by %s ends its socket, its event stream and what is remembered of it',
    async (how) => {
      const here = await world.signIn('kenji@northlight.example', 'northlight');
      const lost = (await world.signIn('kenji@northlight.example', 'northlight')).at(there.url);
      const socket = subscribe(lost, CHANGES, after);
      await socket.next();
      const events = await eventStream(lost, CHANGES, after);
      // Known there, and kept for the next request.
      expect(await lost.get(WHO)).toEqual({ viewer: { user: { email: 'kenji@northlight.example' } } });

      if (how === 'revokeSession') {
        const { viewer } = await lost.get<{ viewer: { user: { sessions: { id: string; isCurrent: boolean }[] } } }>(
          '{ viewer { user { sessions { id isCurrent } } } }',
        );
        const id = viewer.user.sessions.find(({ isCurrent }) => isCurrent)?.id;
        await here.get('mutation ($id: ID!) { revokeSession(input: { id: $id }) { __typename } }', { id });
      } else if (how === 'revokeOtherSessions') await here.get('mutation { revokeOtherSessions { __typename } }');
      else await lost.at(world.url).post('/auth/sign-out', {});

      expect(await socket.ended).toBe(SIGNED_OUT);
      await events.ended;
      expect(await lost.get(WHO)).toEqual({ viewer: null });
      expect(await here.get(WHO)).toEqual({ viewer: { user: { email: 'kenji@northlight.example' } } });
    },
  );
});
