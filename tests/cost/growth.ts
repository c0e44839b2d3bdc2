import type { TestDatabase } from '@atelier/testing';

/** The plain UUIDs that a studio grows around. */
export interface Seedling {
  studioId: string;
  /** The member who looks at the pages. */
  memberId: string;
  projectId: string;
  taskId: string;
}

/**
 * Gives a task, a comment, an event and a notification to each kind of person, so that a page asks every domain already when it is
 * small.
 */
export async function mixPeople({ admin }: TestDatabase, { studioId, memberId, projectId, taskId }: Seedling): Promise<void> {
  const contact = `(select id from clients.contacts where studio_id = $1 order by id limit 1)`;
  await admin.query(
    `update projects.tasks set assignee_kind = case when id = $3 then 'member' else 'contact' end,
       assignee_id = case when id = $3 then $4::uuid else ${contact} end, visibility = 'CLIENT', status = 'TODO', due_on = current_date,
       checklist = '[{"id": "00000000-0000-4000-8000-000000000001", "text": "Ask", "done": false}]'
     where studio_id = $1 and project_id = $2`,
    [studioId, projectId, taskId, memberId],
  );
  for (const task of [null, taskId]) {
    for (const [kind, author] of [
      ['member', '$4::uuid'],
      ['contact', contact],
    ]) {
      await admin.query(
        `insert into projects.comments (studio_id, id, project_id, task_id, author_kind, author_id, body, mentions, visibility, created_at)
         select $1, gen_random_uuid(), $2, $3, '${kind}', ${author}, 'Seen', '[]', 'CLIENT', now() where $4::uuid is not null`,
        [studioId, projectId, task, memberId],
      );
    }
  }
  await admin.query(
    `update projects.activity set actor_kind = 'contact', actor_id = ${contact}
     where studio_id = $1 and subject_id = $2 and version = 3 and $3::uuid is not null and $4::uuid is not null`,
    [studioId, projectId, taskId, memberId],
  );
  await admin.query(
    `update messaging.notifications set actor_kind = 'member', actor_id = $4, task_id = $3,
       comment_id = (select min(id::text)::uuid from projects.comments where project_id = $2 and task_id = $3)
     where studio_id = $1 and project_id = $2`,
    [studioId, projectId, taskId, memberId],
  );
}

/** Adds what a busy studio has: 30 people, 100 clients, 100 projects, 200 notifications, and in the one project 300 of everything. */
export async function growStudio(db: TestDatabase, { studioId, memberId, projectId, taskId }: Seedling): Promise<void> {
  const add = copier(db, studioId);
  // A member's person, under an address of their own.
  const people = await db.admin.query<{ id: string }>(
    `insert into auth.users (${await columns(db, 'auth.users')})
     select ${await columns(db, 'auth.users', { id: 'gen_random_uuid()', email: `n || '@grown.example'`, name: `'Person ' || n` })}
     from auth.users o, generate_series(1, 30) n where o.id = (select user_id from accounts.members where id = $1) returning id`,
    [memberId],
  );
  await add('accounts.members', `o.id = '${memberId}'`, 30, {
    id: 'gen_random_uuid()',
    user_id: `('{${people.rows.map(({ id }) => id).join(',')}}'::uuid[])[n]`,
  });
  await add('clients.clients', 'o.id = (select min(id::text)::uuid from clients.clients c where c.studio_id = o.studio_id)', 100, {
    id: 'gen_random_uuid()',
    name_key: `o.name_key || n`,
  });
  await add('clients.contacts', 'o.id = (select min(id::text)::uuid from clients.contacts c where c.studio_id = o.studio_id)', 100, {
    id: 'gen_random_uuid()',
    email: `n || '@client.example'`,
    client_id: some('clients.clients'),
  });
  await add('projects.stages', `o.id = (select min(id::text)::uuid from projects.stages s where s.project_id = '${projectId}')`, 15, {
    id: 'gen_random_uuid()',
    position: `o.position || 'V' || n`,
  });
  const who = `case when n % 2 = 0 then 'member' else 'contact' end`;
  const whose = `case when n % 2 = 0 then ${some('accounts.members')} else ${some('clients.contacts')} end`;
  await add('projects.tasks', `o.id = '${taskId}'`, 300, {
    id: 'gen_random_uuid()',
    assignee_kind: `case when n % 3 = 0 then 'member' else ${who} end`,
    // Every third is the viewer's own, for what waits for them.
    assignee_id: `case when n % 3 = 0 then '${memberId}'::uuid else ${whose} end`,
    stage_id: some('projects.stages', `and project_id = '${projectId}'`),
    // Before all others, so that the first of them are of all kinds of people.
    due_on: `o.due_on - 365`,
    status: `('{TODO,IN_PROGRESS,IN_REVIEW,DONE}'::text[])[1 + n % 4]`,
    position: `o.position || 'V' || n`,
    checklist: `(select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'text', 'Item', 'done', false)) from generate_series(1, 1 + n % 12))`,
  });
  const said = { id: 'gen_random_uuid()', author_kind: who, author_id: whose };
  const ofProject = (condition: string) =>
    `o.id = (select min(id::text)::uuid from projects.comments c where c.project_id = '${projectId}' and ${condition})`;
  await add('projects.comments', ofProject('c.task_id is null'), 200, said);
  await add('projects.comments', ofProject(`c.task_id = '${taskId}'`), 200, said);
  await add('projects.comments', ofProject(`c.task_id = '${taskId}'`), 300, {
    ...said,
    task_id: some('projects.tasks', `and project_id = '${projectId}'`),
  });
  await add('projects.activity', `o.subject_id = '${projectId}' and o.version = 2`, 200, {
    id: 'gen_random_uuid()',
    version: '1000 + n',
    actor_kind: who,
    actor_id: whose,
    entity_id: some('projects.tasks', `and project_id = '${projectId}'`),
  });
  await add('projects.projects', `o.id = '${projectId}'`, 100, {
    id: 'gen_random_uuid()',
    name: `'Grown ' || n`,
    client_id: some('clients.clients'),
    current_stage_id: 'null',
    updated_at: `o.updated_at - n * interval '1 minute'`,
  });
  const share = { contact_id: nth('clients.contacts', `and email like '%@client.example'`) };
  await add('projects.project_shares', `o.project_id = '${projectId}'`, 50, share);
  await add('projects.project_shares', `o.project_id = '${projectId}'`, 100, {
    project_id: nth('projects.projects', `and name like 'Grown %'`),
  });
  await add('accounts.client_links', `o.project_id = '${projectId}'`, 50, {
    ...share,
    id: 'gen_random_uuid()',
    token_hash: `o.token_hash || n`,
  });
  const notification = `(select min(id::text)::uuid from messaging.notifications c where c.member_id = '${memberId}')`;
  await add('messaging.notifications', `o.id = ${notification}`, 200, {
    id: 'gen_random_uuid()',
    actor_kind: who,
    actor_id: whose,
    project_id: some('projects.projects'),
    task_id: some('projects.tasks', `and project_id = '${projectId}'`),
    comment_id: nth('projects.comments', `and project_id = '${projectId}' and task_id <> '${taskId}'`),
    created_at: `o.created_at + n * interval '1 second'`,
  });
}

/** Any row of the studio; another one for each n. */
const some = (table: string, condition = ''): string =>
  `(select id from ${table} where studio_id = o.studio_id ${condition} order by md5(id::text || n) limit 1)`;

/** The nth row of the studio. */
const nth = (table: string, condition = ''): string =>
  `(select id from ${table} where studio_id = o.studio_id ${condition} order by id offset n - 1 limit 1)`;

/** Adds copies of a studio's row `o`, numbered n from 1; `changes` are the SQL of the columns that differ. */
function copier(db: TestDatabase, studioId: string) {
  return async (table: string, which: string, count: number, changes: Readonly<Record<string, string>>): Promise<void> => {
    const { rowCount } = await db.admin.query(
      `insert into ${table} (${await columns(db, table)}) select ${await columns(db, table, changes)}
       from (select * from ${table} o where studio_id = $1 and ${which} limit 1) o, generate_series(1, ${count}) n`,
      [studioId],
    );
    if (rowCount !== count) throw new Error(`${table} got ${rowCount} rows, not ${count}.`);
  };
}

/** The columns of a table that can be written: their names, or what they are filled with. */
async function columns({ admin }: TestDatabase, table: string, changes?: Readonly<Record<string, string>>): Promise<string> {
  const [schema, name] = table.split('.');
  const { rows } = await admin.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' order by ordinal_position`,
    [schema, name],
  );
  return rows.map((column) => (changes ? (changes[column.name] ?? `o.${column.name}`) : column.name)).join(', ');
}
