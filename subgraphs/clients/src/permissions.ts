import { definePermissions } from '@atelier/service-kit/permissions';
import { roles } from '@atelier/service-kit/viewer';

/** Who may do what with clients and their contacts. Contacts see their own client, by name: that is a question of rows. */
export const permissions = definePermissions({
  'client.list': { roles: ['owner', 'admin', 'manager', 'artist', 'accountant'], scope: 'clients:read' },
  'client.read': { roles: ['owner', 'admin', 'manager', 'artist', 'accountant'], scope: 'clients:read', service: true },
  'client.readMoney': { roles: ['owner', 'admin', 'manager', 'accountant'], scope: 'clients:read' },
  'client.write': { roles: ['owner', 'admin', 'manager'], scope: 'clients:write' },
  'contact.read': { roles: ['owner', 'admin', 'manager', 'artist', 'accountant'], scope: 'clients:read', service: true },
  /** Whoever reads comments sees who wrote them. */
  'contact.readName': { roles, scope: 'projects:read' },
  'contact.write': { roles: ['owner', 'admin', 'manager'], scope: 'clients:write' },
});
