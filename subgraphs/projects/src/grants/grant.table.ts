import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { foreignKey, index, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { projects } from '../projects/project.table.ts';
import { schema } from '../schema.ts';

/** The client's contacts who were let into a project. */
export const projectShares = schema.table(
  'project_shares',
  {
    studioId: uuid('studio_id').notNull(),
    projectId: uuid('project_id').notNull(),
    /** Owned by the clients domain: no foreign key. */
    contactId: uuid('contact_id').notNull(),
    since: instant('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.projectId, table.contactId] }),
    foreignKey({
      name: 'project_shares_project_fk',
      columns: [table.studioId, table.projectId],
      foreignColumns: [projects.studioId, projects.id],
    }).onDelete('cascade'),
    index('project_shares_by_contact').on(table.studioId, table.contactId),
    tenantPolicy(),
  ],
);

/** The guests to whom a project was opened. */
export const projectGrants = schema.table(
  'project_grants',
  {
    studioId: uuid('studio_id').notNull(),
    projectId: uuid('project_id').notNull(),
    /** Owned by the accounts domain: no foreign key. */
    memberId: uuid('member_id').notNull(),
    since: instant('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.projectId, table.memberId] }),
    foreignKey({
      name: 'project_grants_project_fk',
      columns: [table.studioId, table.projectId],
      foreignColumns: [projects.studioId, projects.id],
    }).onDelete('cascade'),
    index('project_grants_by_member').on(table.studioId, table.memberId),
    tenantPolicy(),
  ],
);
