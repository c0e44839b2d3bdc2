/** The dashboard as one statement written by hand behind node:http. */
import { createServer } from 'node:http';
import { rows } from './lib/database.mjs';
import { toBase62 } from './lib/ids.mjs';
import { viewerOf } from './lib/viewer.mjs';

const iso = (column) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
// Base 62 is not a database's work: ids leave it as "type:uuid" and are written in Node.
const idOf = (type, column) => `'${type}:' || ${column}`;
const objectOf = (typename, fields) =>
  `json_build_object(${Object.entries({ ...fields, __typename: `'${typename}'` })
    .map(([name, value]) => `'${name}', ${value}`)
    .join(', ')})`;

const DUE = `(case when t.due_on is null then 'infinity'::date else t.due_on end)`;
const openTasks = (columns, condition) => `select ${columns} from projects.tasks t
  where t.studio_id = $1 and t.archived_at is null and t.trashed_at is null and t.status in ('TODO', 'IN_PROGRESS', 'IN_REVIEW')
    and t.status <> 'DONE' and ${condition}
    and exists (select from projects.projects p
      where p.studio_id = t.studio_id and p.id = t.project_id and p.trashed_at is null and p.archived_at is null)`;

const taskPage = (condition, limit) => `(select coalesce(json_agg(${objectOf('Task', {
  id: idOf('task', 't.id'),
  title: 't.title',
  taskStatus: 't.status',
  dueOn: 't.due_on',
  project: objectOf('Project', { id: idOf('project', 'p.id'), name: 'p.name' }),
  assignee: `case t.assignee_kind
    when 'member' then ${objectOf('Member', { id: idOf('member', 'm.id'), name: 'u.name', picture: 'u.picture', isViewer: 'm.id = $2' })}
    when 'contact' then ${objectOf('Contact', { id: idOf('contact', 'c.id'), name: 'c.name', isViewer: 'false' })} end`,
})} order by ${DUE}, t.id), '[]')
  from (${openTasks('t.*', condition)} order by ${DUE}, t.id limit ${limit}) t
  join projects.projects p on p.studio_id = t.studio_id and p.id = t.project_id
  left join accounts.members m on t.assignee_kind = 'member' and m.studio_id = t.studio_id and m.id = t.assignee_id
  left join accounts.people u on u.id = m.user_id
  left join clients.contacts c on t.assignee_kind = 'contact' and c.studio_id = t.studio_id and c.id = t.assignee_id)`;

const underWay = `(select coalesce(json_agg(${objectOf('Project', {
  id: idOf('project', 'p.id'),
  name: 'p.name',
  projectStatus: 'p.status',
  dueOn: 'p.due_on',
  updatedAt: iso('p.updated_at'),
  client: `case when c.id is not null then ${objectOf('Client', { id: idOf('client', 'c.id'), name: 'c.name' })} end`,
  currentStage: `case when s.id is not null then ${objectOf('Stage', { id: idOf('stage', 's.id'), name: 's.name' })} end`,
  progress: objectOf('Progress', { total: 'g.total', done: 'g.done' }),
})} order by p.updated_at desc, p.id desc), '[]')
  from (select * from projects.projects where studio_id = $1 and archived_at is null and trashed_at is null
    and status in ('ACTIVE', 'ON_HOLD') order by updated_at desc, id desc limit 6) p
  left join clients.clients c on c.studio_id = p.studio_id and c.id = p.client_id
  left join projects.stages s on s.studio_id = p.studio_id and s.id = p.current_stage_id
  cross join lateral (select count(*) as total, count(*) filter (where t.status = 'DONE') as done from projects.tasks t
    where t.studio_id = p.studio_id and t.project_id = p.id and t.archived_at is null and t.trashed_at is null) g)`;

const notifications = `(select coalesce(json_agg(${objectOf('Notification', {
  id: idOf('notification', 'n.id'),
  kind: 'n.kind',
  createdAt: iso('n.created_at'),
  readAt: iso('n.read_at'),
  actor: `case n.actor_kind
    when 'member' then ${objectOf('Member', { id: idOf('member', 'm.id'), name: 'u.name', picture: 'u.picture' })}
    when 'contact' then ${objectOf('Contact', { id: idOf('contact', 'c.id'), name: 'c.name' })} end`,
  project: objectOf('Project', { id: idOf('project', 'p.id'), name: 'p.name' }),
  task: `case when t.id is not null then ${objectOf('Task', { id: idOf('task', 't.id'), title: 't.title' })} end`,
  comment: `case when k.id is not null then ${objectOf('Comment', {
    id: idOf('comment', 'k.id'),
    body: 'k.body',
    task: `case when k.task_id is not null then ${objectOf('Task', { id: idOf('task', 'k.task_id') })} end`,
  })} end`,
})} order by n.id desc), '[]')
  from (select * from messaging.notifications where studio_id = $1 and member_id = $2 order by id desc limit 20) n
  join projects.projects p on p.studio_id = n.studio_id and p.id = n.project_id
  left join projects.tasks t on t.studio_id = n.studio_id and t.id = n.task_id
  left join projects.comments k on k.studio_id = n.studio_id and k.id = n.comment_id
  left join accounts.members m on n.actor_kind = 'member' and m.studio_id = n.studio_id and m.id = n.actor_id
  left join accounts.people u on u.id = m.user_id
  left join clients.contacts c on n.actor_kind = 'contact' and c.studio_id = n.studio_id and c.id = n.actor_id)`;

const HOME = `select json_build_object('data', json_build_object(
  'waiting', json_build_object(
    'totalCount', (select count(*) from (${openTasks('', 't.assignee_id = $2')} limit 100) found),
    'nodes', ${taskPage('t.assignee_id = $2', 12)}, '__typename', 'TaskConnection'),
  'due', json_build_object('nodes', ${taskPage('t.due_on <= $3', 30)}, '__typename', 'TaskConnection'),
  'underWay', json_build_object('nodes', ${underWay}, '__typename', 'ProjectConnection'),
  'notifications', json_build_object('nodes', ${notifications}, '__typename', 'NotificationConnection')))::text as answer`;

const ID = /"([a-z]+):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g;

async function home(request) {
  const { studioId, memberId } = viewerOf(request.headers);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString());
  const [{ answer }] = await rows('home', HOME, [studioId, memberId, variables.soon]);
  return answer.replace(ID, (_, type, uuid) => `"${type}_${toBase62(uuid)}"`);
}

const server = createServer((request, response) => {
  home(request).then(
    (answer) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
      response.end(answer);
    },
    (error) => {
      response.writeHead(500);
      response.end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}/` }));
