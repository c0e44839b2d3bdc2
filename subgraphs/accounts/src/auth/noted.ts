import { AsyncLocalStorage } from 'node:async_hooks';
import type { BetterAuthOptions, DBAdapter, DBTransactionAdapter } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { eq } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { type AccountDoer, type Happening, type Origin, type PersonEvent, personEvent, toOrigin } from '../audit-log/audit-log.ts';
import { ADDRESS_HEADER } from '../web.ts';
import { type Decision, decisionsOf, type Fields, type Write } from './decisions.ts';
import { twoFactors } from './factors.table.ts';
import { untoldEvents } from './untold.table.ts';

interface Note {
  event: PersonEvent;
  /** Of the session that began with it. */
  token: unknown;
  /** Whoever tells it knows more of it by now. */
  isTaken: boolean;
}

/** A request, and what it has noted. */
interface Asked {
  request: Request;
  decisions: readonly Decision[];
  /** Somebody who is new has joined nothing: they came in. */
  isNewPerson: boolean;
  notes: Note[];
}

type AdapterConfig = Parameters<typeof drizzleAdapter>[1];
/** Writes by an adapter; within a transaction of its own where it is noted. */
type Work<Result> = (to: DBTransactionAdapter, within?: NodePgDatabase) => Promise<Result>;
type Inserts = Pick<NodePgDatabase, 'insert'>;

/** Where a request to sign-in came from. */
export const originOf = (request: Request | undefined): Origin =>
  toOrigin(request?.headers.get(ADDRESS_HEADER) ?? null, request?.headers.get('user-agent') ?? null);

/** Notes what happened to an account, in the transaction of the change. */
export const noteEvent = async (tx: Inserts, event: PersonEvent): Promise<void> => {
  await tx.insert(untoldEvents).values(event);
};

/**
 * Has the library's writes that decide what the audit log will tell noted with them: it runs each for itself, and offers no transaction
 * round an endpoint. Its adapter is opened, so that such a write and the note commit together.
 */
export function createNoted(db: NodePgDatabase, now: () => Date) {
  const storage = new AsyncLocalStorage<Asked>();

  async function noteIn(tx: Inserts, asked: Asked, write: Write, result: unknown): Promise<Note[]> {
    const row = fieldsOf(result);
    const userId = write.model === 'user' ? row.id : (row.userId ?? write.where.find(({ field }) => field === 'userId')?.value);
    if (result === null || result === 0 || typeof userId !== 'string') return [];
    const decision = decisionOf(asked, write);
    if (decision === undefined) return [];
    const event = personEvent({ userId, by: 'self', ...originOf(asked.request) }, decision.happening(row, write), now());
    await noteEvent(tx, event);
    return [{ event, token: row.token, isTaken: false }];
  }

  function opened(options: BetterAuthOptions, config: AdapterConfig): DBAdapter {
    const over = (tx: NodePgDatabase): DBAdapter => drizzleAdapter(tx, config)(options);

    function wrap<Adapter extends DBTransactionAdapter>(inner: Adapter, tx: NodePgDatabase | null): Adapter {
      async function run<Result>(write: Write, work: Work<Result>): Promise<Result> {
        const asked = storage.getStore();
        if (asked !== undefined && write.op === 'create' && write.model === 'user') asked.isNewPerson = true;
        if (asked === undefined || !isNoted(asked, write)) return work(inner);
        const both = async (to: DBTransactionAdapter, within: NodePgDatabase) => {
          const result = await work(to, within);
          const undone = undoneBy(asked, write);
          if (undone !== undefined) await within.delete(untoldEvents).where(eq(untoldEvents.eventId, undone.event.eventId));
          return { result, notes: await noteIn(within, asked, write, result) };
        };
        const { result, notes } = await (tx === null ? db.transaction((own) => both(over(own), own)) : both(inner, tx));
        asked.notes.push(...notes);
        return result;
      }

      return {
        ...inner,
        create: (given) => run({ op: 'create', model: given.model, sets: given.data, where: [] }, (to) => to.create(given)),
        update: (given) => run({ ...given, op: 'update', sets: given.update }, (to) => to.update(given)),
        updateMany: (given) => run({ ...given, op: 'update', sets: given.update }, (to) => to.updateMany(given)),
        incrementOne: (given) =>
          run({ ...given, op: 'update', sets: given.set ?? {} }, async (to, within) => {
            // The library looks at the codes that it replaces before it waits for their row: of two at once, both would use one up.
            const id = given.where.find(({ field }) => field === 'id')?.value;
            if (given.model === 'twoFactor' && typeof id === 'string')
              await within?.select({ id: twoFactors.id }).from(twoFactors).where(eq(twoFactors.id, id)).for('update');
            return to.incrementOne(given);
          }),
        delete: async (given) => {
          const write: Write = { ...given, op: 'delete', sets: {} };
          const asked = storage.getStore();
          if (asked === undefined || !isNoted(asked, write)) return inner.delete(given);
          // What it deletes says whose it was.
          await run(write, (to) => to.consumeOne(given));
        },
      };
    }
    const base = over(db);
    return {
      ...wrap(base, null),
      transaction: (work) => db.transaction((tx) => work(wrap(over(tx), tx))),
    };
  }

  return {
    /** The library's `database`. */
    adapter:
      (config: AdapterConfig) =>
      (options: BetterAuthOptions): DBAdapter =>
        opened(options, config),
    /** Answers a request and notes what it changes. */
    during: <Result>(request: Request, answer: () => Promise<Result>): Promise<Result> =>
      storage.run(
        { request, decisions: decisionsOf(new URL(request.url).pathname.slice('/auth'.length)), isNewPerson: false, notes: [] },
        answer,
      ),
    /** What happened, in its last words, as the event that this request has noted; a new one where it noted none. */
    eventOf(doer: AccountDoer, happening: Happening): PersonEvent {
      // Whether a device is new shows only after the session was noted.
      const kind = happening.kind === 'SIGNED_IN_FROM_NEW_DEVICE' ? 'SIGNED_IN' : happening.kind;
      const note = storage
        .getStore()
        ?.notes.find(({ event, isTaken }) => !isTaken && event.userId === doer.userId && event.happening.kind === kind);
      if (note === undefined) return personEvent(doer, happening, now());
      note.isTaken = true;
      return { ...note.event, ...doer, happening };
    },
  };
}

export type Noted = ReturnType<typeof createNoted>;

const decisionOf = ({ decisions, isNewPerson, notes }: Asked, { op, model, sets }: Write): Decision | undefined =>
  decisions.find(
    (each) =>
      each.op === op &&
      each.model === model &&
      (each.sets === undefined || each.sets in sets) &&
      (each.isFirst !== true || notes.length === 0) &&
      (each.ofKnown !== true || !isNewPerson),
  );

/** A session that ends in the request that began it let nobody in: a second factor is asked for, or it was a proof. */
const undoneBy = ({ notes }: Asked, { op, model, where }: Write): Note | undefined =>
  op === 'delete' && model === 'session'
    ? notes.find(({ token, isTaken }) => !isTaken && token !== undefined && where.some(({ value }) => value === token))
    : undefined;

const isNoted = (asked: Asked, write: Write): boolean => decisionOf(asked, write) !== undefined || undoneBy(asked, write) !== undefined;

const fieldsOf = (result: unknown): Fields =>
  typeof result === 'object' && result !== null ? Object.fromEntries(Object.entries(result)) : {};
