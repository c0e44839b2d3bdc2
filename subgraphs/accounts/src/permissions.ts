import { definePermissions } from '@atelier/service-kit/permissions';
import { roles } from '@atelier/service-kit/viewer';

const managers = ['owner', 'admin'] as const;

/** Who may do what with studios and the people in them. */
export const permissions = definePermissions('The studio and its people', {
  'studio.read': { says: 'See the studio’s name, logo and language', roles, contact: true, scope: 'studio:read', service: true },
  'studio.readInside': { says: 'See the studio’s settings and who works there', roles, scope: 'studio:read', service: true },
  'studio.create': { says: 'Make a studio of their own', roles, person: true },
  'studio.update': { says: 'Change the studio’s settings', roles: managers },
  'studio.requireSecondFactor': { says: 'Ask every member for a second step when they sign in', roles: ['owner'] },
  'studio.delete': { says: 'Delete the studio', roles: ['owner'] },
  'studio.removeDemo': { says: 'Remove the demo data', roles: ['owner'] },
  'studio.export': { says: 'Export everything of the studio as a file', roles: ['owner'] },
  'member.read': { says: 'See the names and pictures of members', roles, contact: true, scope: 'studio:read', service: true },
  'member.readRole': { says: 'See who has which role', roles, scope: 'studio:read', service: true },
  'member.readEmail': {
    says: 'See the addresses of members',
    roles: ['owner', 'admin', 'manager', 'artist', 'accountant'],
    scope: 'studio:read',
    service: true,
  },
  'member.manage': { says: 'Invite people, change their roles, remove them', roles: managers },
  /** After a fresh proof. */
  'member.transferOwnership': { says: 'Make another member an owner', roles: ['owner'] },
  /** Out of the studio oneself; who may take out others is a question of their roles. */
  'member.leave': { says: 'Leave the studio', roles },
  'invitation.accept': { says: 'Accept an invitation', roles, person: true },
  'profile.update': { says: 'Change their own name and picture', roles, person: true },
  'session.end': { says: 'Sign their own devices out', roles, person: true },
  'account.delete': { says: 'Delete their own account', roles, person: true },
  'profile.export': { says: 'Export what is their own', roles, person: true },
  'apiKey.manage': { says: 'Make and end API keys', roles: managers },
  'app.manage': { says: 'Register apps of others, and end what they may do', roles: managers },
  /** Let an app in as oneself; it never may more. */
  'app.letIn': { says: 'Let an app act for them', roles, person: true },
  'auditLog.read': { says: 'Read the audit log', roles: managers },
  /** Links by which clients enter: whoever sees every project may share it. */
  'clientLink.manage': { says: 'Make and end the links by which clients enter', roles: ['owner', 'admin', 'manager', 'artist'] },
});
