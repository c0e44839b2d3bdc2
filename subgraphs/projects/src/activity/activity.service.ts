import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import { z } from 'zod';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import type { PageArgs } from '../projects/project.service.ts';
import type { Project } from '../projects/project.ts';
import type { Task } from '../tasks/task.ts';
import type { ActivityEntry } from './activity.ts';

const cursors = cursorCodec<number>('activity:1', z.number().int().min(1));

/** The use cases of the feed. */
export type ActivityService = ReturnType<typeof activityService>;

/** The use cases of the feed for one request. */
export function activityService({ viewer, store }: UseCases) {
  return {
    /** The entry, or null where the viewer does not see it. */
    async find(id: string): Promise<ActivityEntry | null> {
      permissions.require(viewer, 'activity.read');
      return store.read.activity.byId(id);
    },

    /** What happened in a project, the newest first. */
    async ofProject(project: Project, page: PageArgs): Promise<Omit<Connection<ActivityEntry>, 'totalCount'>> {
      permissions.require(viewer, 'activity.read');
      const first = pageSize(page.first, 30);
      const rows = await store.read.activity.page({ projectId: project.id, before: cursors.decode(page.after), limit: first + 1 });
      return connectionOf({ rows, first, after: page.after, cursor: (entry) => cursors.encode(entry.version), totalCount: () => 0 });
    },

    /** The task that an entry concerns, where there is one and the viewer sees it. */
    async taskOf(entry: ActivityEntry): Promise<Task | null> {
      return entry.taskId === null ? null : store.read.tasks.byId(entry.taskId);
    },
  };
}
