import { definePermissions } from '@atelier/service-kit/permissions';
import type { Role } from '@atelier/service-kit/viewer';

const everybody: readonly Role[] = ['owner', 'admin', 'manager', 'artist', 'accountant', 'guest'];
const team: readonly Role[] = ['owner', 'admin', 'manager', 'artist', 'accountant'];
const makers: readonly Role[] = ['owner', 'admin', 'manager', 'artist'];
const leads: readonly Role[] = ['owner', 'admin', 'manager'];

/** Who may do what in projects. Which projects a guest or a contact sees at all is answered by access.ts. */
export const permissions = definePermissions({
  'project.read': { roles: everybody, contact: true, scope: 'projects:read', service: true },
  'project.create': { roles: makers, scope: 'projects:write' },
  'project.update': { roles: makers, scope: 'projects:write' },
  'project.trash': { roles: makers, scope: 'projects:write' },
  'project.readTrash': { roles: leads, scope: 'projects:read' },
  'project.share': { roles: makers, scope: 'projects:write' },
  'project.readPeople': { roles: team, scope: 'projects:read', service: true },
  'task.read': { roles: everybody, contact: true, scope: 'projects:read', service: true },
  'task.edit': { roles: [...makers, 'guest'], scope: 'projects:write' },
  'task.complete': { roles: [...makers, 'guest'], contact: true, scope: 'projects:write' },
  'comment.read': { roles: everybody, contact: true, scope: 'projects:read', service: true },
  'comment.write': { roles: everybody, contact: true, scope: 'projects:write' },
  'comment.moderate': { roles: leads, scope: 'projects:write' },
  'activity.read': { roles: everybody, contact: true, scope: 'projects:read' },
});
