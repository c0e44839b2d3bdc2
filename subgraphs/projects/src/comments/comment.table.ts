import { instant, json, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { projects } from '../projects/project.table.ts';
import { schema } from '../schema.ts';
import { tasks } from '../tasks/task.table.ts';
import type { Person, PersonKind, Visibility } from '../tasks/task.ts';

export const comments = schema.table(
  'comments',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    /** Null: about the project as a whole. */
    taskId: uuid('task_id'),
    /** Owned by other domains: no foreign key. */
    authorKind: text('author_kind').$type<PersonKind>(),
    authorId: uuid('author_id'),
    body: text('body').notNull(),
    /** Who the body mentions, in order. */
    mentions: json('mentions').$type<Person[]>().notNull(),
    visibility: text('visibility').$type<Visibility>().notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    deletedAt: instant('deleted_at'),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    index('comments_on_task').on(table.studioId, table.taskId, table.createdAt, table.id).where(sql`deleted_at is null`),
    index('comments_on_project')
      .on(table.studioId, table.projectId, table.createdAt, table.id)
      .where(sql`task_id is null and deleted_at is null`),
    foreignKey({
      name: 'comments_project_fk',
      columns: [table.studioId, table.projectId],
      foreignColumns: [projects.studioId, projects.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'comments_task_fk',
      columns: [table.studioId, table.projectId, table.taskId],
      foreignColumns: [tasks.studioId, tasks.projectId, tasks.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
);
