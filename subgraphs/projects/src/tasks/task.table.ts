import { instant, json, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { date, foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { projects } from '../projects/project.table.ts';
import { orderKey, schema } from '../schema.ts';
import { stages } from '../stages/stage.table.ts';
import type { ChecklistItem, PersonKind, TaskStatus, Visibility } from './task.ts';

export const tasks = schema.table(
  'tasks',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    stageId: uuid('stage_id'),
    title: text('title').notNull(),
    description: text('description').notNull(),
    status: text('status').$type<TaskStatus>().notNull(),
    /** Owned by other domains: no foreign key. */
    assigneeKind: text('assignee_kind').$type<PersonKind>(),
    assigneeId: uuid('assignee_id'),
    dueOn: date('due_on', { mode: 'string' }),
    visibility: text('visibility').$type<Visibility>().notNull(),
    checklist: json('checklist').$type<ChecklistItem[]>().notNull(),
    /** One order for the whole project: each column shows a part of it. */
    position: orderKey('position').notNull(),
    placeVersion: integer('place_version').notNull(),
    version: integer('version').notNull(),
    /** Who placed it last; told to the loser of a conflict. */
    movedByKind: text('moved_by_kind').$type<PersonKind>(),
    movedById: uuid('moved_by_id'),
    /** Who changed it last, its place apart. */
    changedByKind: text('changed_by_kind').$type<PersonKind>(),
    changedById: uuid('changed_by_id'),
    createdByKind: text('created_by_kind').$type<PersonKind>(),
    createdById: uuid('created_by_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    completedAt: instant('completed_at'),
    archivedAt: instant('archived_at'),
    trashedAt: instant('trashed_at'),
  },
  (table) => {
    // No day comes last. `coalesce` would say the same, but PostgreSQL takes it for leaky: under row-level security no index serves it.
    const due = sql`(case when ${table.dueOn} is null then 'infinity'::date else ${table.dueOn} end)`;
    return [
      primaryKey({ columns: [table.studioId, table.id] }),
      // What a comment points at, so that a task of another project cannot be meant.
      unique('tasks_in_project').on(table.studioId, table.projectId, table.id),
      index('tasks_order').on(table.studioId, table.projectId, table.position, table.id),
      index('tasks_by_status').on(table.studioId, table.projectId, table.status, table.position, table.id),
      index('tasks_by_stage').on(table.studioId, table.projectId, table.stageId, table.position, table.id),
      index('tasks_open_by_assignee')
        .on(table.studioId, table.assigneeId, due, table.id)
        .where(sql`status <> 'DONE' and archived_at is null and trashed_at is null`),
      index('tasks_open_by_due')
        .on(table.studioId, due, table.id)
        .where(sql`status <> 'DONE' and archived_at is null and trashed_at is null`),
      index('tasks_by_due').on(table.studioId, due, table.id).where(sql`trashed_at is null`),
      index('tasks_trashed').on(table.studioId, due, table.id).where(sql`trashed_at is not null`),
      foreignKey({
        name: 'tasks_project_fk',
        columns: [table.studioId, table.projectId],
        foreignColumns: [projects.studioId, projects.id],
      }).onDelete('cascade'),
      foreignKey({
        name: 'tasks_stage_fk',
        columns: [table.studioId, table.projectId, table.stageId],
        foreignColumns: [stages.studioId, stages.projectId, stages.id],
      }),
      tenantPolicy(),
    ];
  },
);
