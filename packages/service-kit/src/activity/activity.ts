import type { Database } from '../database/create.ts';
import type { Session, Transaction } from '../database/session.ts';
import { uuidv7 } from '../ids.ts';
import type { TaskHandler } from '../jobs/runner.ts';
import type { DomainEvent } from '../peers.ts';
import type { LiveBus } from './bus.ts';
import { channelOf, type LiveEvent, type RecordInput, type SubjectRef } from './events.ts';
import { Outbox, type Place } from './outbox.ts';
import { activityStatements, REPLAY_LIMIT, type StoredActivity } from './statements.ts';

/** The job that delivers a change's domain event; give `relay` to the job runner under this name. */
export const RELAY_TASK = 'activity.relay';

export interface ActivityOptions {
  /** The subgraph's schema; its name is the source of its domain events. */
  schema: string;
  database: Database;
  /** For sweeps of the outbox; apart from `database`, so that they are not counted with what requests cost. */
  background: Database;
  bus: LiveBus;
  onError(error: unknown): void;
  /** `peers.deliver`: throws when a subscriber failed, so that the job is tried again. */
  deliver(event: DomainEvent): Promise<void>;
}

export interface Activity {
  /**
   * Writes what happened beside the change itself, in its transaction, and takes the subject's next version: other changes
   * of that subject wait until this one has committed. Record last, and subjects always in the same order (the thing
   * before its studio), so that nobody waits long or in a circle. After the commit the live event is published.
   */
  record(tx: Transaction, input: RecordInput): Promise<{ version: number }>;
  /** The subject's version now; 0 before its first change. */
  version(session: Session, subject: SubjectRef): Promise<number>;
  /** What was published after a version, oldest first; `resync` when it is older than 24 h, or more than 500 events. */
  replay(session: Session, subject: SubjectRef, afterVersion: number): Promise<LiveEvent[] | 'resync'>;
  /** Handles an event of another subgraph once: `work` and the note that it ran commit together. False when it had run before. */
  once(tx: Transaction, eventId: string, work: () => Promise<void>): Promise<boolean>;
  /** The handler of RELAY_TASK. */
  relay: TaskHandler;
  /** Publishes, from now on, what a process left unpublished that died after a commit. */
  start(): void;
  stop(): Promise<void>;
}

/** What a subgraph does with its activity tables. */
export function createActivity(options: ActivityOptions): Activity {
  const { schema, database, bus } = options;
  const statements = activityStatements(schema, RELAY_TASK);

  /** Null for what was deleted with its studio or as demo data: there is nobody left to tell. */
  async function stored({ studioId, type, id, version }: Place): Promise<StoredActivity | null> {
    const [row] = await database.reads({ studioId }).run(statements.one, { studioId, type, id, version });
    return row ?? null;
  }
  const outbox = new Outbox({
    sweep: statements.sweep,
    database: options.background,
    async tell(place) {
      const row = await stored(place);
      return row === null || bus.publish(liveEventOf(schema, place.studioId, row));
    },
    onError: options.onError,
  });

  return {
    async record(tx, input) {
      const studioId = studioOf(tx);
      const { subject, entity, actor, event } = input;
      const changeId = uuidv7(input.at?.getTime());
      const [row] = await tx.run(statements.record, {
        studioId,
        id: changeId,
        subjectType: subject.type,
        subjectId: subject.id,
        at: input.at ?? null,
        typename: entity.typename,
        entityId: entity.id,
        verb: input.verb,
        actorKind: actor.kind,
        actorId: actor.id,
        before: jsonOf(input.before),
        after: jsonOf(input.after),
        audienceBefore: input.audienceBefore,
        audienceAfter: input.audienceAfter,
        eventType: event?.type ?? null,
        eventData: jsonOf(event?.data),
      });
      if (row === undefined) throw new Error('The activity was not written.');
      const { version, at } = row;
      tx.afterCommit(() => {
        const published = bus.publish({
          channel: channelOf(schema, studioId, subject),
          studioId,
          version,
          typename: entity.typename,
          id: entity.id,
          actor,
          audienceBefore: [...input.audienceBefore],
          audienceAfter: [...input.audienceAfter],
          at: at.toISOString(),
        });
        void outbox.watch(changeId, published);
      });
      return { version };
    },

    async version(session, subject) {
      const rows = await session.run(statements.version, { studioId: studioOf(session), ...subject });
      return rows[0]?.version ?? 0;
    },

    async replay(session, subject, afterVersion) {
      const studioId = studioOf(session);
      const values = { studioId, type: subject.type, id: subject.id };
      const [now, rows] = await Promise.all([
        session.run(statements.version, values),
        session.run(statements.after, { ...values, after: afterVersion, limit: REPLAY_LIMIT + 1 }),
      ]);
      const missed = (now[0]?.version ?? 0) - afterVersion;
      // Fewer: rows were purged. A version from the future: the database is an older copy.
      if (missed < 0 || rows.length < missed || rows.length > REPLAY_LIMIT || rows.some((row) => !row.kept)) return 'resync';
      return rows.map((row) => liveEventOf(schema, studioId, row));
    },

    async once(tx, eventId, work) {
      const rows = await tx.run(statements.inbox, { id: eventId });
      if (rows.length === 0) return false;
      await work();
      return true;
    },

    async relay(payload) {
      const place = payload as Place;
      const row = await stored(place);
      if (row === null || row.eventType === null) return;
      const { id, eventType: type, eventData } = row;
      await options.deliver({ id, type, source: schema, studioId: place.studioId, at: row.at.toISOString(), data: eventData ?? {} });
    },

    start: () => outbox.start(),
    stop: () => outbox.stop(),
  };
}

function liveEventOf(schema: string, studioId: string, row: StoredActivity): LiveEvent {
  return {
    channel: channelOf(schema, studioId, { type: row.subjectType, id: row.subjectId }),
    studioId,
    version: row.version,
    typename: row.typename,
    id: row.entityId,
    actor: { kind: row.actorKind, id: row.actorId },
    audienceBefore: row.audienceBefore,
    audienceAfter: row.audienceAfter,
    at: row.at.toISOString(),
  };
}

function studioOf(session: Session): string {
  if (session.scope.studioId === null) throw new Error('Activity belongs to a studio: open the session with its id.');
  return session.scope.studioId;
}

const jsonOf = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
