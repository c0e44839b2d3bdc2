import { type InvalidInput, invalidInput, notFound, unauthenticated } from '@atelier/service-kit/errors';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { Store } from '../store.ts';
import { type FreshProofNeeded, proofNeeded } from '../users/proof.ts';
import type { UserRepository } from '../users/user.repository.ts';
import type { User } from '../users/user.ts';
import { type FactorRepository, type Passkey, removePasskey } from './factors.repository.ts';

const NAME_LIMIT = 60;

export interface FactorService {
  /** The passkeys of the person who asks, the oldest first; none of anybody else's. */
  passkeys(user: User): Promise<Passkey[]>;
  /** Null for a passkey of anybody else. */
  passkey(id: string): Promise<Passkey | null>;
  /** Null without an authenticator app. */
  recoveryCodesLeft(user: User): Promise<number | null>;
  rename(id: string, name: string): Promise<User | InvalidInput>;
  /** Asks for a fresh proof first. */
  remove(id: string): Promise<User | FreshProofNeeded>;
}

/** What a person signs in with besides a password: seen and changed by that person alone. */
export function factorService(options: {
  viewer: Viewer;
  store: Store;
  users: UserRepository;
  factors: FactorRepository;
  now: () => Date;
}): FactorService {
  const { viewer, store, users, factors, now } = options;

  /** @throws UNAUTHENTICATED for everybody without an account */
  function person(): Viewer & { kind: 'user' } {
    if (viewer.kind !== 'user') throw unauthenticated();
    return viewer;
  }

  const isOwn = (user: User): boolean => viewer.kind === 'user' && viewer.userId === user.id;

  async function present(userId: string): Promise<User> {
    const user = await users.byId(userId);
    if (user === null) throw notFound();
    return user;
  }

  return {
    passkeys: async (user) => (isOwn(user) ? factors.passkeysOf(user.id) : []),

    async passkey(id) {
      if (viewer.kind !== 'user') return null;
      return (await factors.passkeysOf(viewer.userId)).find((each) => each.id === id) ?? null;
    },

    recoveryCodesLeft: async (user) => (isOwn(user) ? factors.codesLeft(user.id) : null),

    async rename(id, name) {
      const { userId } = person();
      const given = name.trim().replace(/\s+/g, ' ');
      if (given === '') return invalidInput('REQUIRED', 'Give the passkey a name that you know it by.', ['input', 'name']);
      if (given.length > NAME_LIMIT) return invalidInput('TOO_LONG', `The name has at most ${NAME_LIMIT} characters.`, ['input', 'name']);
      if ((await factors.rename(userId, id, given)) === null) throw notFound();
      return present(userId);
    },

    async remove(id) {
      const asking = person();
      const { userId, sessionId } = asking;
      const needed = proofNeeded(await users.provedAt(userId, sessionId), now());
      if (needed !== null) return needed;
      const user = await present(userId);
      const { result: wasThere, tell } = await store.audit.changeAccount(await store.audit.self(asking), async (tx) => {
        const result = await removePasskey(tx, userId, id);
        return { result, happening: result ? { kind: 'SECOND_FACTOR_REMOVED', after: { factor: 'passkey' } } : null };
      });
      if (wasThere) {
        store.revocations.publish({ userId });
        await store.tellOwnPages(userId);
        await tell();
        await store.mails.request({
          template: 'security-changed',
          to: { email: user.email },
          locale: user.locale,
          studioId: null,
          data: { name: user.name, change: 'passkey-removed', url: `${store.publicUrl}/forgot-password` },
        });
      }
      return user;
    },
  };
}
