import type { ActorRef, RecordInput } from '@atelier/service-kit/activity';
import type { Session, Transaction } from '@atelier/service-kit/database';
import { type AddJobOptions, addJob } from '@atelier/service-kit/jobs';
import { onDemand } from '@atelier/service-kit/on-demand';
import { RequestStore } from '@atelier/service-kit/request-store';
import type { Kit, RequestScope } from '@atelier/service-kit/subgraph';
import { type ClientRepository, clientRepository } from './clients/client.repository.ts';
import { type ContactRepository, contactRepository } from './contacts/contact.repository.ts';

/** The repositories of all rooms over one session, with their loaders. */
export interface Repositories {
  readonly clients: ClientRepository;
  readonly contacts: ContactRepository;
}

/** What happened, without what is the same for a whole use case. */
export type Change = Omit<RecordInput, 'subject' | 'actor' | 'at'>;

/** A use case that writes: repositories inside its transaction, and what follows from it. */
export interface Unit extends Repositories {
  /** The moment of the use case. */
  readonly now: Date;
  /** Writes what happened; call it last. */
  record(actor: ActorRef, change: Change): Promise<void>;
  /** Adds a job that starts when the use case has committed. */
  later(task: string, payload: unknown, options?: AddJobOptions): Promise<void>;
}

/** The data of one request. */
export type Store = RequestStore<Repositories, Unit>;

const open = onDemand<Session, Repositories>({ clients: clientRepository, contacts: contactRepository });

/** The repositories inside a transaction. The subject of all changes is the studio: who looks at its clients hears of each. */
export function openUnit(tx: Transaction, { activity, runtime }: Kit): Unit {
  const now = runtime.now();
  return Object.assign(open(tx), {
    now,
    async record(actor: ActorRef, change: Change) {
      const { studioId } = tx.scope;
      if (studioId === null) throw new Error('A client belongs to a studio.');
      await activity.record(tx, { ...change, actor, at: now, subject: { type: 'studio', id: studioId } });
    },
    later: (task: string, payload: unknown, options?: AddJobOptions) => addJob(tx, 'clients', task, payload, options),
  });
}

/** The store of one request. Opens nothing until something is read. */
export const createStore = ({ reads }: RequestScope, kit: Kit): Store =>
  new RequestStore(
    () => open(reads),
    (work) => kit.database.transaction(reads.scope, (tx) => work(openUnit(tx, kit))),
  );
