import { definePermissions } from '@atelier/service-kit/permissions';
import { roles } from '@atelier/service-kit/viewer';

/** Who may do what with clients and their contacts. Contacts see their own client, by name: that is a question of rows. */
export const permissions = definePermissions('Clients', {
  'client.list': { says: 'See the list of clients', roles: ['owner', 'admin', 'manager', 'artist', 'accountant'], scope: 'clients:read' },
  'client.read': {
    says: 'Read a client',
    roles: ['owner', 'admin', 'manager', 'artist', 'accountant'],
    scope: 'clients:read',
    service: true,
  },
  'client.readMoney': {
    says: 'See the rates agreed with clients',
    roles: ['owner', 'admin', 'manager', 'accountant'],
    scope: 'clients:read',
  },
  'client.write': { says: 'Add, change and archive clients', roles: ['owner', 'admin', 'manager'], scope: 'clients:write' },
  'contact.read': {
    says: 'Read a client’s people and how to reach them',
    roles: ['owner', 'admin', 'manager', 'artist', 'accountant'],
    scope: 'clients:read',
    service: true,
  },
  /** Whoever reads comments sees who wrote them. */
  'contact.readName': { says: 'See the names of a client’s people beside what they wrote', roles, scope: 'projects:read' },
  'contact.write': { says: 'Add, change and remove a client’s people', roles: ['owner', 'admin', 'manager'], scope: 'clients:write' },
});
