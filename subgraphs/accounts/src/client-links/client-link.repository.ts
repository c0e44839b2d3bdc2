import { anyOf, listOf, type Session, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { and, eq, sql } from 'drizzle-orm';
import { clientLinks, contactSessions } from './client-link.table.ts';
import { type ClientLink, LINK_LIMIT } from './client-link.ts';

const placeholder = sql.placeholder;

const fields = {
  id: clientLinks.id,
  studioId: clientLinks.studioId,
  projectId: clientLinks.projectId,
  contactId: clientLinks.contactId,
  createdAt: clientLinks.createdAt,
  expiresAt: clientLinks.expiresAt,
  lastUsedAt: clientLinks.lastUsedAt,
};

const inStudio = eq(clientLinks.studioId, placeholder('studioId'));

const byIds = statement('clientLinks.byIds', (db) =>
  db
    .select(fields)
    .from(clientLinks)
    .where(and(inStudio, anyOf(clientLinks.id, 'ids'))),
);

// A page of projects asks once: the newest links of each, by the index on (studio, project, time).
const ofProjects = sqlStatement<ClientLink>(
  'clientLinks.ofProjects',
  () => sql`select l.id, l.studio_id as "studioId", l.project_id as "projectId", l.contact_id as "contactId", l.created_at as "createdAt",
      l.expires_at as "expiresAt", l.last_used_at as "lastUsedAt"
    from unnest(${listOf('projectIds', 'uuid')}) as wanted (project_id)
    cross join lateral (
      select * from accounts.client_links c
      where c.studio_id = ${placeholder('studioId')}::uuid and c.project_id = wanted.project_id
      order by c.created_at desc limit ${placeholder('limit')}::int) l`,
);

const insertOne = statement('clientLinks.insert', (db) =>
  db
    .insert(clientLinks)
    .values({
      studioId: placeholder('studioId'),
      id: placeholder('id'),
      projectId: placeholder('projectId'),
      contactId: placeholder('contactId'),
      tokenHash: placeholder('tokenHash'),
      createdBy: placeholder('createdBy'),
      createdAt: placeholder('createdAt'),
      expiresAt: placeholder('expiresAt'),
    })
    .returning(fields),
);

const endSessions = statement('contactSessions.endOfLink', (db) =>
  db
    .delete(contactSessions)
    .where(and(eq(contactSessions.studioId, placeholder('studioId')), eq(contactSessions.linkId, placeholder('id'))))
    .returning({ id: contactSessions.id }),
);

const removeOne = statement('clientLinks.remove', (db) =>
  db
    .delete(clientLinks)
    .where(and(inStudio, eq(clientLinks.id, placeholder('id'))))
    .returning(fields),
);

// Sessions that came by a link go with it.
const removeOfContact = statement('clientLinks.removeOfContact', (db) =>
  db
    .delete(clientLinks)
    .where(and(inStudio, eq(clientLinks.contactId, placeholder('contactId'))))
    .returning({ id: clientLinks.id }),
);

/** Links of the active studio as one request reads them. */
export function clientLinkRepository(session: Session) {
  const { studioId } = session.scope;
  const one = new DataLoader<string, ClientLink | null>(async (ids) => {
    const rows = await session.run(byIds, { ids, studioId });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  const ofProject = new DataLoader<string, ClientLink[]>(async (projectIds) => {
    const rows = await session.run(ofProjects, { projectIds, studioId, limit: LINK_LIMIT });
    const found = Map.groupBy(rows, (row) => row.projectId);
    return projectIds.map((id) => found.get(id) ?? []);
  });
  return {
    byId: (id: string): Promise<ClientLink | null> => one.load(id),
    /** The newest first. */
    ofProject: (projectId: string): Promise<ClientLink[]> => ofProject.load(projectId),
  };
}

export type ClientLinkRepository = ReturnType<typeof clientLinkRepository>;

/** A link to write. */
export type NewClientLink = Omit<ClientLink, 'lastUsedAt'> & { tokenHash: string; createdBy: string | null };

/** What use cases do to links, inside their transaction. */
export const clientLinkChanges = {
  async insert(tx: Transaction, link: NewClientLink): Promise<ClientLink> {
    const [row] = await tx.run(insertOne, link);
    if (row === undefined) throw new Error('The link was not written.');
    return row;
  },
  removeOfContact: (tx: Transaction, studioId: string, contactId: string) => tx.run(removeOfContact, { studioId, contactId }),
  /** Removes a link and the sessions that came by it; null when it is not there. */
  async remove(tx: Transaction, studioId: string, id: string): Promise<{ link: ClientLink; sessionIds: string[] } | null> {
    const sessions = await tx.run(endSessions, { studioId, id });
    const [link] = await tx.run(removeOne, { studioId, id });
    return link === undefined ? null : { link, sessionIds: sessions.map((session) => session.id) };
  },
};
