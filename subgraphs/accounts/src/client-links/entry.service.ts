import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Origin } from '../audit-log/audit-log.ts';
import type { Throttle } from '../auth/throttle.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { type Store, studioSubject } from '../store.ts';
import { CONTACT_SESSION_DAYS, endOfLink, endOfSession, isOpen } from './client-link.ts';
import { type Entry, entries } from './entry.repository.ts';

/** What a link is worth now. */
export type EntryState = { kind: 'open'; entry: Entry } | { kind: 'ended' };

export interface EntryService {
  /** What the page behind a link shows. An unknown link and an ended one are the same. */
  look(token: string): Promise<EntryState>;
  /** Signs the link's contact in; null when the link is not (or no longer) good. */
  enter(token: string, origin: Origin): Promise<{ cookie: string; maxAge: number; projectId: string } | null>;
  /** Mails a new link to the contact of one that ended. Tells nobody whether there was one. */
  renew(token: string, origin: Origin): Promise<void>;
}

/** The contact's way in, before anybody is signed in. */
export function entryService(options: { store: Store; throttle: Throttle; now: () => Date }): EntryService {
  const { store, throttle, now } = options;
  const nowhere = { studioId: null };
  const find = (token: string) => entries.byToken(store.signIn.reads(nowhere), hashSecret(token));

  return {
    async look(token) {
      const entry = await find(token);
      return entry !== null && isOpen(entry, now()) ? { kind: 'open', entry } : { kind: 'ended' };
    },

    async enter(token, origin) {
      const entry = await find(token);
      if (entry === null || !isOpen(entry, now())) return null;
      const cookie = newSecret();
      const { studioId, contactId, projectId } = entry;
      await store.signIn.transaction(nowhere, (tx) =>
        entries.enter(tx, {
          studioId,
          id: uuidv7(now().getTime()),
          linkId: entry.id,
          contactId,
          tokenHash: hashSecret(cookie),
          userAgent: origin.userAgent,
          at: now(),
          expiresAt: endOfSession(now()),
        }),
      );
      // The role that lets in writes no log, and the one that writes it lets nobody in.
      await store.database.transaction({ studioId }, (tx) =>
        store.audit.record(
          tx,
          { actorKind: 'contact', actorId: contactId, ...origin },
          { kind: 'CLIENT_LINK_USED', target: { type: 'ClientLink', id: entry.id }, after: { projectId: encodeId('Project', projectId) } },
        ),
      );
      return { cookie, maxAge: CONTACT_SESSION_DAYS * 86_400, projectId };
    },

    async renew(token, origin) {
      const entry = await find(token);
      if (entry === null || isOpen(entry, now())) return;
      const allowed = await throttle.take('renewal', entry.id);
      if (!allowed.allowed) return;
      const fresh = newSecret();
      const { studioId, projectId, contactId } = entry;
      const mail = await store.mails.seal({
        template: 'client-link',
        to: { contactId },
        locale: entry.studioLocale,
        studioId,
        data: { url: `${store.publicUrl}/p/${fresh}`, studioName: entry.studioName, projectId },
      });
      // The domain's role writes both: its scope is now known, and the mail's job is in its own schema.
      await store.database.transaction({ studioId }, async (tx) => {
        const id = uuidv7(now().getTime());
        await entries.renew(tx, {
          studioId,
          id,
          projectId,
          contactId,
          tokenHash: hashSecret(fresh),
          createdAt: now(),
          expiresAt: endOfLink(now()),
        });
        await store.mails.queue(tx, mail);
        await store.activity.record(tx, {
          subject: studioSubject(studioId),
          entity: { typename: 'ClientLink', id },
          verb: 'client-link.renewed',
          actor: { kind: 'contact', id: contactId },
          after: { projectId, contactId },
          audienceBefore: [],
          audienceAfter: ['team'],
        });
        await store.audit.record(
          tx,
          { actorKind: 'contact', actorId: contactId, ...origin },
          {
            kind: 'CLIENT_LINK_CREATED',
            target: { type: 'ClientLink', id },
            after: { projectId: encodeId('Project', projectId), contactId: encodeId('Contact', contactId) },
          },
        );
      });
    },
  };
}
