import type { Transaction } from '@atelier/service-kit/database';
import { type ErasedTable, eraseStudio, STUDIO_REMOVED } from '@atelier/service-kit/erase';
import { ERASURE_REPORTED } from '@atelier/service-kit/erasure';
import type { DomainEvent, Peers } from '@atelier/service-kit/peers';
import { LOCALES } from '@atelier/service-kit/words';
import { z } from 'zod';
import { veiled } from '../audit-log/audit-log.ts';
import { forgetLogLater } from '../audit-log/check-logs.service.ts';
import { removeFilesLater } from '../exports/remove-files.service.ts';
import type { SealedMail } from '../mail.ts';
import { personalData } from '../personal-data.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { Store } from '../store.ts';
import { erasureChanges } from './erasure.repository.ts';
import { type Erasure, RECEIPT_DAYS, waitingKey } from './erasure.ts';
import { tellOfErasure } from './tell.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What erasing stands on. */
export interface ErasureParts {
  store: Store;
  peers: Pick<Peers, 'names'>;
  now: () => Date;
}

/** Where a receipt goes. */
export interface Addressee {
  email: string;
  name: string;
  /** BCP 47; null lets messaging choose. */
  locale: string | null;
}

/** A link to a receipt that will be, and the mails that will bring it: made before the addresses go. */
export async function prepareReceipt(
  store: Pick<Store, 'mails' | 'publicUrl'>,
  kind: Erasure['kind'],
  to: readonly Addressee[],
): Promise<{ tokenHash: string; mails: SealedMail[]; veiled: string[] }> {
  const token = newSecret();
  const url = `${store.publicUrl}/auth/receipt/${token}`;
  const mails = to.map(({ email, name, locale }) =>
    store.mails.seal({ template: 'erasure-receipt', to: { email }, locale, studioId: null, data: { name, what: kind.toLowerCase(), url } }),
  );
  return { tokenHash: hashSecret(token), mails: await Promise.all(mails), veiled: to.map(({ email }) => veiled(email)) };
}

/** Tells all domains of an erasure, and waits for the answers of the others. */
export async function tellAndWait(
  tx: Transaction,
  { peers, now }: Pick<ErasureParts, 'peers' | 'now'>,
  event: Pick<DomainEvent, 'type' | 'studioId' | 'data'>,
  erasureId: string,
  erasedHere: readonly ErasedTable[],
): Promise<void> {
  const eventId = await tellOfErasure(tx, { ...event, data: { ...event.data, erasureId } }, now());
  const others = peers.names().filter((name) => name !== 'accounts');
  await erasureChanges.add(
    tx,
    erasureId,
    erasedHere,
    others.map((name) => waitingKey(eventId, name)),
  );
}

/** Removes the studio of the transaction, here at once and everywhere by the event. Its links, keys, grants and sockets end with the commit. */
export async function removeStudio(tx: Transaction, parts: ErasureParts, studioId: string, erasureId: string): Promise<void> {
  const { store, now } = parts;
  await removeFilesLater(tx, studioId);
  const erased = await eraseStudio(tx, 'accounts', personalData, now());
  await tellAndWait(tx, parts, { type: STUDIO_REMOVED, studioId, data: { studioId } }, erasureId, erased);
  await forgetLogLater(tx, now());
  tx.afterCommit(() => store.revocations.publish({ studioId }));
}

/** Closes a receipt where nothing is missing, and has it mailed. */
export async function completeWhereWhole(
  tx: Transaction,
  { store, now }: Pick<ErasureParts, 'store' | 'now'>,
  erasureId: string,
): Promise<void> {
  const mails = await erasureChanges.complete(tx, erasureId, now(), new Date(now().getTime() + RECEIPT_DAYS * DAY_MS));
  for (const mail of mails ?? []) await store.mails.queue(tx, mail);
}

// A domain of the version before says it in English alone.
const words = z.union([z.string(), z.record(z.enum(LOCALES), z.string())]);

const report = z.object({
  erasureId: z.uuid(),
  of: z.uuid(),
  tables: z.array(
    z.object({
      table: z.string(),
      holds: words,
      gone: z.number(),
      emptied: z.number(),
      kept: z.object({ rows: z.number().nullable(), code: z.string().optional(), because: words, until: z.string().nullable() }).nullable(),
    }),
  ),
});

/** What this domain does when another one has erased. */
export const onErasureReported = {
  type: ERASURE_REPORTED,
  async handle(event: DomainEvent, tx: Transaction, parts: Pick<ErasureParts, 'store' | 'now'>): Promise<void> {
    const { erasureId, of, tables } = report.parse(event.data);
    await erasureChanges.answer(tx, erasureId, waitingKey(of, event.source), tables);
    await completeWhereWhole(tx, parts, erasureId);
  },
};
