import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import type { Columns } from '@atelier/service-kit/database';
import { encodeId } from '@atelier/service-kit/ids';
import { z } from 'zod';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import type { BoardColumn } from '../projects/board.ts';
import type { PageArgs } from '../projects/project.service.ts';
import type { Project } from '../projects/project.ts';
import type { Stage } from '../stages/stage.ts';
import { changeTasks } from './change-task.ts';
import { createTasks } from './create-task.ts';
import { moveTasks } from './move-task.ts';
import { personBehind } from './open-task.ts';
import type { Place } from './place.ts';
import { putAwayTasks } from './put-away-task.ts';
import type { DueKey } from './task.due.repository.ts';
import type { TaskFilter } from './task.filter.repository.ts';
import type { Grouping, Progress } from './task.lists.repository.ts';
import { assigneeOf, isSamePerson, type Person, STATUSES, type Task, type TaskStatus } from './task.ts';

const places = cursorCodec<Place>('tasks:place:1', z.object({ position: z.string().regex(/^[0-9A-Za-z]{1,2000}$/), id: z.guid() }));
const placeCursor = ({ position, id }: Task): string => places.encode({ position, id });

const dueKeys = cursorCodec<DueKey>('tasks:due:1', z.object({ due: z.union([z.iso.date(), z.literal('infinity')]), id: z.guid() }));
const dueCursor = (task: Task): string => dueKeys.encode({ due: task.dueOn ?? 'infinity', id: task.id });

/** Narrows a list as the API says it; plain uuids. All that is given must hold. */
export interface TaskListFilter {
  text?: string | null;
  status?: readonly TaskStatus[] | null;
  stageId?: string | null;
  assignee?: Person | null;
  assignedToViewer?: boolean | null;
  dueBefore?: string | null;
  archived?: boolean | null;
  trashed?: boolean | null;
}

/** How a board is asked for. */
export interface BoardArgs {
  groupBy: 'STATUS' | 'STAGE';
  first?: number | null;
  filter?: TaskListFilter;
}

/** The use cases of tasks. */
export type TaskService = ReturnType<typeof taskService>;

/** The use cases of tasks for one request. */
export function taskService(useCases: UseCases) {
  const { viewer, store } = useCases;
  const me = personBehind(viewer);

  /** The filter that repositories take; null when nothing can match. */
  function filterOf(narrow: TaskListFilter): TaskFilter | null {
    const asked = narrow.assignee ?? null;
    const isMine = narrow.assignedToViewer ?? false;
    if (isMine && (me === null || (asked !== null && !isSamePerson(asked, me)))) return null;
    return {
      shelf: narrow.trashed ? 'trashed' : narrow.archived ? 'archived' : 'open',
      text: narrow.text?.trim() || null,
      statuses: narrow.status ?? null,
      stageId: narrow.stageId ?? null,
      assignee: isMine ? me : asked,
      dueBefore: narrow.dueBefore ?? null,
    };
  }

  /** A page of one column; the columns of one operation are read by one statement. */
  async function column(
    grouping: Grouping,
    filter: TaskFilter | null,
    part: { projectId: string; key: string },
    page: PageArgs & { first: number },
  ): Promise<Connection<Task>> {
    const { first } = page;
    const after = places.decode(page.after);
    const rows = filter === null ? [] : await store.read.tasks.page(grouping, filter, { ...part, after, limit: first + 1 });
    const totalCount = () => (filter === null ? 0 : store.read.tasks.count(grouping, filter, part));
    return connectionOf({ rows, first, after: page.after, cursor: placeCursor, totalCount });
  }

  return {
    ...createTasks(useCases),
    ...changeTasks(useCases),
    ...moveTasks(useCases),
    ...putAwayTasks(useCases),

    /** The tasks in the order of their ids; null for what the viewer does not see. */
    async findAll(ids: readonly string[]): Promise<(Task | null)[]> {
      permissions.require(viewer, 'task.read');
      return store.read.tasks.byIds(ids);
    },

    /** Tasks of all projects that the viewer sees, by due day and then by age; with all their columns, or what a line shows. */
    async list(page: PageArgs, narrow: TaskListFilter, columns: Columns): Promise<Connection<Task>> {
      permissions.require(viewer, 'task.read');
      const first = pageSize(page.first);
      const after = dueKeys.decode(page.after);
      const filter = filterOf(narrow);
      const rows = filter === null ? [] : await store.read.tasks.duePage(filter, after, first + 1, columns);
      const totalCount = () => (filter === null ? 0 : store.read.tasks.dueCount(filter));
      return connectionOf({ rows, first, after: page.after, cursor: dueCursor, totalCount });
    },

    /** A page of a project's tasks in the board's order. A single status is read as its column, by its own index. */
    async ofProject({ id: projectId }: Pick<Project, 'id'>, page: PageArgs, narrow: TaskListFilter): Promise<Connection<Task>> {
      permissions.require(viewer, 'task.read');
      const first = pageSize(page.first, 50);
      const filter = filterOf(narrow);
      const [status, ...others] = filter?.statuses ?? [];
      const isColumn = status !== undefined && others.length === 0;
      return column(isColumn ? 'status' : 'none', filter, { projectId, key: isColumn ? status : '' }, { ...page, first });
    },

    /** The board of a project: every column with its first page, by one statement; counts, where asked for, by one more. */
    async board({ id: projectId }: Pick<Project, 'id'>, { groupBy, first, filter: narrow = {} }: BoardArgs): Promise<BoardColumn[]> {
      permissions.require(viewer, 'task.read');
      const size = pageSize(first, 50);
      const filter = filterOf(narrow);
      if (groupBy === 'STATUS') {
        return Promise.all(
          STATUSES.map(async (status) => ({
            key: `status:${status}`,
            status,
            stage: null,
            tasks: await column('status', filter, { projectId, key: status }, { first: size }),
          })),
        );
      }
      const stages = [null, ...(await store.read.stages.ofProject(projectId))];
      return Promise.all(
        stages.map(async (stage) => ({
          key: `stage:${stage === null ? 'none' : encodeId('Stage', stage.id)}`,
          status: null,
          stage,
          tasks: await column('stage', filter, { projectId, key: stage?.id ?? '' }, { first: size }),
        })),
      );
    },

    /** How many tasks of each project the viewer sees that are not archived, and how many are done. */
    async progressOfProjects(projects: readonly Pick<Project, 'id'>[]): Promise<Progress[]> {
      permissions.require(viewer, 'task.read');
      return store.read.tasks.progressOfProjects(projects.map(({ id }) => id));
    },

    /** As `progressOfProjects`, of one stage. */
    async progressOfStage(stage: Pick<Stage, 'projectId' | 'id'>): Promise<Progress> {
      permissions.require(viewer, 'task.read');
      return store.read.tasks.progressOfStage(stage.projectId, stage.id);
    },

    /** Whether the viewer may change and move it. */
    canUpdate: (task: Task): boolean => task.trashedAt === null && permissions.allows(viewer, 'task.edit'),

    /** Whether the viewer may tick its checklist and mark it done: editors, and the contact whom it was given to. */
    canComplete: (task: Task): boolean =>
      task.trashedAt === null &&
      permissions.allows(viewer, 'task.complete') &&
      (viewer.kind !== 'contact' || isSamePerson(assigneeOf(task), me)),

    /** Whether the viewer may comment on it. */
    canComment: (task: Task): boolean => task.trashedAt === null && permissions.allows(viewer, 'comment.write'),
  };
}
