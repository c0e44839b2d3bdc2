import { notFound } from '@atelier/service-kit/errors';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import type { Project } from './project.ts';

/** The use cases of projects. */
export type ProjectService = ReturnType<typeof projectService>;

/** The use cases of projects for one request. */
export function projectService({ viewer, store }: UseCases) {
  return {
    /** The project, or null where the viewer does not see it. */
    async find(id: string): Promise<Project | null> {
      permissions.require(viewer, 'project.read');
      return store.read.projects.byId(id);
    },

    /** @throws NOT_FOUND where the viewer does not see it. */
    async get(id: string): Promise<Project> {
      permissions.require(viewer, 'project.read');
      return (await store.read.projects.byId(id)) ?? fail();
    },
  };
}

function fail(): never {
  throw notFound();
}
