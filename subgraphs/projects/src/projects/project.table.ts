import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { schema } from '../schema.ts';
import type { ProjectStatus } from './project.ts';

export const projects = schema.table(
  'projects',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    status: text('status').$type<ProjectStatus>().notNull(),
    /** Owned by the clients domain: no foreign key. */
    clientId: uuid('client_id'),
    brief: text('brief').notNull(),
    startsOn: date('starts_on', { mode: 'string' }),
    dueOn: date('due_on', { mode: 'string' }),
    newIsTeamOnly: boolean('new_is_team_only').notNull(),
    /** Its foreign key is in the second migration: stages point at projects, and tables that point at each other would be a circle. */
    currentStageId: uuid('current_stage_id'),
    /** The member who made it; a create that is repeated by them finds it. */
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    /** Moves with every change inside the project too: the order of every list. */
    updatedAt: instant('updated_at').notNull(),
    archivedAt: instant('archived_at'),
    trashedAt: instant('trashed_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    // One index for each list that is offered, in the list's order (NULLS FIRST as in a plain `order by … desc`, or it would not be
    // used): a first page costs the same in a small and a large studio.
    index('projects_open')
      .on(table.studioId, table.updatedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`archived_at is null and trashed_at is null`),
    index('projects_open_by_status')
      .on(table.studioId, table.status, table.updatedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`archived_at is null and trashed_at is null`),
    index('projects_archived')
      .on(table.studioId, table.updatedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`archived_at is not null and trashed_at is null`),
    index('projects_by_client')
      .on(table.studioId, table.clientId, table.updatedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`trashed_at is null`),
    index('projects_trashed')
      .on(table.studioId, table.updatedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`trashed_at is not null`),
    tenantPolicy(),
  ],
);
