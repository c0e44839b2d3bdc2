import { z } from 'zod';
import type { Transaction } from './database.ts';
import { type ErasedTable, erasePerson, eraseStudio, PERSON_ERASED, STUDIO_REMOVED } from './erase.ts';
import type { DomainEvent } from './peers.ts';
import type { PersonalData } from './personal-data.ts';
import { sendEvent } from './send-event.ts';

/** A domain has erased, and says what: the data is an `ErasureReport`. */
export const ERASURE_REPORTED = 'erasure.reported';

/** What a domain says it has done. */
export interface ErasureReport {
  erasureId: string;
  /** The id of the event that asked for it. */
  of: string;
  tables: ErasedTable[];
}

const studioRemoved = z.object({ studioId: z.uuid(), erasureId: z.uuid().nullish() });
const personErased = z.object({ userId: z.uuid(), memberIds: z.array(z.uuid()), erasureId: z.uuid().nullish() });

/** What every domain does when a studio or a person goes, without being told in its own code. The report commits with the erasure. */
export function erasureHandlers(schema: string, data: PersonalData, now: () => Date) {
  const report = async (event: DomainEvent, tx: Transaction, erasureId: string | null | undefined, tables: ErasedTable[]) => {
    if (erasureId == null) return;
    const said: ErasureReport = { erasureId, of: event.id, tables };
    await sendEvent(tx, schema, { type: ERASURE_REPORTED, studioId: null, data: { ...said } }, now());
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
