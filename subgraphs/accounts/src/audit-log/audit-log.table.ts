import { instant, json, tenantPolicy } from '@atelier/service-kit/database';
import { integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accountsSchema } from '../schema.ts';
import type { ActorKind, AuditKind, TargetType } from './audit-log.ts';

/** Refuses a second line about one event. */
export const ONE_LINE = 'audit_log_event_key';

/**
 * What happened to who may get in. The domain's role may add lines and read them, and nothing else: the migrator takes its other rights
 * away. Of a person's own log the person's id stands in `studio_id`.
 */
export const auditLog = accountsSchema.table(
  'audit_log',
  {
    studioId: uuid('studio_id').notNull(),
    /** From 1, without a gap. */
    number: integer('number').notNull(),
    /** The same in every log that tells of one event. */
    eventId: uuid('event_id').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<AuditKind>().notNull(),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    actorId: uuid('actor_id'),
    targetType: text('target_type').$type<TargetType>(),
    targetId: uuid('target_id'),
    address: text('address'),
    userAgent: text('user_agent'),
    before: json('before').$type<Record<string, unknown> | null>(),
    after: json('after').$type<Record<string, unknown> | null>(),
    /** The hash of the line before; empty for the first. */
    previousHash: text('previous_hash').notNull(),
    /** SHA-256 of everything above. */
    hash: text('hash').notNull(),
    /** HMAC of the hash, with a key that the database never sees. */
    signature: text('signature').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.number] }),
    // An event is told once in a log, whoever tells it.
    uniqueIndex(ONE_LINE).on(table.studioId, table.eventId),
    uniqueIndex('audit_log_at_idx').on(table.studioId, table.at, table.number),
    tenantPolicy(),
  ],
);

/** The end of each log. Whoever adds a line locks it, so that lines follow each other in the order of commits. */
export const auditHeads = accountsSchema.table(
  'audit_heads',
  {
    studioId: uuid('studio_id').primaryKey(),
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
  },
  () => [tenantPolicy()],
);

/** How the members that the log names were called last. Beside the log, so that a name can be erased and the chain still holds. */
export const auditPeople = accountsSchema.table(
  'audit_people',
  {
    studioId: uuid('studio_id').notNull(),
    memberId: uuid('member_id').notNull(),
    name: text('name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.studioId, table.memberId] }), tenantPolicy()],
);
