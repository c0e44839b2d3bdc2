import { pool, rows } from '../lib/database.mjs';
import { decodeId, encodeId } from '../lib/ids.mjs';

const DUE = `(case when t.due_on is null then 'infinity'::date else t.due_on end)`;

/** The tasks of a filter; what is not done is said so, for the index of open tasks. */
const taskSource = ({ isOpen, isMine }) => `from projects.tasks t
  where t.studio_id = $1 and t.archived_at is null and t.trashed_at is null ${isOpen ? `and t.status <> 'DONE'` : ''}
    and ($2::text[] is null or t.status = any($2)) and ${isMine ? 't.assignee_id = $3' : '$3::uuid is null'}
    and ($4::date is null or t.due_on <= $4)
    and exists (select from projects.projects p
      where p.studio_id = t.studio_id and p.id = t.project_id and p.trashed_at is null and p.archived_at is null)`;

function tasksOf(filter, { viewer }) {
  const isMine = filter?.assignedToViewer === true;
  const isOpen = filter?.status != null && !filter.status.includes('DONE');
  const name = `tasks${isMine ? '.mine' : ''}${isOpen ? '.open' : ''}`;
  const source = taskSource({ isOpen, isMine });
  const values = [viewer.studioId, filter?.status ?? null, isMine ? viewer.memberId : null, filter?.dueBefore ?? null];
  return {
    page: (first) => rows(name, `select t.* ${source} order by ${DUE}, t.id limit $5`, [...values, first]),
    count: async () => {
      const [row] = await rows(`${name}.count`, `select count(*)::int as count from (select ${source} limit 100) found`, values);
      return row.count;
    },
  };
}

const PROJECTS = `select * from projects.projects
  where studio_id = $1 and archived_at is null and trashed_at is null and ($2::text[] is null or status = any($2))
  order by updated_at desc, id desc limit $3`;

async function updateTask({ input }, { viewer }) {
  const now = new Date();
  const client = await pool.connect();
  try {
    await client.query('begin');
    const key = [viewer.studioId, decodeId(input.id)];
    const { rows: found } = await client.query({
      name: 'task.lock',
      text: 'select version from projects.tasks where studio_id = $1 and id = $2 and trashed_at is null for update',
      values: key,
    });
    if (found[0]?.version !== input.expectedVersion) throw new Error('There is no such task, or somebody changed it in the meantime.');
    const { rows: changed } = await client.query({
      name: 'task.update',
      text: `update projects.tasks set title = $3, version = version + 1, changed_by_kind = 'member', changed_by_id = $4, updated_at = $5
        where studio_id = $1 and id = $2 returning *`,
      values: [...key, input.title, viewer.memberId, now],
    });
    await client.query({
      name: 'project.touch',
      text: 'update projects.projects set updated_at = $3 where studio_id = $1 and id = $2',
      values: [viewer.studioId, changed[0].project_id, now],
    });
    await client.query('commit');
    return { __typename: 'UpdateTaskSuccess', task: changed[0] };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const personOf = (link, kind, id, context) => (id === null ? null : link(kind === 'contact' ? 'Contact' : 'Member', id, context));

/** Resolvers of projects, tasks and what belongs to them. `link` gives what another room owns. */
export const projects = (link) => ({
  Query: {
    tasks: (_, { first, filter }, context) => {
      const list = tasksOf(filter, context);
      return { nodes: list.page(first), totalCount: list.count };
    },
    projects: (_, { first, filter }, { viewer }) => ({
      nodes: rows('projects', PROJECTS, [viewer.studioId, filter?.status ?? null, first]),
    }),
  },
  Mutation: { updateTask: (_, args, context) => updateTask(args, context) },
  Task: {
    __resolveReference: ({ id }, { load }) => load('Task', decodeId(id)),
    id: (task) => encodeId('Task', task.id),
    dueOn: (task) => task.due_on,
    placeVersion: (task) => task.place_version,
    stage: (task, _, { load }) => task.stage_id && load('Stage', task.stage_id),
    project: (task, _, { load }) => load('Project', task.project_id),
    assignee: (task, _, context) => personOf(link, task.assignee_kind, task.assignee_id, context),
  },
  Project: {
    __resolveReference: ({ id }, { load }) => load('Project', decodeId(id)),
    id: (project) => encodeId('Project', project.id),
    dueOn: (project) => project.due_on,
    updatedAt: (project) => project.updated_at,
    client: (project, _, context) => project.client_id && link('Client', project.client_id, context),
    currentStage: (project, _, { load }) => project.current_stage_id && load('Stage', project.current_stage_id),
    progress: (project, _, context) => context.progress(project.id),
  },
  Stage: {
    __resolveReference: ({ id }, { load }) => load('Stage', decodeId(id)),
    id: (stage) => encodeId('Stage', stage.id),
  },
  Comment: {
    __resolveReference: ({ id }, { load }) => load('Comment', decodeId(id)),
    id: (comment) => encodeId('Comment', comment.id),
    task: (comment, _, { load }) => comment.task_id && load('Task', comment.task_id),
  },
  Assignee: { __resolveType: (person) => person.__typename },
  UpdateTaskResult: { __resolveType: (result) => result.__typename },
});
