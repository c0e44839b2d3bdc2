import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import { type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import { z } from 'zod';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import { type Project, refuseInTrash } from '../projects/project.ts';
import type { Unit } from '../store.ts';
import { dropMember } from './grant.handlers.ts';
import { recordLetIn, recordShutOut } from './grant.records.ts';
import { mayBeLetIn, type ProjectGrant, type ProjectShare } from './grant.ts';
import type { GrantKey } from './member-grants.repository.ts';

const cursors = cursorCodec<GrantKey>('grants:member:1', z.object({ since: z.iso.datetime(), projectId: z.guid() }));

/** The most projects that are opened at once. */
const AT_ONCE = 100;

const NOT_A_GUEST = invalidInput('NOT_A_GUEST', 'Only a guest needs to be let in; this member sees every project.', ['input', 'memberId']);

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

  /** What is wrong with opening projects to somebody, if anything. @throws NOT_FOUND when the viewer does not know them. */
  async function checkGuest(memberId: string): Promise<InvalidInput | null> {
    const [member] = await peers.entities<{ role: string }>(viewerToken, 'Member', [encodeId('Member', memberId)], '{ id role }');
    if (!member) throw notFound();
    return member.role === 'GUEST' ? null : NOT_A_GUEST;
  }

  return {
    /** What is open to a guest, the last opened first; null for viewers who are not told. */
    async ofMember(memberId: string, args: { first?: number | null; after?: string | null }): Promise<Connection<ProjectGrant> | null> {
      if (!permissions.allows(viewer, 'project.readPeople')) return null;
      const first = pageSize(args.first);
      return connectionOf({
        rows: await store.read.memberGrants.page(memberId, cursors.decode(args.after), first + 1),
        first,
        after: args.after,
        cursor: ({ since, projectId }) => cursors.encode({ since: since.toISOString(), projectId }),
        totalCount: () => store.read.memberGrants.count(memberId),
      });
    },

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
      const wrong = await checkGuest(memberId);
      if (wrong) return wrong;
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

    /** Opens projects to a guest, all or none. Those that are open already stay as they are. */
    async grantMany(projectIds: readonly string[], memberId: string): Promise<InvalidInput | null> {
      permissions.require(viewer, 'project.share');
      const wanted = [...new Set(projectIds)].sort();
      if (wanted.length > AT_ONCE) {
        return invalidInput('TOO_LONG', `At most ${AT_ONCE} projects are opened at once. Open the others after that.`, [
          'input',
          'projectIds',
        ]);
      }
      const seen = await Promise.all(wanted.map((id) => store.read.projects.byId(id)));
      if (seen.includes(null)) throw notFound();
      const wrong = await checkGuest(memberId);
      if (wrong) return wrong;
      await store.write(async (unit) => {
        for (const projectId of wanted) {
          const project = await open(unit, projectId);
          if (await unit.grants.grant(projectId, memberId, unit.now))
            await recordLetIn(unit, project, { type: 'Member', id: memberId }, 'project.granted');
        }
      });
      return null;
    },

    /** Closes every project to a guest; gives those that were open. Repeating it changes nothing. */
    async revokeAll(memberId: string): Promise<string[]> {
      permissions.require(viewer, 'project.share');
      return store.write((unit) => dropMember(unit, memberId));
    },
  };
}
