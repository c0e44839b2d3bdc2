import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import type { Kit } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import { systemWrite, type Unit } from '../store.ts';
import { isPurgeable, type Project, purgeAt } from './project.ts';

/** The job that deletes a project whose time in the trash is up; one is planned each time a project is put there. */
export const PURGE_TASK = 'project.purge';

/** Plans the end of a project in the trash; an earlier plan for the same project is replaced. */
export const planPurge = (unit: Unit, project: Project, runAt: Date): Promise<void> =>
  addJob(
    unit.tx,
    'projects',
    PURGE_TASK,
    { studioId: project.studioId, projectId: project.id },
    { runAt, key: `${PURGE_TASK}:${project.studioId}:${project.id}` },
  );

const payloadShape = z.object({ studioId: z.string(), projectId: z.string() });

/** Deletes a project with all that is in it, unless it was taken back meanwhile. Its activity stays: it is the audit trail. */
export function purgeProject(kit: Kit, trashDays: number): TaskHandler {
  return async (payload) => {
    const { studioId, projectId } = payloadShape.parse(payload);
    await systemWrite(kit, studioId, async (unit) => {
      const project = await unit.projects.lock(projectId);
      if (project === null || project.trashedAt === null) return;
      if (!isPurgeable(project, unit.now, trashDays)) {
        await planPurge(unit, project, purgeAt(project.trashedAt, trashDays));
        return;
      }
      await unit.projects.remove(projectId);
      await unit.record({
        projectId,
        entity: { typename: 'Project', id: projectId },
        verb: 'project.purged',
        name: project.name,
        audienceBefore: ['team'],
        audienceAfter: [],
        inLists: true,
      });
    });
  };
}
