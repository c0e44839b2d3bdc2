import type { Unit } from '../store.ts';
import { recordLetIn, recordShutOut } from './grant.records.ts';

/** A contact is gone: nothing is shared with them any more. */
export async function dropContact(unit: Unit, contactId: string): Promise<void> {
  for (const { projectId } of await unit.grants.sharesWith(contactId)) {
    const project = await unit.projects.lock(projectId);
    if (project === null || !(await unit.grants.unshare(projectId, contactId))) continue;
    await recordShutOut(unit, project, { type: 'Contact', id: contactId }, 'project.unshared');
  }
}

/** Nothing is open to a member any more, who is gone or shut out. Gives the projects that were, also those in the trash. */
export async function dropMember(unit: Unit, memberId: string): Promise<string[]> {
  const closed: string[] = [];
  for (const { projectId } of await unit.grants.grantsTo(memberId)) {
    const project = await unit.projects.lock(projectId);
    if (project === null || !(await unit.grants.revoke(projectId, memberId))) continue;
    await recordShutOut(unit, project, { type: 'Member', id: memberId }, 'project.revoked');
    closed.push(projectId);
  }
  return closed;
}

/** A guest took an invitation: the projects that it named are opened to them. Those that are gone meanwhile are passed over. */
export async function admitGuest(
  unit: Unit,
  { memberId, role, projectIds }: { memberId: string; role: string; projectIds: readonly string[] },
): Promise<void> {
  if (role !== 'guest') return;
  for (const projectId of [...new Set(projectIds)].sort()) {
    const project = await unit.projects.lock(projectId);
    if (project === null || !(await unit.grants.grant(projectId, memberId, unit.now))) continue;
    await recordLetIn(unit, project, { type: 'Member', id: memberId }, 'project.granted');
  }
}
