import { uuidv7 } from '@atelier/service-kit/ids';
import { createLogger } from '@atelier/service-kit/log';
import type { Revocation } from '@atelier/service-kit/revocations';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { Credentials } from '@atelier/service-kit/viewer-source';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { createViewers, scopeOf, type Viewers } from './viewer.ts';

const cookie = (value: string, studioSlug: string | null = 'ink'): Credentials => ({
  cookieHeader: value,
  authorization: null,
  studioSlug,
  address: null,
  userAgent: null,
  as: null,
});
const ada: Viewer = { kind: 'user', userId: uuidv7(), sessionId: uuidv7(), studio: null };

let clock: number;
let asked: Credentials[];
let answer: () => Promise<Viewer>;
let revoke: (what: Revocation) => void;
let signed: number;
let viewers: Viewers;

beforeEach(() => {
  clock = Date.parse('2026-11-22T10:00:00Z');
  asked = [];
  signed = 0;
  answer = async () => ada;
  viewers = createViewers({
    source: {
      resolve(credentials) {
        asked.push(credentials);
        return answer();
      },
      onRevoked(listener) {
        revoke = listener;
        return () => {};
      },
    },
    signer: {
      async sign() {
        signed += 1;
        return `token ${signed}`;
      },
    },
    logger: createLogger({ service: 'router', level: 'silent' }),
    now: () => new Date(clock),
  });
});

describe('a viewer', () => {
  test('is asked for once in 30 seconds, by cookie, studio and view', async () => {
    await Promise.all([viewers.resolve(cookie('a')), viewers.resolve(cookie('a'))]);
    await viewers.resolve(cookie('a'));
    expect(asked).toHaveLength(1);
    await viewers.resolve(cookie('a', 'clay'));
    await viewers.resolve(cookie('b'));
    expect(asked).toHaveLength(3);
    await viewers.resolve({ ...cookie('b'), as: 'contact' });
    expect(asked).toHaveLength(4);
    clock += 30_001;
    await viewers.resolve(cookie('a'));
    expect(asked).toHaveLength(5);
  });

  test('without cookie or key is anonymous, and accounts is not asked', async () => {
    expect((await viewers.resolve({ ...cookie('a'), cookieHeader: null })).viewer).toEqual({ kind: 'anonymous' });
    expect(asked).toHaveLength(0);
  });

  test('whose studio is no slug has none', async () => {
    await viewers.resolve(cookie('a', "x' or 1=1"));
    expect(asked[0]?.studioSlug).toBeNull();
  });

  test('is forgotten at once when revoked, and only then', async () => {
    await viewers.resolve(cookie('a'));
    revoke({ sessionId: uuidv7() });
    await viewers.resolve(cookie('a'));
    expect(asked).toHaveLength(1);
    answer = async () => ({ kind: 'anonymous' });
    revoke({ sessionId: ada.sessionId });
    expect((await viewers.resolve(cookie('a'))).viewer).toEqual({ kind: 'anonymous' });
  });

  test('is asked for anew where word of a revocation may have been lost, and whoever listens is told', async () => {
    const heard: unknown[] = [];
    viewers.onRevoked((what) => heard.push(what));
    await viewers.resolve(cookie('a'));
    viewers.doubt();
    await viewers.resolve(cookie('a'));
    expect(asked).toHaveLength(2);
    expect(heard).toEqual(['unknown']);
  });

  test('that was being asked for while it was revoked is not remembered', async () => {
    const slow = Promise.withResolvers<Viewer>();
    answer = () => slow.promise;
    const pending = viewers.resolve(cookie('a'));
    revoke({ userId: ada.userId });
    slow.resolve(ada);
    await pending;
    answer = async () => ({ kind: 'anonymous' });
    expect((await viewers.resolve(cookie('a'))).viewer).toEqual({ kind: 'anonymous' });
  });

  test('that is known is served for 5 minutes while accounts does not answer; a new one is UNAVAILABLE', async () => {
    await viewers.resolve(cookie('a'));
    answer = () => Promise.reject(new Error('down'));
    clock += 4 * 60_000;
    expect((await viewers.resolve(cookie('a'))).viewer).toEqual(ada);
    await expect(viewers.resolve(cookie('b'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    clock += 61_000;
    await expect(viewers.resolve(cookie('a'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('that was revoked is not served while accounts does not answer', async () => {
    await viewers.resolve(cookie('a'));
    answer = () => Promise.reject(new Error('down'));
    revoke({ userId: ada.userId });
    await expect(viewers.resolve(cookie('a'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('is signed once, and anew before the signature could end within an operation', async () => {
    const resolved = await viewers.resolve(cookie('a'));
    expect([await resolved.token(), await resolved.token()]).toEqual(['token 1', 'token 1']);
    clock += 15_001;
    expect(await resolved.token()).toBe('token 2');
  });
});

test('two viewers have one scope only when nothing could tell their answers apart', () => {
  const studio = { id: uuidv7(), memberId: uuidv7(), role: 'artist' as const };
  const base: Viewer = { ...ada, studio };
  expect(scopeOf(base)).toBe(scopeOf({ ...base, sessionId: uuidv7() }));
  const others: Viewer[] = [
    { ...base, userId: uuidv7() },
    { ...base, studio: { ...studio, id: uuidv7() } },
    { ...base, studio: { ...studio, role: 'guest' } },
    { kind: 'apiKey', keyId: uuidv7(), userId: ada.userId, scopes: [], studio },
  ];
  for (const other of others) expect(scopeOf(other)).not.toBe(scopeOf(base));
});
