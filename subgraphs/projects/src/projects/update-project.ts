import { type InvalidInput, notFound } from '@atelier/service-kit/errors';
import type { UseCases } from '../context.ts';
import type { Fields, Ref } from '../events.ts';
import { permissions } from '../permissions.ts';
import { requireClient } from './make-project.ts';
import { change, type Project, type ProjectPatch, refuseInTrash } from './project.ts';

/** Somebody else was faster; nothing was saved. */
export interface ProjectVersionConflict {
  __typename: 'ProjectVersionConflict';
  message: string;
  code: 'VERSION_CONFLICT';
  path: null;
  project: Project;
}

/** How a project is changed. */
export function updateProject({ viewer, viewerToken, store, peers }: UseCases) {
  return {
    /** Changes fields of a project; without any difference nothing is written. */
    async update(id: string, expectedVersion: number, patch: ProjectPatch): Promise<Project | ProjectVersionConflict | InvalidInput> {
      permissions.require(viewer, 'project.update');
      if ((await store.read.projects.byId(id)) === null) throw notFound();
      if (patch.clientId) await requireClient(peers, viewerToken, patch.clientId);
      return store.write(async (unit) => {
        const project = await unit.projects.lock(id);
        if (project === null) throw notFound();
        refuseInTrash(project);
        if (project.version !== expectedVersion) {
          return {
            __typename: 'ProjectVersionConflict',
            message: 'Somebody changed the project in the meantime. Look at it as it is now, then change it again.',
            code: 'VERSION_CONFLICT',
            path: null,
            project,
          };
        }
        if (patch.currentStageId) {
          const stage = await unit.stages.byId(patch.currentStageId);
          if (stage?.projectId !== id) throw notFound();
        }
        const changes = change(project, patch);
        if (changes === null || 'code' in changes) return changes ?? project;
        const saved = await unit.projects.update(project, { ...changes.after, updatedAt: unit.now, version: project.version + 1 });
        await unit.record({
          projectId: id,
          entity: { typename: 'Project', id },
          verb: 'project.updated',
          name: saved.name,
          before: shown(changes.before),
          after: shown(changes.after),
          audienceBefore: ['team', 'client'],
          audienceAfter: ['team', 'client'],
          inLists: true,
        });
        return saved;
      });
    },
  };
}

/** Changed fields as the activity keeps them: ids name their type, and a brief is too long to keep twice. */
function shown({ clientId, currentStageId, brief, ...plain }: ProjectPatch): Fields {
  const ref = (type: Ref['type'], id: string | null): Ref | null => (id === null ? null : { type, id });
  return {
    ...plain,
    ...(brief === undefined ? {} : { brief: brief.length > 200 ? `${brief.slice(0, 200)}…` : brief }),
    ...(clientId === undefined ? {} : { client: ref('Client', clientId) }),
    ...(currentStageId === undefined ? {} : { currentStage: ref('Stage', currentStageId) }),
  };
}
