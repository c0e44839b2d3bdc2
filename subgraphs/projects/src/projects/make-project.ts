import { badInput, type InvalidInput, notFound } from '@atelier/service-kit/errors';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Peers } from '@atelier/service-kit/peers';
import type { UseCases } from '../context.ts';
import { actorOf } from '../events.ts';
import { permissions } from '../permissions.ts';
import { checkStageNames, positions, type Stage } from '../stages/stage.ts';
import { checkDraft, firstStage, type Project, type ProjectDraft } from './project.ts';

/** What a new project brings. Ids are plain uuids. */
export interface NewProject extends Pick<ProjectDraft, 'name' | 'clientId' | 'brief' | 'startsOn' | 'dueOn' | 'status'> {
  /** Chosen by the client, or null. */
  id: string | null;
  /** The names of its stages in order. */
  stages: readonly string[];
}

/** @throws NOT_FOUND when there is no such client for this viewer. */
export async function requireClient(peers: Peers, viewerToken: string, clientId: string): Promise<void> {
  const [client] = await peers.entities<{ id: string }>(viewerToken, 'Client', [encodeId('Client', clientId)], '{ id }');
  if (!client) throw notFound();
}

/** How a project is made. */
export function makeProject({ viewer, viewerToken, store, peers }: UseCases) {
  return {
    /** Makes a project with its stages. A repeat with the same id by the same person gives what was made. */
    async create(input: NewProject): Promise<Project | InvalidInput> {
      permissions.require(viewer, 'project.create');
      const invalid = checkDraft(input) ?? checkStageNames(input.stages);
      if (invalid) return invalid;
      if (input.clientId !== null) await requireClient(peers, viewerToken, input.clientId);
      const createdBy = actorOf(viewer).id;
      return store.write(async (unit) => {
        const { now } = unit;
        const project: Project = {
          studioId: store.studioId,
          id: input.id ?? uuidv7(now.getTime()),
          name: input.name.trim(),
          status: input.status,
          clientId: input.clientId,
          brief: input.brief,
          startsOn: input.startsOn,
          dueOn: input.dueOn,
          newIsTeamOnly: true,
          currentStageId: null,
          createdBy,
          createdAt: now,
          updatedAt: now,
          archivedAt: null,
          trashedAt: null,
          version: 1,
        };
        if (!(await unit.projects.insert(project))) {
          const taken = await unit.projects.byId(project.id);
          if (taken === null || taken.createdBy !== createdBy) throw badInput('This id is taken. Make another one.', ['input', 'id']);
          return taken;
        }
        const keys = positions(input.stages.length);
        const stages = input.stages.map(
          (name, index): Stage => ({
            studioId: project.studioId,
            id: uuidv7(now.getTime()),
            projectId: project.id,
            name: name.trim(),
            position: keys[index] ?? '',
            createdAt: now,
          }),
        );
        await unit.stages.insert(stages);
        const currentStageId = firstStage(
          input.status,
          stages.map((stage) => stage.id),
        );
        const made = currentStageId === null ? project : await unit.projects.update(project, { currentStageId });
        await unit.record({
          projectId: project.id,
          entity: { typename: 'Project', id: project.id },
          verb: 'project.created',
          name: project.name,
          after: { name: project.name, status: project.status },
          audienceBefore: [],
          audienceAfter: ['team'],
          inLists: true,
        });
        return made;
      });
    },
  };
}
