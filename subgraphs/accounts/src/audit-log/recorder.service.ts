import { type Database, isUniqueViolation, type Session, type Transaction } from '@atelier/service-kit/database';
import { uuidv7 } from '@atelier/service-kit/ids';
import type { Logger } from '@atelier/service-kit/log';
import { studioOf, type Viewer } from '@atelier/service-kit/viewer';
import { auditLogChanges, auditLogReads, auditSources } from './audit-log.repository.ts';
import { ONE_LINE } from './audit-log.table.ts';
import {
  type AccountDoer,
  type ActorKind,
  type Doer,
  type Happening,
  type Origin,
  type PersonEvent,
  personEvent,
  type Target,
  toOrigin,
} from './audit-log.ts';
import type { Chain, Check } from './chain.ts';
import { untoldEvents } from './untold.repository.ts';

/** Writes and checks logs. */
export interface AuditRecorder {
  /** Who asks and from where, before the transaction: a person's address is the one that their session was last seen at. */
  doer(viewer: Viewer): Promise<Doer>;
  /**
   * Adds a line to the log of the transaction's studio, with the change or not at all: two statements. Record last, after the activity:
   * whoever else adds a line to this log waits for the commit.
   */
  record(tx: Transaction, doer: Doer, happening: Happening): Promise<void>;
  /**
   * The same, unless it was told since a moment: this event, or where it has no id, this kind about this target. Of two processes one
   * writes; tells whether it was this one.
   */
  recordOnce(tx: Transaction, doer: Doer, happening: Happening & { target: Target }, once: Once): Promise<boolean>;
  /** Tells that a member was kept out for want of a second factor: once a day, however often they come. Never throws. */
  recordKeptOut(member: { studioId: string; memberId: string }, origin: Origin): Promise<void>;
  /** Keeps the names of members who are about to leave. */
  remember(tx: Transaction, memberIds: readonly string[]): Promise<void>;
  /**
   * Tells of a person's account: in the log of every studio that it opens, and last in the person's own. Each line once, however often it
   * is told. What cannot be written is an error in the process's log, not the person's; a job tries again with what was noted.
   */
  recordForPerson(event: PersonEvent): Promise<void>;
  /** Who changes their own account, signed in, and from where; before the change, which may end that session. */
  self(viewer: Viewer & { kind: 'user' }): Promise<AccountDoer>;
  /**
   * Changes somebody's account as the role of sign-in. What happened, where something did, is noted in the same transaction; call `tell`
   * to have it told: should the process die before, a job does.
   */
  changeAccount<Result>(
    doer: AccountDoer,
    change: (tx: Transaction) => Promise<{ result: Result; happening: Happening | null }>,
  ): Promise<{ result: Result; tell(): Promise<void> }>;
  /** Reads a log from its first line to its last. The session's scope is whose it is. */
  verify(session: Session, studioId: string): Promise<Check>;
}

type Event = Pick<PersonEvent, 'eventId' | 'at'>;

interface Once {
  since: Date;
  eventId?: string;
}

interface Options {
  /** The domain's role. */
  database: Pick<Database, 'transaction'>;
  /** The role of sign-in: knows sessions, and where a person belongs. */
  signIn: Pick<Database, 'reads' | 'transaction'>;
  chain: Chain;
  now: () => Date;
  logger: Pick<Logger, 'error'>;
}

const NOWHERE = { studioId: null };
const READ_AT_ONCE = 500;
const MOST_LINES = 2_147_483_647;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How many members who were kept out are remembered, so that not each of their requests asks the database. */
const MOST_KEPT_OUT = 10_000;

/** Makes what writes and checks logs. */
export function createAuditRecorder({ database, signIn, chain, now, logger }: Options): AuditRecorder {
  const keptOut = new Map<string, number>();
  const newEvent = (): Event => {
    const at = now();
    return { eventId: uuidv7(at.getTime()), at };
  };

  async function write(tx: Transaction, doer: Doer, happening: Happening, event: Event, once?: Once): Promise<boolean> {
    const { studioId } = tx.scope;
    if (studioId === null) throw new Error('A line belongs to a log: name its studio, or its person.');
    const head = await auditLogChanges.lockHead(tx, studioId);
    if (once !== undefined) {
      const wanted = { kind: happening.kind, targetId: happening.target?.id ?? null, eventId: once.eventId ?? null };
      if (await auditLogReads.isTold(tx, studioId, once.since, wanted)) return false;
    }
    const content = {
      ...doer,
      studioId,
      number: head.number + 1,
      ...event,
      kind: happening.kind,
      targetType: happening.target?.type ?? null,
      targetId: happening.target?.id ?? null,
      before: happening.before ?? null,
      after: happening.after ?? null,
    };
    await auditLogChanges.append(tx, { ...content, ...chain.seal(content, head.hash) });
    return true;
  }

  const recorder: AuditRecorder = {
    async doer(viewer) {
      const origin = viewer.kind === 'user' ? await auditSources.sessionOrigin(signIn.reads(NOWHERE), viewer.sessionId) : null;
      return { ...actorOf(viewer), ...toOrigin(origin?.address ?? null, origin?.userAgent ?? null) };
    },

    async record(tx, doer, happening) {
      await write(tx, doer, happening, newEvent());
    },

    recordOnce: (tx, doer, happening, once) =>
      write(tx, doer, happening, once.eventId === undefined ? newEvent() : { eventId: once.eventId, at: now() }, once),

    async recordKeptOut({ studioId, memberId }, origin) {
      const at = now().getTime();
      if ((keptOut.get(memberId) ?? Number.NEGATIVE_INFINITY) > at - DAY_MS) return;
      keptOut.delete(memberId);
      keptOut.set(memberId, at);
      for (const oldest of keptOut.keys()) {
        if (keptOut.size <= MOST_KEPT_OUT) break;
        keptOut.delete(oldest);
      }
      const happening = { kind: 'MEMBER_KEPT_OUT', target: { type: 'Member', id: memberId } } as const;
      try {
        await database.transaction({ studioId }, (tx) =>
          recorder.recordOnce(tx, { actorKind: 'member', actorId: memberId, ...origin }, happening, { since: new Date(at - DAY_MS) }),
        );
      } catch (error) {
        keptOut.delete(memberId);
        logger.error({ err: error, kind: happening.kind }, 'an event of sign-in is missing from the audit log');
      }
    },

    async remember(tx, memberIds) {
      if (tx.scope.studioId !== null) await auditLogChanges.remember(tx, tx.scope.studioId, memberIds);
    },

    async recordForPerson(event) {
      const { userId, by, address, userAgent, happening, eventId, at } = event;
      try {
        const memberships = await auditSources.membershipsOf(signIn.reads(NOWHERE), userId);
        const logs = [
          ...memberships.map(({ studioId, memberId }) => ({ studioId, kind: 'member' as const, id: memberId })),
          // Last, since with it goes what was noted.
          { studioId: userId, kind: 'person' as const, id: userId },
        ];
        for (const { studioId, kind, id } of logs) {
          const actor: { actorKind: ActorKind; actorId: string | null } =
            by === 'self' ? { actorKind: kind, actorId: id } : { actorKind: 'stranger', actorId: null };
          const target = happening.target ?? (kind === 'member' ? { type: 'Member' as const, id } : null);
          await unlessTold(() =>
            database.transaction({ studioId }, (tx) =>
              write(tx, { ...actor, address, userAgent }, { ...happening, target }, { eventId, at }),
            ),
          );
        }
      } catch (error) {
        logger.error({ err: error, kind: happening.kind }, 'an event of sign-in is missing from the audit log');
      }
    },

    async self(viewer) {
      const { address, userAgent } = await recorder.doer(viewer);
      return { userId: viewer.userId, by: 'self', address, userAgent };
    },

    async changeAccount(doer, change) {
      const { result, event } = await signIn.transaction(NOWHERE, async (tx) => {
        const { result, happening } = await change(tx);
        const event = happening === null ? null : personEvent(doer, happening, now());
        if (event !== null) await untoldEvents.note(tx, event);
        return { result, event };
      });
      return { result, tell: async () => (event === null ? undefined : recorder.recordForPerson(event)) };
    },

    async verify(session, studioId) {
      const check = chain.check();
      let after = 0;
      const readTo = async (last: number): Promise<void> => {
        for (;;) {
          const lines = await auditLogReads.inOrder(session, studioId, { after, last, limit: READ_AT_ONCE });
          for (const line of lines) check.take(line);
          after = lines.at(-1)?.number ?? after;
          if (lines.length < READ_AT_ONCE) return;
        }
      };
      await readTo(MOST_LINES);
      // A line and the end of its log commit together: those that came meanwhile are there by now.
      const head = await auditLogReads.head(session, studioId);
      if (head !== null) await readTo(head.number);
      check.end(head);
      return check;
    },
  };
  return recorder;
}

/** Somebody else may have told it: the job, of a process that is slow and not dead. */
async function unlessTold(write: () => Promise<boolean>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isUniqueViolation(error, ONE_LINE)) throw error;
  }
}

function actorOf(viewer: Viewer): Pick<Doer, 'actorKind' | 'actorId'> {
  switch (viewer.kind) {
    case 'user':
      return studioOf(viewer) === null
        ? { actorKind: 'person', actorId: viewer.userId }
        : { actorKind: 'member', actorId: viewer.studio?.memberId ?? null };
    case 'apiKey':
      return { actorKind: 'apiKey', actorId: viewer.keyId };
    case 'contact':
      return { actorKind: 'contact', actorId: viewer.contactId };
    default:
      return { actorKind: 'system', actorId: null };
  }
}
