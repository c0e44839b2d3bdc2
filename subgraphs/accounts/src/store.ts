import type { Activity, RecordInput } from '@atelier/service-kit/activity';
import type { Database } from '@atelier/service-kit/database';
import type { Revocations } from '@atelier/service-kit/revocations';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { AuditRecorder } from './audit-log/recorder.service.ts';
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
