import { jsonPgSmartTags } from 'postgraphile/utils';

/** Relations that no foreign key tells of, since they lead from one subgraph's tables to another's. */
export const relations = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      'accounts.people': { tags: { primaryKey: 'id' } },
      'accounts.members': { tags: { foreignKey: '(user_id) references accounts.people (id)|@fieldName person' } },
      'projects.tasks': {
        tags: {
          foreignKey: [
            '(studio_id, assignee_id) references accounts.members (studio_id, id)|@fieldName assigneeMember',
            '(studio_id, assignee_id) references clients.contacts (studio_id, id)|@fieldName assigneeContact',
          ],
        },
      },
      'projects.projects': {
        tags: { foreignKey: '(studio_id, client_id) references clients.clients (studio_id, id)|@fieldName client' },
      },
      'messaging.notifications': {
        tags: {
          foreignKey: [
            '(studio_id, actor_id) references accounts.members (studio_id, id)|@fieldName actorMember',
            '(studio_id, actor_id) references clients.contacts (studio_id, id)|@fieldName actorContact',
            '(studio_id, project_id) references projects.projects (studio_id, id)|@fieldName project',
            '(studio_id, task_id) references projects.tasks (studio_id, id)|@fieldName task',
            '(studio_id, comment_id) references projects.comments (studio_id, id)|@fieldName comment',
          ],
        },
      },
    },
  },
});

const OPEN = `t.studio_id = studio and t.archived_at is null and t.trashed_at is null and t.status in ('TODO', 'IN_PROGRESS', 'IN_REVIEW')
  and t.status <> 'DONE' and exists (select from projects.projects p
    where p.studio_id = t.studio_id and p.id = t.project_id and p.trashed_at is null and p.archived_at is null)`;
const DUE = `(case when t.due_on is null then 'infinity'::date else t.due_on end)`;

const fn = (name, args, returns, body) => `create or replace function bench.${name}(${args}) returns ${returns} language sql stable
  as $$ ${body} $$;`;

/** Lists with conditions that PostGraphile does not offer by itself: functions, as its documents advise. */
export const FUNCTIONS = `create schema if not exists bench;
${fn('waiting', 'studio uuid, member uuid', 'setof projects.tasks', `select t.* from projects.tasks t where ${OPEN} and t.assignee_id = member order by ${DUE}, t.id`)}
${fn('waiting_count', 'studio uuid, member uuid', 'integer', `select count(*)::int from (select from projects.tasks t where ${OPEN} and t.assignee_id = member limit 100) found`)}
${fn('due', 'studio uuid, until date', 'setof projects.tasks', `select t.* from projects.tasks t where ${OPEN} and t.due_on <= until order by ${DUE}, t.id`)}
${fn(
  'under_way',
  'studio uuid',
  'setof projects.projects',
  `select * from projects.projects where studio_id = studio and archived_at is null and trashed_at is null
    and status in ('ACTIVE', 'ON_HOLD') order by updated_at desc, id desc`,
)}
${fn('told', 'studio uuid, member uuid', 'setof messaging.notifications', 'select * from messaging.notifications where studio_id = studio and member_id = member order by id desc')}
create or replace function projects.projects_total(p projects.projects) returns integer language sql stable
  as $$ select count(*)::int from projects.tasks t where t.studio_id = p.studio_id and t.project_id = p.id and t.archived_at is null and t.trashed_at is null $$;
create or replace function projects.projects_done(p projects.projects) returns integer language sql stable
  as $$ select count(*)::int from projects.tasks t where t.studio_id = p.studio_id and t.project_id = p.id and t.status = 'DONE' and t.archived_at is null and t.trashed_at is null $$;`;
