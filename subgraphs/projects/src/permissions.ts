import { definePermissions } from '@atelier/service-kit/permissions';
import type { Role } from '@atelier/service-kit/viewer';

const everybody: readonly Role[] = ['owner', 'admin', 'manager', 'artist', 'accountant', 'guest'];
const team: readonly Role[] = ['owner', 'admin', 'manager', 'artist', 'accountant'];
const makers: readonly Role[] = ['owner', 'admin', 'manager', 'artist'];
const leads: readonly Role[] = ['owner', 'admin', 'manager'];

/** Who may do what in projects. Which projects a guest or a contact sees at all is answered by access.ts. */
export const permissions = definePermissions('Projects and tasks', {
  'project.read': { says: 'See projects', roles: everybody, contact: true, scope: 'projects:read', service: true },
  'project.create': { says: 'Start projects', roles: makers, scope: 'projects:write' },
  'project.update': { says: 'Change projects, their stages, and archive them', roles: makers, scope: 'projects:write' },
  'project.trash': { says: 'Put projects in the trash, and take them back', roles: makers, scope: 'projects:write' },
  'project.readTrash': { says: 'See the trash', roles: leads, scope: 'projects:read' },
  'project.share': { says: 'Let clients and guests into projects, and out again', roles: makers, scope: 'projects:write' },
  'project.readPeople': { says: 'See whom a project is open to', roles: team, scope: 'projects:read', service: true },
  'task.read': { says: 'See tasks', roles: everybody, contact: true, scope: 'projects:read', service: true },
  'task.edit': { says: 'Add, change and move tasks, and put them in the trash', roles: [...makers, 'guest'], scope: 'projects:write' },
  'task.complete': {
    says: 'Mark tasks as done and tick their checklists',
    roles: [...makers, 'guest'],
    contact: true,
    scope: 'projects:write',
  },
  'comment.read': { says: 'Read comments', roles: everybody, contact: true, scope: 'projects:read', service: true },
  'comment.write': { says: 'Write comments, and change their own', roles: everybody, contact: true, scope: 'projects:write' },
  'comment.moderate': { says: 'Delete what others wrote', roles: leads, scope: 'projects:write' },
  'member.readWork': { says: 'See what a member has to do, before they are removed', roles: ['owner', 'admin'] },
  'activity.read': { says: 'See what happened in a project', roles: everybody, contact: true, scope: 'projects:read' },
});
