import { bigint, index, type PgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, json, tenantPolicy } from '../database/tables.ts';
import type { Audience } from './events.ts';
import type { Place } from './outbox.ts';

/** The tables that every subgraph adds to its own schema, from one `activity.table.ts`. */
export type ActivityTables = ReturnType<typeof activityTables>;

/**
 * Audit trail, feed and event log in one (`activity`), the version of each subject (`activity_subjects`), changes that have yet to be
 * told (`outbox`), and the events of other subgraphs that were handled (`inbox`); the last two hold ids only and belong to no studio.
 */
export function activityTables(schema: PgSchema) {
  const subjects = schema.table(
    'activity_subjects',
    {
      studioId: uuid('studio_id').notNull(),
      type: text('type').notNull(),
      id: uuid('id').notNull(),
      version: bigint('version', { mode: 'number' }).notNull(),
    },
    (table) => [primaryKey({ columns: [table.studioId, table.type, table.id] }), tenantPolicy()],
  );
  const activity = schema.table(
    'activity',
    {
      studioId: uuid('studio_id').notNull(),
      /** Grows with time: the feed is ordered by it. */
      id: uuid('id').notNull(),
      subjectType: text('subject_type').notNull(),
      subjectId: uuid('subject_id').notNull(),
      version: bigint('version', { mode: 'number' }).notNull(),
      at: instant('at').notNull(),
      typename: text('typename').notNull(),
      entityId: uuid('entity_id').notNull(),
      verb: text('verb').notNull(),
      actorKind: text('actor_kind').$type<'member' | 'contact' | 'system'>().notNull(),
      actorId: uuid('actor_id'),
      before: json('before').$type<Record<string, unknown> | null>(),
      after: json('after').$type<Record<string, unknown> | null>(),
      audienceBefore: text('audience_before').array().$type<Audience[]>().notNull(),
      audienceAfter: text('audience_after').array().$type<Audience[]>().notNull(),
      eventType: text('event_type'),
      eventData: json('event_data').$type<Record<string, unknown> | null>(),
    },
    (table) => [
      primaryKey({ columns: [table.studioId, table.subjectType, table.subjectId, table.version] }),
      index('activity_feed').on(table.studioId, table.id),
      index('activity_entity').on(table.studioId, table.entityId, table.id),
      tenantPolicy(),
    ],
  );
  const inbox = schema.table('inbox', {
    eventId: uuid('event_id').primaryKey(),
    handledAt: instant('handled_at').notNull(),
  });
  const outbox = schema.table('outbox', {
    /** Of the row in `activity`. */
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    place: json('place').$type<Place>().notNull(),
  });
  return { subjects, activity, inbox, outbox };
}
