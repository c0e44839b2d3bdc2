import type { Transaction } from '@atelier/service-kit/database';
import { type ErasedTable, erasePerson, eraseStudio, PERSON_ERASED } from '@atelier/service-kit/erase';
import { uuidv7 } from '@atelier/service-kit/ids';
import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import type { Doer } from '../audit-log/audit-log.ts';
import { forgetLogLater } from '../audit-log/check-logs.service.ts';
import { signInTables } from '../auth/personal-data.ts';
import { erasureChanges, unfinishedAccountsOf, unfinishedOf } from '../erasures/erasure.repository.ts';
import { completeWhereWhole, type ErasureParts, prepareReceipt, removeStudio, tellAndWait } from '../erasures/erasure.service.ts';
import { removeFilesLater } from '../exports/remove-files.service.ts';
import { personalData } from '../personal-data.ts';
import { PICTURE_GRACE_MS, PICTURES_SWEEP_TASK } from '../pictures/sweep-pictures.service.ts';
import { studioSubject } from '../store.ts';
import { studioRepository } from '../studios/studio.repository.ts';
import { userRepository } from '../users/user.repository.ts';
import type { User } from '../users/user.ts';
import { ACCOUNT_DUE_TASK, cancelDeletion } from './account-deletion.service.ts';
import {
  accountDeletionChanges,
  deletionReads,
  idsEverOf,
  lockPeople,
  removeInvitations,
  studioDeletionChanges,
  studioDeletionReads,
} from './deletion.repository.ts';
import { leavingOf } from './deletion.ts';
import { STUDIO_DUE_TASK } from './studio-deletion.service.ts';

/** The nightly job that carries out what is due and was missed, and deletes receipts whose time is over. */
export const DUE_SWEEP_TASK = 'deletions.sweep';

const NOWHERE = { studioId: null };
const SWEPT_AT_ONCE = 500;
const SYSTEM: Doer = { actorKind: 'system', actorId: null, address: null, userAgent: null };

/** The jobs of this room. */
export function deletionJobs(parts: ErasureParts): Record<string, TaskHandler> {
  return {
    [STUDIO_DUE_TASK]: (payload) => carryOutStudio(parts, (payload as { studioId: string }).studioId),
    [ACCOUNT_DUE_TASK]: (payload) => carryOutAccount(parts, (payload as { userId: string }).userId),
    [DUE_SWEEP_TASK]: async () => {
      const { store, now } = parts;
      const reads = store.signIn.reads(NOWHERE);
      const people = new Set([
        ...(await deletionReads.dueAccounts(reads, now(), SWEPT_AT_ONCE)),
        ...(await unfinishedAccountsOf(store.database.reads(NOWHERE), SWEPT_AT_ONCE)),
      ]);
      const due = [
        ...(await deletionReads.dueStudios(reads, now(), SWEPT_AT_ONCE)).map((id) => () => carryOutStudio(parts, id)),
        ...[...people].map((id) => () => carryOutAccount(parts, id)),
      ];
      // One that fails keeps no other waiting.
      const failures: unknown[] = [];
      for (const carryOut of due) await carryOut().catch((error: unknown) => failures.push(error));
      await store.database.transaction(NOWHERE, (tx) => erasureChanges.purge(tx, now()));
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Removes a studio that is due, unless somebody has undone it: whoever takes the row first has decided. */
async function carryOutStudio(parts: ErasureParts, studioId: string): Promise<void> {
  const { store, now } = parts;
  const reads = store.database.reads({ studioId });
  const waiting = await studioDeletionReads.one(reads, studioId);
  if (waiting === null || waiting.dueAt > now()) return;
  const owners = (await studioDeletionReads.leaders(reads, studioId)).filter(({ role }) => role === 'owner');
  const studio = await studioRepository(reads).byId(studioId);
  const receipt = await prepareReceipt(
    store,
    'STUDIO',
    owners.map(({ email, name }) => ({ email, name, locale: studio?.locale ?? null })),
  );
  const id = uuidv7(now().getTime());
  await store.database.transaction({ studioId }, async (tx) => {
    const taken = await studioDeletionChanges.take(tx, studioId, now());
    if (taken === null) return;
    await erasureChanges.begin(tx, {
      id,
      kind: 'STUDIO',
      subjectId: studioId,
      ...receipt,
      requestedAt: taken.requestedAt,
      beganAt: now(),
    });
    await removeStudio(tx, parts, studioId, id);
    await finish(tx, parts, id, []);
  });
}

/**
 * Erases a person who is due, studio after studio, and the account last. After a crash it goes on where it was: what is erased is no
 * longer found. Where studios would be left without an owner by now, nothing is deleted, and the person hears why.
 */
async function carryOutAccount(parts: ErasureParts, userId: string): Promise<void> {
  const { store, now } = parts;
  const reads = () => store.signIn.reads(NOWHERE);
  const waiting = await deletionReads.account(reads(), userId);
  const user = await userRepository(store.signIn).byId(userId);
  if (waiting === null || user === null) {
    const unfinished = await unfinishedOf(store.database.reads(NOWHERE), userId);
    return unfinished === null ? undefined : finishAccount(parts, userId, unfinished);
  }
  if (waiting.dueAt > now()) return;
  const { needOwner, gone } = leavingOf(await deletionReads.leaving(reads(), userId, now()));
  if (needOwner.length > 0 && (await callOff(parts, user, needOwner))) return;

  const receipt = await prepareReceipt(store, 'ACCOUNT', [user]);
  const claimed = await store.signIn.transaction(NOWHERE, (tx) => accountDeletionChanges.claim(tx, userId, uuidv7(now().getTime()), now()));
  if (claimed === null) return;
  const { erasureId, requestedAt } = claimed;
  await store.database.transaction(NOWHERE, (tx) =>
    erasureChanges.begin(tx, { id: erasureId, kind: 'ACCOUNT', subjectId: userId, ...receipt, requestedAt, beganAt: now() }),
  );
  for (const { id: studioId } of gone) {
    await store.database.transaction({ studioId }, async (tx) => {
      const people = await lockPeople(tx, studioId);
      // Gone before a crash.
      if (people.length === 0) return;
      if (people.some((each) => each.userId !== userId)) throw new Error('Somebody joined the studio of a person who is leaving.');
      await removeStudio(tx, parts, studioId, erasureId);
    });
  }
  for (const studioId of await deletionReads.studiosEver(reads(), userId)) {
    await store.database.transaction({ studioId }, (tx) => leaveStudio(tx, parts, { studioId, userId, erasureId }));
  }
  for (const { studioId } of await deletionReads.invitationsTo(reads(), user.email)) {
    await store.database.transaction({ studioId }, async (tx) => {
      const count = await removeInvitations(tx, studioId, user.email);
      await erasureChanges.add(tx, erasureId, goneFrom('accounts.invitations', 'invitations', count), []);
    });
  }
  await store.signIn.transaction(NOWHERE, async (tx) => {
    // Another run was here first.
    if ((await accountDeletionChanges.claim(tx, userId, erasureId, now())) === null) return;
    const secrets = goneFrom(
      'auth.verifications',
      'auth.verifications',
      await accountDeletionChanges.removeVerifications(tx, userId, user.email),
    );
    const rows = await erasePerson(tx, 'auth', signInTables, { userId, memberIds: [] }, now());
    // Said before it holds, by the role that may: after a crash between the two it is erased, and said, once more.
    await store.database.transaction(NOWHERE, (saying) => erasureChanges.say(saying, erasureId, 'auth', [...rows, ...secrets]));
  });
  await finishAccount(parts, userId, erasureId);
}

/** The account is gone; what is left is to say so, which a crash may have kept from being said. */
async function finishAccount(parts: ErasureParts, userId: string, erasureId: string): Promise<void> {
  const { store, now } = parts;
  store.revocations.publish({ userId });
  // Their own log stays for a while, under their id alone.
  await store.database.transaction({ studioId: userId }, async (tx) => {
    await removeFilesLater(tx, userId);
    const log = await eraseStudio(tx, 'accounts', personalData, now());
    await forgetLogLater(tx, now());
    await finish(tx, parts, erasureId, log);
  });
}

/** Ends a membership and erases the person from the studio, here at once and everywhere by the event. */
async function leaveStudio(
  tx: Transaction,
  parts: ErasureParts,
  who: { studioId: string; userId: string; erasureId: string },
): Promise<void> {
  const { store, now } = parts;
  const { studioId, userId, erasureId } = who;
  const people = await lockPeople(tx, studioId);
  const memberIds = await idsEverOf(tx, studioId, userId);
  // Another run was here first.
  if (memberIds.length === 0) return;
  const member = people.find((each) => each.userId === userId);
  if (member?.role === 'owner' && !people.some((each) => each.role === 'owner' && each.userId !== userId)) {
    throw new Error('The last owner of a studio with members is leaving.');
  }
  if (member !== undefined) {
    await store.activity.record(tx, {
      subject: studioSubject(studioId),
      entity: { typename: 'Member', id: member.id },
      verb: 'member.removed',
      actor: { kind: 'system', id: null },
      before: { role: member.role },
      audienceBefore: ['team'],
      audienceAfter: [],
      event: { type: 'member.removed', data: { memberId: member.id, userId, studioId } },
    });
    await store.audit.record(tx, SYSTEM, {
      kind: 'MEMBER_REMOVED',
      target: { type: 'Member', id: member.id },
      before: { role: member.role },
      after: { because: 'account deleted' },
    });
  }
  await removeFilesLater(tx, studioId, userId);
  const erased = await erasePerson(tx, 'accounts', personalData, { memberIds, userId }, now());
  await tellAndWait(tx, parts, { type: PERSON_ERASED, studioId, data: { userId, memberIds } }, erasureId, erased);
}

/** Nothing is deleted: studios would be left without an owner. False where it is being carried out already. */
async function callOff({ store }: ErasureParts, user: User, needOwner: readonly { name: string }[]): Promise<boolean> {
  const nobody = { userId: user.id, by: 'stranger', address: null, userAgent: null } as const;
  const { result: undone, tell } = await cancelDeletion(store, nobody);
  if (undone === null) return false;
  await tell();
  await store.tellOwnPages(user.id);
  await store.mails.request({
    template: 'account-deletion-stopped',
    to: { email: user.email },
    locale: user.locale,
    studioId: null,
    data: { name: user.name, studios: needOwner.map(({ name }) => name).join(', '), url: `${store.publicUrl}/security` },
  });
  return true;
}

/** Everything here is erased, and all were told. Said once, with what was erased last. */
async function finish(tx: Transaction, parts: ErasureParts, erasureId: string, erased: readonly ErasedTable[]): Promise<void> {
  if (!(await erasureChanges.told(tx, erasureId, parts.now()))) return;
  await erasureChanges.add(tx, erasureId, erased, []);
  // Pictures that nobody has any more: at once, and those that were sent within the last hour when it is over.
  await addJob(tx, 'accounts', PICTURES_SWEEP_TASK, {});
  await addJob(tx, 'accounts', PICTURES_SWEEP_TASK, {}, { runAt: new Date(parts.now().getTime() + PICTURE_GRACE_MS) });
  await completeWhereWhole(tx, parts, erasureId);
}

function goneFrom(table: string, declared: string, gone: number): ErasedTable[] {
  const holds = personalData[declared]?.holds;
  if (holds === undefined) throw new Error(`Nobody has said what ${declared} holds: declare it in personal-data.ts.`);
  return gone === 0 ? [] : [{ table, holds, gone, emptied: 0, kept: null }];
}
