import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import type { Columns } from '@atelier/service-kit/database';
import { type AppError, forbidden, notFound } from '@atelier/service-kit/errors';
import { z } from 'zod';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import { makeProject } from './make-project.ts';
import type { ProjectFilter, ProjectKey, Shelf } from './project.pages.ts';
import type { Project, ProjectStatus } from './project.ts';
import { putAway } from './put-away-project.ts';
import { updateProject } from './update-project.ts';

const cursors = cursorCodec<ProjectKey>('projects:1', z.object({ at: z.iso.datetime(), id: z.guid() }));
const cursorOf = (project: Project): string => cursors.encode({ at: project.updatedAt.toISOString(), id: project.id });

/** Which page of a list. */
export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** Narrows a list as the API says it; plain uuids. */
export interface ProjectListFilter {
  text?: string | null | undefined;
  status?: readonly ProjectStatus[] | null | undefined;
  clientId?: string | null | undefined;
  archived?: boolean | null | undefined;
  trashed?: boolean | null | undefined;
}

/** The use cases of projects. */
export type ProjectService = ReturnType<typeof projectService>;

/** The use cases of projects for one request. */
export function projectService(useCases: UseCases) {
  const { viewer, store } = useCases;

  /** A client's contact reads a brief and a board, and is shown no more of the studio than that. */
  const can = (action: 'project.update' | 'project.share' | 'task.edit' | 'comment.write') => (project: Project) =>
    project.trashedAt === null && permissions.allows(viewer, action);

  return {
    ...makeProject(useCases),
    ...updateProject(useCases),
    ...putAway(useCases),

    /** The projects in the order of their ids; null for what the viewer does not see. */
    async findAll(ids: readonly string[]): Promise<(Project | null)[]> {
      permissions.require(viewer, 'project.read');
      return store.read.projects.byIds(ids);
    },

    /** As `findAll`, with NOT_FOUND in the place of what the viewer does not see. */
    async getAll(ids: readonly string[]): Promise<(Project | AppError)[]> {
      permissions.require(viewer, 'project.read');
      const found = await store.read.projects.byIds(ids);
      return found.map((project) => project ?? notFound());
    },

    /** A page of the projects that the viewer sees, the last changed first; with all their columns, or what a line shows. */
    async list(page: PageArgs, narrow: ProjectListFilter, columns: Columns): Promise<Connection<Project>> {
      permissions.require(viewer, 'project.read');
      const shelf: Shelf = narrow.trashed ? 'trashed' : narrow.archived ? 'archived' : 'open';
      if (shelf === 'trashed' && !permissions.allows(viewer, 'project.readTrash'))
        throw forbidden('The trash is for owner, admin and manager.');
      const filter: ProjectFilter = {
        shelf,
        text: narrow.text?.trim() || null,
        status: narrow.status ?? null,
        clientId: narrow.clientId ?? null,
      };
      const first = pageSize(page.first);
      const rows = await store.read.projects.page(filter, cursors.decode(page.after), first + 1, columns);
      return connectionOf({ rows, first, after: page.after, cursor: cursorOf, totalCount: () => store.read.projects.count(filter) });
    },

    /** A page of one client's projects; the pages of many clients are read by one statement. */
    async ofClient(clientId: string, page: PageArgs): Promise<Connection<Project>> {
      permissions.require(viewer, 'project.read');
      const first = pageSize(page.first);
      const rows = await store.read.projects.ofClient({ clientId, after: cursors.decode(page.after), limit: first + 1 });
      return connectionOf({
        rows,
        first,
        after: page.after,
        cursor: cursorOf,
        totalCount: () => store.read.projects.countOfClient(clientId),
      });
    },

    /** The version that live streams of the project stand at. */
    liveVersion: (project: Project): Promise<number> => store.read.projects.liveVersion(project.id),

    /** Whether the viewer may change the project and its stages. */
    canUpdate: can('project.update'),
    /** Whether the viewer may make, change and move tasks. */
    canEditTasks: can('task.edit'),
    /** Whether the viewer may comment. */
    canComment: can('comment.write'),
    /** Whether the viewer may let people in. */
    canShare: can('project.share'),
  };
}
