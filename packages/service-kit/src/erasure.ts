import { z } from 'zod';
import type { Transaction } from './database.ts';
import { type ErasedTable, erasePerson, eraseStudio, PERSON_ERASED, STUDIO_REMOVED } from './erase.ts';
import { uuidv7 } from './ids.ts';
import { addJob, type TaskHandler } from './jobs.ts';
import type { DomainEvent, Peers } from './peers.ts';
import type { PersonalData } from './personal-data.ts';

/** A domain has erased, and says what: the data is an `ErasureReport`. */
export const ERASURE_REPORTED = 'erasure.reported';
/** The job that delivers a report; its payload is the event, since of a studio that is gone no row is left to read. */
export const REPORT_TASK = 'erasure.report';

/** What a domain says it has done. */
export interface ErasureReport {
  erasureId: string;
  /** The id of the event that asked for it. */
  of: string;
  tables: ErasedTable[];
}

/** Of a domain that is away for two weeks, the report still arrives: pauses grow to six hours. */
const ATTEMPTS = 60;

const studioRemoved = z.object({ studioId: z.uuid(), erasureId: z.uuid().nullish() });
const personErased = z.object({ userId: z.uuid(), memberIds: z.array(z.uuid()), erasureId: z.uuid().nullish() });

/** What every domain does when a studio or a person goes, without being told in its own code. The report commits with the erasure. */
export function erasureHandlers(schema: string, data: PersonalData, now: () => Date) {
  const report = async (event: DomainEvent, tx: Transaction, erasureId: string | null | undefined, tables: ErasedTable[]) => {
    if (erasureId == null) return;
    const said: ErasureReport = { erasureId, of: event.id, tables };
    const told: DomainEvent = {
      id: uuidv7(now().getTime()),
      type: ERASURE_REPORTED,
      source: schema,
      studioId: null,
      at: now().toISOString(),
      data: { ...said },
    };
    await addJob(tx, schema, REPORT_TASK, told, { maxAttempts: ATTEMPTS });
  };
  return {
    [STUDIO_REMOVED]: async (event: DomainEvent, tx: Transaction): Promise<void> => {
      const { erasureId } = studioRemoved.parse(event.data);
      await report(event, tx, erasureId, await eraseStudio(tx, schema, data, now()));
    },
    [PERSON_ERASED]: async (event: DomainEvent, tx: Transaction): Promise<void> => {
      const { erasureId, ...who } = personErased.parse(event.data);
      await report(event, tx, erasureId, await erasePerson(tx, schema, data, who, now()));
    },
  };
}

/** The handler of REPORT_TASK. */
export const reportErasure =
  (peers: Peers): TaskHandler =>
  (payload) =>
    peers.deliver(payload as DomainEvent);
