import { type InvalidInput, notFound, unauthenticated } from '@atelier/service-kit/errors';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { Happening } from '../audit-log/audit-log.ts';
import type { Store } from '../store.ts';
import type { Session } from './session.ts';
import { sessionChanges, type UserRepository } from './user.repository.ts';
import { checkProfile, type Profile, type User } from './user.ts';

export interface UserService {
  /** The person who asks; null for everybody who is no person with an account. */
  viewer(): Promise<User | null>;
  /** Null for anybody but the person who asks. */
  find(id: string): Promise<User | null>;
  /** The present session first, then the last seen first. */
  sessions(user: User): Promise<Session[]>;
  /** Null for a session of anybody else. */
  session(id: string): Promise<Session | null>;
  isCurrent(session: Session): boolean;
  update(profile: Partial<Profile>): Promise<User | InvalidInput>;
  /** Ends a session of the person who asks, wherever it is. */
  endSession(id: string): Promise<User>;
  endOtherSessions(): Promise<User>;
}

/** A person's own account. Nobody else ever reads or changes it here. */
export function userService(options: { viewer: Viewer; store: Store; users: UserRepository; now: () => Date }): UserService {
  const { viewer, store, users, now } = options;

  /** @throws UNAUTHENTICATED for everybody without an account, API keys included */
  function person(): Viewer & { kind: 'user' } {
    if (viewer.kind !== 'user') throw unauthenticated();
    return viewer;
  }

  async function present(userId: string): Promise<User> {
    const user = await users.byId(userId);
    if (user === null) throw notFound();
    return user;
  }

  async function end(change: typeof sessionChanges.end, id: string): Promise<User> {
    const asking = person();
    const { result: ended, tell } = await store.audit.changeAccount(await store.audit.self(asking), async (tx) => {
      const result = await change(tx, asking.userId, id);
      return { result, happening: sessionsEnded(result) };
    });
    for (const sessionId of ended) store.revocations.publish({ sessionId });
    await tell();
    return present(asking.userId);
  }

  const service: UserService = {
    viewer: async () => (viewer.kind === 'user' ? users.byId(viewer.userId) : null),

    find: async (id) => (viewer.kind === 'user' && viewer.userId === id ? users.byId(id) : null),

    async sessions(user) {
      const { userId, sessionId } = person();
      if (user.id !== userId) throw notFound();
      const found = await users.sessionsOf(userId, now());
      return found.sort((a, b) => Number(b.id === sessionId) - Number(a.id === sessionId));
    },

    async session(id) {
      if (viewer.kind !== 'user') return null;
      return (await users.sessionsOf(viewer.userId, now())).find((session) => session.id === id) ?? null;
    },

    isCurrent: (session) => viewer.kind === 'user' && session.id === viewer.sessionId,

    async update(profile) {
      const { userId } = person();
      const checked = checkProfile(profile);
      if ('__typename' in checked) return checked;
      const user = await users.update(userId, checked, now());
      if (user === null) throw notFound();
      await store.tellOwnPages(userId);
      return user;
    },

    endSession: (id) => end(sessionChanges.end, id),

    endOtherSessions: async () => end(sessionChanges.endOthers, person().sessionId),
  };
  return service;
}

function sessionsEnded(ids: readonly string[]): Happening | null {
  const [first] = ids;
  if (first === undefined) return null;
  return ids.length === 1
    ? { kind: 'SESSION_ENDED', target: { type: 'Session', id: first } }
    : { kind: 'SESSION_ENDED', before: { sessions: ids.length } };
}
