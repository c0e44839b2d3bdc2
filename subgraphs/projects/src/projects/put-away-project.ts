import type { Audience } from '@atelier/service-kit/activity';
import { notFound } from '@atelier/service-kit/errors';
import type { UseCases } from '../context.ts';
import { recordLost } from '../grants/grant.records.ts';
import { permissions } from '../permissions.ts';
import type { Unit } from '../store.ts';
import { type Project, purgeAt, refuseInTrash } from './project.ts';
import { planPurge } from './purge-project.ts';

const team: readonly Audience[] = ['team'];
const everybody: readonly Audience[] = ['team', 'client'];
const personOf = (id: string): Audience => `person:${id}`;

/** How a project is archived, put in the trash and taken back. */
export function putAway({ viewer, store, env }: UseCases) {
  async function open(unit: Unit, id: string): Promise<Project> {
    const project = await unit.projects.lock(id);
    if (project === null) throw notFound();
    return project;
  }

  return {
    /** Takes a project out of the default lists, or back into them. Repeating it changes nothing. */
    async archive(id: string, archived: boolean): Promise<Project> {
      permissions.require(viewer, 'project.update');
      return store.write(async (unit) => {
        const project = await open(unit, id);
        refuseInTrash(project);
        if ((project.archivedAt !== null) === archived) return project;
        const saved = await unit.projects.update(project, {
          archivedAt: archived ? unit.now : null,
          updatedAt: unit.now,
          version: project.version + 1,
        });
        await unit.record({
          projectId: id,
          entity: { typename: 'Project', id },
          verb: archived ? 'project.archived' : 'project.unarchived',
          name: project.name,
          audienceBefore: everybody,
          audienceAfter: everybody,
          inLists: true,
        });
        return saved;
      });
    },

    /** Puts a project in the trash: contacts and guests lose it at once, and a job deletes it when its time is up. */
    async trash(id: string): Promise<Project> {
      permissions.require(viewer, 'project.trash');
      return store.write(async (unit) => {
        const project = await open(unit, id);
        if (project.trashedAt !== null) return project;
        const [shares, grants] = await Promise.all([unit.grants.shares(id), unit.grants.grants(id)]);
        const saved = await unit.projects.update(project, { trashedAt: unit.now, updatedAt: unit.now, version: project.version + 1 });
        await planPurge(unit, project, purgeAt(unit.now, env.TRASH_DAYS));
        await unit.record({
          projectId: id,
          entity: { typename: 'Project', id },
          verb: 'project.trashed',
          name: project.name,
          audienceBefore: everybody,
          audienceAfter: team,
          inLists: { audienceBefore: [...team, ...shares.map((share) => personOf(share.contactId))], audienceAfter: team },
          event: { type: 'project.trashed', data: { projectId: id } },
        });
        await recordLost(
          unit,
          project,
          grants.map((grant) => grant.memberId),
        );
        return saved;
      });
    },

    /** Takes a project back out of the trash, as it was. */
    async restore(id: string): Promise<Project> {
      permissions.require(viewer, 'project.trash');
      return store.write(async (unit) => {
        const project = await open(unit, id);
        if (project.trashedAt === null) return project;
        const saved = await unit.projects.update(project, { trashedAt: null, updatedAt: unit.now, version: project.version + 1 });
        await unit.record({
          projectId: id,
          entity: { typename: 'Project', id },
          verb: 'project.restored',
          name: project.name,
          audienceBefore: team,
          audienceAfter: everybody,
          inLists: true,
        });
        return saved;
      });
    },
  };
}
