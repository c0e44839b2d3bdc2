import { type Columns, columnsBut, columnsOf, type Statement, sqlStatement } from '@atelier/service-kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { inLiveProject, type ReachKind } from '../access.ts';
import type { Access } from '../store.ts';
import { visibleTask } from './task.access.ts';
import { COLUMNS, DUE, filterValues, isSearch, matching, onShelf, type Shelf, type TaskFilter } from './task.filter.repository.ts';
import { tasks } from './task.table.ts';
import type { Task } from './task.ts';

/** The sort key of a task among those of all projects: its day (`infinity` for none), then its id, which grows with time. */
export interface DueKey {
  due: string;
  id: string;
}

const FIRST: DueKey = { due: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** What makes another SQL text, because another index serves it. */
interface Shape {
  kind: ReachKind;
  shelf: Shelf;
  /** Only what is not done. */
  open: boolean;
  /** Only what one person is to do. */
  mine: boolean;
  /** A text or a stage is looked for. */
  search: boolean;
}

const shapeOf = (kind: ReachKind, filter: TaskFilter): Shape => ({
  kind,
  shelf: filter.shelf,
  open: filter.statuses !== null && !filter.statuses.includes('DONE'),
  mine: filter.assignee !== null,
  search: isSearch({ ...filter, assignee: null }),
});

const value = sql.placeholder;

const where = ({ kind, shelf, open, mine, search }: Shape) => sql`tasks.studio_id = ${value('studioId')}::uuid and ${onShelf[shelf]}
  and ${open ? sql`tasks.status <> 'DONE'` : sql`true`}
  and ${mine ? sql`tasks.assignee_id = ${value('assigneeId')}::uuid and tasks.assignee_kind = ${value('assigneeKind')}::text` : sql`true`}
  and ${matching(search)}
  and ${inLiveProject(tasks.studioId, tasks.projectId, shelf !== 'open')}
  and ${visibleTask(kind) ?? sql`true`}`;

function byShape<Row>(
  what: string,
  build: (shape: Shape) => SQL,
  leftOut: readonly (keyof Row & string)[] = [],
): (shape: Shape) => Statement<Row[]> {
  const made = new Map<string, Statement<Row[]>>();
  return (shape) => {
    const name = `tasks.${what}.${shape.kind}.${shape.shelf}${shape.open ? '.open' : ''}${shape.mine ? '.mine' : ''}${shape.search ? '.search' : ''}`;
    const known = made.get(name) ?? sqlStatement<Row>(name, () => build(shape), leftOut);
    made.set(name, known);
    return known;
  };
}

const page = (columns: SQL) => (shape: Shape) =>
  sql`select ${columns} from ${tasks}
  where ${where(shape)} and (${DUE}, tasks.id) > (${value('due')}::date, ${value('id')}::uuid)
  order by ${DUE}, tasks.id limit ${value('limit')}::int`;

/** What a line of a list shows. */
const LISTED: readonly (keyof Task)[] = ['id', 'projectId', 'stageId', 'title', 'status', 'assigneeKind', 'assigneeId', 'dueOn'];

const pages = {
  all: byShape<Task>('due', page(COLUMNS)),
  listed: byShape<Task>('due_listed', page(columnsOf(tasks, LISTED)), columnsBut(tasks, LISTED)),
};

/** No list is counted beyond a full page: a large studio's home would cost what counting all of its work costs. */
const COUNTED_AT_MOST = 100;

const counts = byShape<{ count: number }>(
  'due_count',
  (shape) => sql`select count(*)::int as count from (select from ${tasks} where ${where(shape)} limit ${COUNTED_AT_MOST}::int) found`,
);

/** Tasks of all projects that the viewer sees and that are not in the trash, by due day. An index in this order serves each shape. */
export async function duePage(
  { session, studioId, reach }: Access,
  filter: TaskFilter,
  after: DueKey | null,
  limit: number,
  columns: Columns,
): Promise<Task[]> {
  const values = { studioId, person: reach.person, ...filterValues(filter), ...(after ?? FIRST), limit };
  return session.run(pages[columns](shapeOf(reach.kind, filter)), values);
}

/** How many there are in all; 100 where there are more. */
export async function dueCount({ session, studioId, reach }: Access, filter: TaskFilter): Promise<number> {
  const [row] = await session.run(counts(shapeOf(reach.kind, filter)), { studioId, person: reach.person, ...filterValues(filter) });
  return row?.count ?? 0;
}
