import { badInput, type InvalidInput, notFound } from '@atelier/service-kit/errors';
import { uuidv7 } from '@atelier/service-kit/ids';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import { type Project, refuseInTrash } from '../projects/project.ts';
import type { Unit } from '../store.ts';
import { checkStageName, MOST_STAGES, positionBefore, type Stage, tooMany } from './stage.ts';

/** A stage and its project after a change. */
export interface StageOutcome {
  stage: Stage;
  project: Project;
}

const everybody = ['team', 'client'] as const;

/** The use cases of stages. */
export type StageService = ReturnType<typeof stageService>;

/** The use cases of stages for one request. */
export function stageService({ viewer, store }: UseCases) {
  /** The project that a stage is changed in, kept from others. */
  async function open(unit: Unit, projectId: string): Promise<Project> {
    const project = await unit.projects.lock(projectId);
    if (project === null) throw notFound();
    refuseInTrash(project);
    return project;
  }

  async function find(unit: Unit, id: string): Promise<Stage> {
    const stage = await unit.stages.byId(id);
    if (stage === null) throw notFound();
    return stage;
  }

  return {
    /** The stages in the order of their ids; null for what the viewer does not see. */
    async findAll(ids: readonly string[]): Promise<(Stage | null)[]> {
      permissions.require(viewer, 'project.read');
      return store.read.stages.byIds(ids);
    },

    /** A project's stages in order. */
    ofProject: (project: Project): Promise<Stage[]> => store.read.stages.ofProject(project.id),

    /** Adds a stage. A repeat with the same id changes nothing. */
    async create(input: {
      id: string | null;
      projectId: string;
      name: string;
      beforeId: string | null;
    }): Promise<StageOutcome | InvalidInput> {
      permissions.require(viewer, 'project.update');
      const invalid = checkStageName(input.name);
      if (invalid) return invalid;
      return store.write(async (unit) => {
        const project = await open(unit, input.projectId);
        const others = await unit.stages.ofProject(project.id);
        const same = others.find((stage) => stage.id === input.id);
        if (same) return { stage: same, project };
        if (others.length >= MOST_STAGES) return tooMany(['input', 'projectId']);
        const position = positionBefore(others, input.beforeId);
        if (position === null) throw notFound();
        const stage: Stage = {
          studioId: store.studioId,
          id: input.id ?? uuidv7(unit.now.getTime()),
          projectId: project.id,
          name: input.name.trim(),
          position,
          createdAt: unit.now,
        };
        if (!(await unit.stages.insert([stage]))) throw badInput('This id is taken. Make another one.', ['input', 'id']);
        await unit.record({
          projectId: project.id,
          entity: { typename: 'Stage', id: stage.id },
          verb: 'stage.created',
          name: stage.name,
          after: { name: stage.name },
          audienceBefore: [],
          audienceAfter: everybody,
        });
        return { stage, project: { ...project, updatedAt: unit.now } };
      });
    },

    /** Renames a stage, or puts it before another one (`beforeId: null`: at the end). */
    async update(input: { id: string; name?: string; beforeId?: string | null }): Promise<StageOutcome | InvalidInput> {
      permissions.require(viewer, 'project.update');
      const { id, name, beforeId } = input;
      const invalid = name === undefined ? null : checkStageName(name);
      if (invalid) return invalid;
      return store.write(async (unit) => {
        const project = await open(unit, (await find(unit, id)).projectId);
        const all = await unit.stages.ofProject(project.id);
        const stage = all.find((each) => each.id === id);
        if (stage === undefined) throw notFound();
        const others = all.filter((each) => each.id !== id);
        const next = all[all.indexOf(stage) + 1]?.id ?? null;
        const position = beforeId === undefined || beforeId === next || beforeId === id ? stage.position : positionBefore(others, beforeId);
        if (position === null) throw notFound();
        const fields = { name: name?.trim() ?? stage.name, position };
        if (fields.name === stage.name && position === stage.position) return { stage, project };
        const changed = await unit.stages.update(stage, fields);
        const isRenamed = changed.name !== stage.name;
        await unit.record({
          projectId: project.id,
          entity: { typename: 'Stage', id },
          verb: isRenamed ? 'stage.renamed' : 'stage.moved',
          name: changed.name,
          before: isRenamed ? { name: stage.name } : null,
          after: isRenamed ? { name: changed.name } : null,
          audienceBefore: everybody,
          audienceAfter: everybody,
        });
        return { stage: changed, project: { ...project, updatedAt: unit.now } };
      });
    },

    /** Removes a stage; its tasks stay in the project, without a stage. */
    async remove(id: string): Promise<{ project: Project }> {
      permissions.require(viewer, 'project.update');
      return store.write(async (unit) => {
        const found = await find(unit, id);
        let project = await open(unit, found.projectId);
        await unit.tasks.clearStage(project.id, id);
        if (project.currentStageId === id) {
          project = await unit.projects.update(project, { currentStageId: null, version: project.version + 1 });
        }
        await unit.stages.remove(id);
        await unit.record({
          projectId: project.id,
          entity: { typename: 'Stage', id },
          verb: 'stage.removed',
          name: found.name,
          before: { name: found.name },
          audienceBefore: everybody,
          audienceAfter: [],
        });
        return { project: { ...project, updatedAt: unit.now } };
      });
    },
  };
}
