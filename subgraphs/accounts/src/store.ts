import type { Activity, RecordInput } from '@atelier/service-kit/activity';
import type { Database, Transaction } from '@atelier/service-kit/database';
import type { Revocations } from '@atelier/service-kit/revocations';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { Doer, Happening, TargetType } from './audit-log/audit-log.ts';
import type { AuditRecorder } from './audit-log/recorder.service.ts';
import type { Throttle } from './auth/throttle.ts';
import type { Mails } from './mail.ts';

/** What the rooms' services share for as long as the process lives. */
export interface Store {
  /** The domain's own role: sees one studio's rows, and its viewer's memberships. */
  database: Database;
  /** The role of sign-in, past studio scope: only for what happens before a studio is known, and for a person's own account. */
  signIn: Database;
  activity: Activity;
  /** Tells the audit log of what changed in who may get in. */
  audit: AuditRecorder;
  mails: Mails;
  /** Counts what may be done so often only. */
  throttle: Pick<Throttle, 'take'>;
  revocations: Revocations;
  /**
   * Tells the pages that a person has open, in every studio of theirs, that something about their account has changed; nobody else hears
   * of it. What changed is committed by then, so this never throws: pages that were not told show it when they are opened next.
   */
  tellOwnPages(userId: string): Promise<void>;
  publicUrl: string;
}

/** Who acts, for the activity table. Domain: an API key acts as the member who made it. */
export function actorOf(viewer: Viewer): RecordInput['actor'] {
  switch (viewer.kind) {
    case 'user':
    case 'apiKey':
      return { kind: 'member', id: viewer.studio?.memberId ?? null };
    case 'contact':
      return { kind: 'contact', id: viewer.contactId };
    default:
      return { kind: 'system', id: null };
  }
}

/** The subject of changes to a studio's settings and people. */
export const studioSubject = (studioId: string): RecordInput['subject'] => ({ type: 'studio', id: studioId });

/** What changed in a studio, by whom, for its feed; and what its audit log says of it. */
interface Change extends Omit<RecordInput, 'subject' | 'actor'> {
  viewer: Viewer;
  doer: Doer;
  entity: { typename: TargetType; id: string };
  /** Before and after, where they are not those of the feed. */
  line: Omit<Happening, 'target'>;
}

/**
 * Tells the feed of the transaction's studio and then its audit log, last in the transaction: whoever else adds a line to that log waits for
 * the commit.
 */
export async function tell(
  store: Pick<Store, 'activity' | 'audit'>,
  tx: Transaction,
  { viewer, doer, line, ...change }: Change,
): Promise<void> {
  const { studioId } = tx.scope;
  if (studioId === null) throw new Error('A change is told to a studio: name it.');
  const { entity, before, after } = change;
  await store.activity.record(tx, { ...change, subject: studioSubject(studioId), actor: actorOf(viewer) });
  await store.audit.record(tx, doer, { before, after, ...line, target: { type: entity.typename, id: entity.id } });
}
