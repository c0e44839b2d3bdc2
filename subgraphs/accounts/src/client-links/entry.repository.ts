import { type Session, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { clientLinks, contactSessions } from './client-link.table.ts';

const placeholder = sql.placeholder;

/** What the page behind a link needs, before anybody is signed in. */
export interface Entry {
  id: string;
  studioId: string;
  projectId: string;
  contactId: string;
  expiresAt: Date;
  studioName: string;
  studioLogo: string | null;
  studioLocale: string;
}

const byToken = sqlStatement<Entry>(
  'entries.byToken',
  () => sql`select l.id, l.studio_id as "studioId", l.project_id as "projectId", l.contact_id as "contactId", l.expires_at as "expiresAt",
      s.name as "studioName", s.logo as "studioLogo", s.locale as "studioLocale"
    from accounts.client_links l join accounts.studios s on s.id = l.studio_id
    where l.token_hash = ${placeholder('tokenHash')}::text`,
);

const used = sqlStatement(
  'entries.used',
  () => sql`update accounts.client_links set last_used_at = ${placeholder('at')}::timestamptz
    where studio_id = ${placeholder('studioId')}::uuid and id = ${placeholder('id')}::uuid`,
);

const enter = statement('entries.enter', (db) =>
  db.insert(contactSessions).values({
    studioId: placeholder('studioId'),
    id: placeholder('id'),
    linkId: placeholder('linkId'),
    contactId: placeholder('contactId'),
    tokenHash: placeholder('tokenHash'),
    userAgent: placeholder('userAgent'),
    createdAt: placeholder('at'),
    expiresAt: placeholder('expiresAt'),
  }),
);

const renew = statement('entries.renew', (db) =>
  db.insert(clientLinks).values({
    studioId: placeholder('studioId'),
    id: placeholder('id'),
    projectId: placeholder('projectId'),
    contactId: placeholder('contactId'),
    tokenHash: placeholder('tokenHash'),
    createdAt: placeholder('createdAt'),
    expiresAt: placeholder('expiresAt'),
  }),
);

interface NewSession {
  studioId: string;
  id: string;
  linkId: string;
  contactId: string;
  tokenHash: string;
  userAgent: string | null;
  at: Date;
  expiresAt: Date;
}

interface NewLink {
  studioId: string;
  id: string;
  projectId: string;
  contactId: string;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Links as the role of sign-in sees them: by secret alone, whatever their studio. */
export const entries = {
  async byToken(session: Session, tokenHash: string): Promise<Entry | null> {
    const rows = await session.run(byToken, { tokenHash });
    return rows[0] ?? null;
  },
  /** Notes that a link was used, and signs its contact in. */
  async enter(tx: Transaction, session: NewSession): Promise<void> {
    const { studioId, linkId, at } = session;
    await Promise.all([tx.run(used, { studioId, id: linkId, at }), tx.run(enter, { ...session })]);
  },
  async renew(tx: Transaction, link: NewLink): Promise<void> {
    await tx.run(renew, { ...link });
  },
};
