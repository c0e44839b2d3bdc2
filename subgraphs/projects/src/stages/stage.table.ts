import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { projects } from '../projects/project.table.ts';
import { orderKey, schema } from '../schema.ts';

export const stages = schema.table(
  'stages',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    name: text('name').notNull(),
    position: orderKey('position').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    // What a task or a project points at, so that a stage of another project cannot be meant.
    unique('stages_in_project').on(table.studioId, table.projectId, table.id),
    foreignKey({
      name: 'stages_project_fk',
      columns: [table.studioId, table.projectId],
      foreignColumns: [projects.studioId, projects.id],
    }).onDelete('cascade'),
    index('stages_order').on(table.studioId, table.projectId, table.position, table.id),
    tenantPolicy(),
  ],
);
