import { anyOf, type Session, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { invitations } from './invitation.table.ts';
import type { Invitation, NewInvitation } from './invitation.ts';

const placeholder = sql.placeholder;

const fields = {
  id: invitations.id,
  studioId: invitations.studioId,
  email: invitations.email,
  role: sql<Invitation['role']>`${invitations.role}`,
  projectIds: invitations.projectIds,
  invitedBy: invitations.invitedBy,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
};

const inStudio = eq(invitations.studioId, placeholder('studioId'));

const byIds = statement('invitations.byIds', (db) =>
  db
    .select(fields)
    .from(invitations)
    .where(and(inStudio, anyOf(invitations.id, 'ids'))),
);

const open = statement('invitations.open', (db) =>
  db
    .select(fields)
    .from(invitations)
    .where(and(inStudio, gt(invitations.expiresAt, placeholder('now'))))
    .orderBy(desc(invitations.createdAt), desc(invitations.id)),
);

// One invitation an address: a new one takes the place of the old one, whose link is dead with its hash.
const put = statement('invitations.put', (db) =>
  db
    .insert(invitations)
    .values({
      studioId: placeholder('studioId'),
      id: placeholder('id'),
      email: placeholder('email'),
      role: placeholder('role'),
      projectIds: sql`${placeholder('projectIds')}::uuid[]`,
      tokenHash: placeholder('tokenHash'),
      invitedBy: placeholder('invitedBy'),
      createdAt: placeholder('createdAt'),
      expiresAt: placeholder('expiresAt'),
    })
    .onConflictDoUpdate({
      target: [invitations.studioId, invitations.email],
      set: {
        role: sql`excluded.role`,
        projectIds: sql`excluded.project_ids`,
        tokenHash: sql`excluded.token_hash`,
        invitedBy: sql`excluded.invited_by`,
        createdAt: sql`excluded.created_at`,
        expiresAt: sql`excluded.expires_at`,
      },
    })
    .returning(fields),
);

const renew = statement('invitations.renew', (db) =>
  db
    .update(invitations)
    .set({
      tokenHash: sql`${placeholder('tokenHash')}`,
      invitedBy: sql`${placeholder('invitedBy')}`,
      createdAt: sql`${placeholder('createdAt')}`,
      expiresAt: sql`${placeholder('expiresAt')}`,
    })
    .where(and(inStudio, eq(invitations.id, placeholder('id'))))
    .returning(fields),
);

const removeOne = statement('invitations.remove', (db) =>
  db
    .delete(invitations)
    .where(and(inStudio, eq(invitations.id, placeholder('id'))))
    .returning(fields),
);

const take = statement('invitations.take', (db) =>
  db
    .delete(invitations)
    .where(and(inStudio, eq(invitations.tokenHash, placeholder('tokenHash')), gt(invitations.expiresAt, placeholder('now'))))
    .returning(fields),
);

/** What somebody with the link may know before accepting. */
export interface InvitationPreview {
  studioId: string;
  studioName: string;
  studioLogo: string | null;
  invitedBy: string;
  email: string;
  role: Invitation['role'];
  expiresAt: Date;
}

const byToken = sqlStatement<InvitationPreview>(
  'invitations.byToken',
  () => sql`select i.studio_id as "studioId", s.name as "studioName", s.logo as "studioLogo", coalesce(u.name, s.name) as "invitedBy",
      i.email, i.role, i.expires_at as "expiresAt"
    from accounts.invitations i
    join accounts.studios s on s.id = i.studio_id
    left join accounts.members m on m.studio_id = i.studio_id and m.id = i.invited_by
    left join auth.users u on u.id = m.user_id
    where i.token_hash = ${placeholder('tokenHash')}::text and i.expires_at > ${placeholder('now')}::timestamptz`,
);

/** Invitations of the active studio as one request reads them. */
export function invitationRepository(session: Session) {
  const { studioId } = session.scope;
  const loader = new DataLoader<string, Invitation | null>(async (ids) => {
    const rows = await session.run(byIds, { ids, studioId });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  return {
    byId: (id: string): Promise<Invitation | null> => loader.load(id),
    open: (now: Date): Promise<Invitation[]> => session.run(open, { studioId, now }),
  };
}

export type InvitationRepository = ReturnType<typeof invitationRepository>;

/** An open invitation by the hash of its link's secret, whatever its studio: for the role of sign-in. */
export async function invitationByToken(session: Session, tokenHash: string, now: Date): Promise<InvitationPreview | null> {
  const rows = await session.run(byToken, { tokenHash, now });
  return rows[0] ?? null;
}

/** What use cases do to invitations, inside their transaction. */
export const invitationChanges = {
  async put(
    tx: Transaction,
    invitation: NewInvitation & { studioId: string; id: string; tokenHash: string; invitedBy: string; createdAt: Date; expiresAt: Date },
  ): Promise<Invitation> {
    const [row] = await tx.run(put, invitation);
    if (row === undefined) throw new Error('The invitation was not written.');
    return row;
  },
  /** Gives an invitation another link and end; null when it is not there. Role and projects stay. */
  async renew(
    tx: Transaction,
    renewed: { studioId: string; id: string; tokenHash: string; invitedBy: string; createdAt: Date; expiresAt: Date },
  ): Promise<Invitation | null> {
    const rows = await tx.run(renew, renewed);
    return rows[0] ?? null;
  },
  /** Null when it is not there. */
  async remove(tx: Transaction, studioId: string, id: string): Promise<Invitation | null> {
    const rows = await tx.run(removeOne, { studioId, id });
    return rows[0] ?? null;
  },
  /** Uses an open invitation up; null when somebody was faster. */
  async take(tx: Transaction, studioId: string, tokenHash: string, now: Date): Promise<Invitation | null> {
    const rows = await tx.run(take, { studioId, tokenHash, now });
    return rows[0] ?? null;
  },
};
