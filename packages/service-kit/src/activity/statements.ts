import { sql } from 'drizzle-orm';
import { sqlStatement } from '../database/statement.ts';
import { jobsSchema } from '../jobs/queue.ts';
import type { Audience } from './events.ts';
import type { Untold } from './outbox.ts';

/** A row of `activity` as these statements give it. */
export interface StoredActivity {
  id: string;
  subjectType: string;
  subjectId: string;
  version: number;
  at: Date;
  typename: string;
  entityId: string;
  actorKind: 'member' | 'contact' | 'system';
  actorId: string | null;
  audienceBefore: Audience[];
  audienceAfter: Audience[];
  eventType: string | null;
  eventData: Record<string, unknown> | null;
}

/** How many missed events are sent at most; who missed more fetches anew. */
export const REPLAY_LIMIT = 500;

/** The statements of a subgraph's activity tables. */
export function activityStatements(schemaName: string, relayTask: string) {
  const schema = sql.identifier(schemaName);
  const jobs = sql.identifier(jobsSchema(schemaName));
  const value = sql.placeholder;
  const stored = sql`id, subject_type as "subjectType", subject_id as "subjectId", version::int, at, typename, entity_id as "entityId",
    actor_kind as "actorKind", actor_id as "actorId", audience_before as "audienceBefore", audience_after as "audienceAfter",
    event_type as "eventType", event_data as "eventData"`;
  return {
    // The conflicting insert locks the subject's row until the commit, so that versions are taken in the order of commits.
    record: sqlStatement<{ version: number; at: Date }>(
      'activity.record',
      () => sql`with subject as (
          insert into ${schema}.activity_subjects as s (studio_id, type, id, version)
          values (${value('studioId')}::uuid, ${value('subjectType')}::text, ${value('subjectId')}::uuid, 1)
          on conflict (studio_id, type, id) do update set version = s.version + 1
          returning studio_id, type, id, version
        ), entry as (
          insert into ${schema}.activity (studio_id, id, subject_type, subject_id, version, at, typename, entity_id, verb, actor_kind,
            actor_id, before, after, audience_before, audience_after, event_type, event_data)
          select studio_id, ${value('id')}::uuid, type, id, version, coalesce(${value('at')}::timestamptz, clock_timestamp()),
            ${value('typename')}::text, ${value('entityId')}::uuid, ${value('verb')}::text, ${value('actorKind')}::text,
            ${value('actorId')}::uuid, ${value('before')}::jsonb, ${value('after')}::jsonb, ${value('audienceBefore')}::text[],
            ${value('audienceAfter')}::text[], ${value('eventType')}::text, ${value('eventData')}::jsonb
          from subject returning studio_id, id, subject_type, subject_id, version, at, event_type
        ), place as (
          select entry.*, json_build_object('studioId', studio_id, 'type', subject_type, 'id', subject_id, 'version', version) as place
          from entry
        ), noted as (
          insert into ${schema}.outbox (id, at, place) select id, clock_timestamp(), place from place
        )
        select version::int, at, case when event_type is null then null
          else (${jobs}.add_job(${relayTask}, place, max_attempts => 12)).id end as job from place`,
    ),
    sweep: sqlStatement<Untold>(
      'activity.sweep',
      () => sql`with told as (delete from ${schema}.outbox where id = any(${value('told')}::uuid[]))
        select id, place from ${schema}.outbox where at < now() - interval '1 second'
          and id <> all(${value('told')}::uuid[] || ${value('telling')}::uuid[])
        order by at limit 500`,
    ),
    one: sqlStatement<StoredActivity>(
      'activity.one',
      () => sql`select ${stored} from ${schema}.activity where studio_id = ${value('studioId')}::uuid
        and subject_type = ${value('type')}::text and subject_id = ${value('id')}::uuid and version = ${value('version')}::bigint`,
    ),
    version: sqlStatement<{ version: number }>(
      'activity.version',
      () => sql`select version::int from ${schema}.activity_subjects where studio_id = ${value('studioId')}::uuid
        and type = ${value('type')}::text and id = ${value('id')}::uuid`,
    ),
    after: sqlStatement<StoredActivity & { kept: boolean }>(
      'activity.after',
      () => sql`select ${stored}, at > now() - interval '24 hours' as kept from ${schema}.activity
        where studio_id = ${value('studioId')}::uuid and subject_type = ${value('type')}::text and subject_id = ${value('id')}::uuid
          and version > ${value('after')}::bigint
        order by version limit ${value('limit')}::int`,
    ),
    inbox: sqlStatement<{ id: string }>(
      'activity.inbox',
      () => sql`insert into ${schema}.inbox (event_id, handled_at) values (${value('id')}::uuid, now())
        on conflict do nothing returning event_id as id`,
    ),
  };
}
