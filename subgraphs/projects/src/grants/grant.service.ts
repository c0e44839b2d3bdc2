import { type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import { type Project, refuseInTrash } from '../projects/project.ts';
import type { Unit } from '../store.ts';
import { recordLetIn, recordShutOut } from './grant.records.ts';
import { mayBeLetIn, type ProjectGrant, type ProjectShare } from './grant.ts';

/** The use cases of letting people in. */
export type GrantService = ReturnType<typeof grantService>;

/** The use cases of letting people in, for one request. */
export function grantService({ viewer, viewerToken, store, peers }: UseCases) {
  /** The project, before others are asked about the person. */
  async function see(projectId: string): Promise<void> {
    permissions.require(viewer, 'project.share');
    if ((await store.read.projects.byId(projectId)) === null) throw notFound();
  }

  async function open(unit: Unit, projectId: string): Promise<Project> {
    const project = await unit.projects.lock(projectId);
    if (project === null) throw notFound();
    refuseInTrash(project);
    return project;
  }

  return {
    /** Whom a project was shared with; null for viewers who are not told. */
    async shares(project: Project): Promise<ProjectShare[] | null> {
      return permissions.allows(viewer, 'project.readPeople') ? store.read.grants.shares(project.id) : null;
    },

    /** To which guests a project was opened; null for viewers who are not told. */
    async grants(project: Project): Promise<ProjectGrant[] | null> {
      return permissions.allows(viewer, 'project.readPeople') ? store.read.grants.grants(project.id) : null;
    },

    /** Lets a client's contact in. Repeating it changes nothing. */
    async share(projectId: string, contactId: string): Promise<Project | InvalidInput> {
      await see(projectId);
      const [contact] = await peers.entities<{ id: string; client: { id: string } | null }>(
        viewerToken,
        'Contact',
        [encodeId('Contact', contactId)],
        '{ id client { id } }',
      );
      if (!contact) throw notFound();
      const clientId = contact.client === null ? null : tryDecodeId(contact.client.id, 'Client');
      return store.write(async (unit) => {
        const project = await open(unit, projectId);
        if (!mayBeLetIn(project.clientId, clientId)) {
          return invalidInput('OTHER_CLIENT', "This person works for another client. Choose somebody of this project's client.", [
            'input',
            'contactId',
          ]);
        }
        if (!(await unit.grants.share(projectId, contactId, unit.now))) return project;
        await recordLetIn(unit, project, { type: 'Contact', id: contactId }, 'project.shared');
        return { ...project, updatedAt: unit.now };
      });
    },

    /** Shuts a contact out. Repeating it changes nothing. */
    async unshare(projectId: string, contactId: string): Promise<Project> {
      await see(projectId);
      return store.write(async (unit) => {
        const project = await open(unit, projectId);
        if (!(await unit.grants.unshare(projectId, contactId))) return project;
        await recordShutOut(unit, project, { type: 'Contact', id: contactId }, 'project.unshared');
        return { ...project, updatedAt: unit.now };
      });
    },

    /** Opens a project to a guest of the studio. Repeating it changes nothing. */
    async grant(projectId: string, memberId: string): Promise<Project | InvalidInput> {
      await see(projectId);
      const [member] = await peers.entities<{ id: string; role: string }>(
        viewerToken,
        'Member',
        [encodeId('Member', memberId)],
        '{ id role }',
      );
      if (!member) throw notFound();
      if (member.role !== 'GUEST') {
        return invalidInput('NOT_A_GUEST', 'Only a guest needs to be let in; this member sees every project.', ['input', 'memberId']);
      }
      return store.write(async (unit) => {
        const project = await open(unit, projectId);
        if (!(await unit.grants.grant(projectId, memberId, unit.now))) return project;
        await recordLetIn(unit, project, { type: 'Member', id: memberId }, 'project.granted');
        return { ...project, updatedAt: unit.now };
      });
    },

    /** Closes a project to a guest. Repeating it changes nothing. */
    async revoke(projectId: string, memberId: string): Promise<Project> {
      await see(projectId);
      return store.write(async (unit) => {
        const project = await open(unit, projectId);
        if (!(await unit.grants.revoke(projectId, memberId))) return project;
        await recordShutOut(unit, project, { type: 'Member', id: memberId }, 'project.revoked');
        return { ...project, updatedAt: unit.now };
      });
    },
  };
}
