import { anyOf, statement } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Access } from '../store.ts';
import { projectGrants, projectShares } from './grant.table.ts';
import type { ProjectGrant, ProjectShare } from './grant.ts';

const value = sql.placeholder;

const share = { projectId: projectShares.projectId, contactId: projectShares.contactId, since: projectShares.since };
const grant = { projectId: projectGrants.projectId, memberId: projectGrants.memberId, since: projectGrants.since };

const sharesOf = statement('shares.of_projects', (db) =>
  db
    .select(share)
    .from(projectShares)
    .where(and(eq(projectShares.studioId, value('studioId')), anyOf(projectShares.projectId, 'projectIds')))
    .orderBy(asc(projectShares.since), asc(projectShares.contactId)),
);

const grantsOf = statement('grants.of_projects', (db) =>
  db
    .select(grant)
    .from(projectGrants)
    .where(and(eq(projectGrants.studioId, value('studioId')), anyOf(projectGrants.projectId, 'projectIds')))
    .orderBy(asc(projectGrants.since), asc(projectGrants.memberId)),
);

const addShare = statement('shares.add', (db) =>
  db
    .insert(projectShares)
    .values({ studioId: value('studioId'), projectId: value('projectId'), contactId: value('person'), since: value('since') })
    .onConflictDoNothing()
    .returning(share),
);

const addGrant = statement('grants.add', (db) =>
  db
    .insert(projectGrants)
    .values({ studioId: value('studioId'), projectId: value('projectId'), memberId: value('person'), since: value('since') })
    .onConflictDoNothing()
    .returning(grant),
);

const removeShare = statement('shares.remove', (db) =>
  db
    .delete(projectShares)
    .where(
      and(
        eq(projectShares.studioId, value('studioId')),
        eq(projectShares.projectId, value('projectId')),
        eq(projectShares.contactId, value('person')),
      ),
    )
    .returning(share),
);

const removeGrant = statement('grants.remove', (db) =>
  db
    .delete(projectGrants)
    .where(
      and(
        eq(projectGrants.studioId, value('studioId')),
        eq(projectGrants.projectId, value('projectId')),
        eq(projectGrants.memberId, value('person')),
      ),
    )
    .returning(grant),
);

const sharesWith = statement('shares.with_contact', (db) =>
  db
    .select(share)
    .from(projectShares)
    .where(and(eq(projectShares.studioId, value('studioId')), eq(projectShares.contactId, value('person'))))
    // Always in the same order, so that two who lock these projects do not wait for each other.
    .orderBy(asc(projectShares.projectId)),
);

const grantsTo = statement('grants.to_member', (db) =>
  db
    .select(grant)
    .from(projectGrants)
    .where(and(eq(projectGrants.studioId, value('studioId')), eq(projectGrants.memberId, value('person'))))
    .orderBy(asc(projectGrants.projectId)),
);

/** The SQL of who was let in. Who may see it is the service's matter: it asks only for projects that the viewer sees. */
export type GrantRepository = ReturnType<typeof grantRepository>;

/** The SQL of who was let in, for one request or use case. */
export function grantRepository({ session, studioId }: Access) {
  const shares = new DataLoader<string, ProjectShare[]>(async (projectIds) => {
    const rows = Map.groupBy(await session.run(sharesOf, { studioId, projectIds }), (row) => row.projectId);
    return projectIds.map((id) => rows.get(id) ?? []);
  });
  const grants = new DataLoader<string, ProjectGrant[]>(async (projectIds) => {
    const rows = Map.groupBy(await session.run(grantsOf, { studioId, projectIds }), (row) => row.projectId);
    return projectIds.map((id) => rows.get(id) ?? []);
  });
  const ran = async (rows: Promise<unknown[]>): Promise<boolean> => (await rows).length > 0;

  return {
    /** The contacts who were let in, the first one first. */
    shares: (projectId: string): Promise<ProjectShare[]> => shares.load(projectId),
    /** The guests to whom the project was opened, the first one first. */
    grants: (projectId: string): Promise<ProjectGrant[]> => grants.load(projectId),
    /** All that a contact was let into. */
    sharesWith: (contactId: string): Promise<ProjectShare[]> => session.run(sharesWith, { studioId, person: contactId }),
    /** All that was opened to a guest. */
    grantsTo: (memberId: string): Promise<ProjectGrant[]> => session.run(grantsTo, { studioId, person: memberId }),
    /** False when the contact was in already. */
    share: (projectId: string, contactId: string, since: Date) =>
      ran(session.run(addShare, { studioId, projectId, person: contactId, since })),
    /** False when the contact was not in. */
    unshare: (projectId: string, contactId: string) => ran(session.run(removeShare, { studioId, projectId, person: contactId })),
    /** False when it was open to the guest already. */
    grant: (projectId: string, memberId: string, since: Date) =>
      ran(session.run(addGrant, { studioId, projectId, person: memberId, since })),
    /** False when it was not open to the guest. */
    revoke: (projectId: string, memberId: string) => ran(session.run(removeGrant, { studioId, projectId, person: memberId })),
  };
}
