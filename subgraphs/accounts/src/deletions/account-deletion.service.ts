import { type InvalidInput, notFound, unauthenticated } from '@atelier/service-kit/errors';
import { addJob } from '@atelier/service-kit/jobs';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { AccountDoer } from '../audit-log/audit-log.ts';
import type { Store } from '../store.ts';
import { type FreshProofNeeded, proofNeeded } from '../users/proof.ts';
import type { UserRepository } from '../users/user.repository.ts';
import type { User } from '../users/user.ts';
import { accountDeletionChanges, deletionReads } from './deletion.repository.ts';
import { type AccountDeletion, checkTyped, dueAt, type Leaving, type LeavingStudio, leavingOf } from './deletion.ts';

/** The job that carries an account's deletion out. Payload: `{ userId }`. */
export const ACCOUNT_DUE_TASK = 'account-deletion.due';

const NOWHERE = { studioId: null };

/** Studios would be left with members and without an owner. */
export interface StudiosNeedOwner {
  __typename: 'StudiosNeedOwner';
  message: string;
  code: 'STUDIOS_NEED_OWNER';
  path: null;
  studios: LeavingStudio[];
}

/** The account is being deleted right now. */
export interface AccountDeletionUnderWay {
  __typename: 'AccountDeletionUnderWay';
  message: string;
  code: 'DELETION_UNDER_WAY';
  path: null;
}

/** Deleting one's own account. */
export interface AccountDeletionService {
  /** The deletion that waits; null where none does, and of anybody else. */
  of(user: User): Promise<AccountDeletion | null>;
  /** What becomes of the person's studios, should they go. @throws NOT_FOUND of anybody else */
  leaving(user: User): Promise<Leaving>;
  /** Has the account deleted in 14 days. One that waits already stays as it is. */
  request(typedEmail: string): Promise<User | StudiosNeedOwner | FreshProofNeeded | InvalidInput>;
  /** Undoes it; undoing what does not wait does nothing. */
  cancel(): Promise<User | AccountDeletionUnderWay>;
}

/** What a person does about deleting their account. */
export function accountDeletionService(options: {
  viewer: Viewer;
  store: Store;
  users: UserRepository;
  now: () => Date;
}): AccountDeletionService {
  const { viewer, store, users, now } = options;
  const reads = store.signIn.reads(NOWHERE);

  async function acting(): Promise<{ viewer: Viewer & { kind: 'user' }; user: User }> {
    if (viewer.kind !== 'user') throw unauthenticated();
    const user = await users.byId(viewer.userId);
    if (user === null) throw notFound();
    return { viewer, user };
  }

  const mail = ({ name, email, locale }: User, template: 'account-deletion' | 'account-deletion-undone', due: Date) =>
    store.mails.request({
      template,
      to: { email },
      locale,
      studioId: null,
      data: { name, dueAt: due.toISOString(), url: `${store.publicUrl}/security` },
    });

  return {
    of: async (user) => (viewer.kind === 'user' && viewer.userId === user.id ? deletionReads.account(reads, user.id) : null),

    async leaving(user) {
      if (viewer.kind !== 'user' || viewer.userId !== user.id) throw notFound();
      return leavingOf(await deletionReads.leaving(reads, user.id, dueAt(now())));
    },

    async request(typedEmail) {
      const { viewer: asking, user } = await acting();
      const wrong = checkTyped(typedEmail, user.email, 'email');
      if (wrong !== null) return wrong;
      const { needOwner } = leavingOf(await deletionReads.leaving(reads, user.id, dueAt(now())));
      if (needOwner.length > 0) return studiosNeedOwner(needOwner);
      const needed = proofNeeded(await users.provedAt(user.id, asking.sessionId), now());
      if (needed !== null) return needed;
      const { result: inserted, tell } = await store.audit.changeAccount(await store.audit.self(asking), async (tx) => {
        const result = await accountDeletionChanges.insert(tx, user.id, now(), dueAt(now()));
        return { result, happening: result && { kind: 'ACCOUNT_DELETION_REQUESTED' } };
      });
      if (inserted === null) return user;
      // Where a crash comes between, the nightly sweep carries it out.
      await store.database.transaction(NOWHERE, (tx) =>
        addJob(tx, 'accounts', ACCOUNT_DUE_TASK, { userId: user.id }, { runAt: inserted.dueAt }),
      );
      await tell();
      await store.tellOwnPages(user.id);
      await mail(user, 'account-deletion', inserted.dueAt);
      return user;
    },

    async cancel() {
      const { viewer: asking, user } = await acting();
      const { result: undone, tell } = await cancelDeletion(store, await store.audit.self(asking));
      if (undone === null) return (await deletionReads.account(store.signIn.reads(NOWHERE), user.id)) === null ? user : underWay;
      await tell();
      await store.tellOwnPages(user.id);
      await mail(user, 'account-deletion-undone', undone.dueAt);
      return user;
    },
  };
}

/** Undoes a deletion, where one waits; its result is null where none does. */
export const cancelDeletion = (store: Pick<Store, 'audit'>, doer: AccountDoer) =>
  store.audit.changeAccount(doer, async (tx) => {
    const result = await accountDeletionChanges.cancel(tx, doer.userId);
    return { result, happening: result && { kind: 'ACCOUNT_DELETION_CANCELLED' } };
  });

const studiosNeedOwner = (studios: LeavingStudio[]): StudiosNeedOwner => ({
  __typename: 'StudiosNeedOwner',
  message: 'Others work in studios that only you own. Make somebody else owner there, or delete the studio.',
  code: 'STUDIOS_NEED_OWNER',
  path: null,
  studios,
});

const underWay: AccountDeletionUnderWay = {
  __typename: 'AccountDeletionUnderWay',
  message: 'The account is being deleted right now. It can no longer be undone.',
  code: 'DELETION_UNDER_WAY',
  path: null,
};
