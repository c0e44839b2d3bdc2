import { createRedisVersions, type Versions } from '@atelier/service-kit/versions';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
const made: Versions[] = [];
const silent = { warn: () => undefined };
const versions = () => {
  const each = createRedisVersions(redis.url, silent);
  made.push(each);
  return each;
};

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  await Promise.all(made.splice(0).map((each) => each.close()));
});
afterAll(() => redis.stop());

/** Asks until there is a state: the first question after a start brings one into being. */
async function stateOf(at: Versions, scope: string): Promise<string> {
  for (;;) {
    const state = await at.state([scope]);
    if (state !== null) return state;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the state of a scope', () => {
  test('is the same for all processes until one of them changes it', async () => {
    const [here, there] = [versions(), versions()];
    const before = await stateOf(here, 'projects:a');
    expect(await stateOf(there, 'projects:a')).toBe(before);
    await here.change(['projects:a'], async () => {
      expect(await there.state(['projects:a'])).toBeNull();
    });
    const after = await there.state(['projects:a']);
    expect(after).not.toBeNull();
    expect(after).not.toBe(before);
    expect(await here.state(['projects:b', 'projects:a'])).toBeNull();
  });

  test('is a new one after a change that failed, too', async () => {
    const here = versions();
    const before = await stateOf(here, 'projects:c');
    await expect(here.change(['projects:c'], () => Promise.reject(new Error('deadlock')))).rejects.toThrow('deadlock');
    expect(await here.state(['projects:c'])).not.toBe(before);
  });

  test('is nobody’s to say for two seconds after a process died in a change, and then a new one', async () => {
    const here = versions();
    // Not of those that are closed after the test: ioredis waits two seconds for the end of a connection that has ended.
    const dying = createRedisVersions(redis.url, silent);
    const before = await stateOf(here, 'projects:d');
    const begun = Promise.withResolvers<void>();
    // A process that dies neither ends its change nor says another word.
    void dying.change(['projects:d'], async () => {
      begun.resolve();
      await new Promise(() => undefined);
    });
    await begun.promise;
    await dying.close();
    expect(await here.state(['projects:d'])).toBeNull();
    expect(await stateOf(here, 'projects:d')).not.toBe(before);
  });

  test('cannot be told while Redis is away, and changes go on', async () => {
    const here = versions();
    const before = await stateOf(here, 'projects:e');
    await redis.kill();
    expect(await here.state(['projects:e'])).toBeNull();
    expect(await here.change(['projects:e'], async () => 'done')).toBe('done');
    await redis.start();
    expect(await stateOf(here, 'projects:e')).not.toBe(before);
  });
});
