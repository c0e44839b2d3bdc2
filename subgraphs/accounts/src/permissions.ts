import { definePermissions } from '@atelier/service-kit/permissions';
import { roles } from '@atelier/service-kit/viewer';

const managers = ['owner', 'admin'] as const;

/** Who may do what with studios and the people in them. */
export const permissions = definePermissions({
  /** Name, logo, language and the like: what a client sees of a studio. */
  'studio.read': { roles, contact: true, scope: 'studio:read', service: true },
  /** Everything else that a studio shows to its own people. */
  'studio.readInside': { roles, scope: 'studio:read', service: true },
  'studio.create': { roles, person: true },
  'studio.update': { roles: managers },
  /** Asks every member for a second factor. */
  'studio.requireSecondFactor': { roles: ['owner'] },
  'studio.removeDemo': { roles: ['owner'] },
  /** Name and picture. */
  'member.read': { roles, contact: true, scope: 'studio:read', service: true },
  'member.readRole': { roles, scope: 'studio:read', service: true },
  'member.readEmail': { roles: ['owner', 'admin', 'manager', 'artist', 'accountant'], scope: 'studio:read', service: true },
  /** Invite, change roles, remove. */
  'member.manage': { roles: managers },
  /** Out of the studio oneself; who may take out others is a question of their roles. */
  'member.leave': { roles },
  'invitation.accept': { roles, person: true },
  /** One's own. */
  'profile.update': { roles, person: true },
  'session.end': { roles, person: true },
  'apiKey.manage': { roles: managers },
  /** Register apps of third parties, and end what people have let apps do. */
  'app.manage': { roles: managers },
  /** Let an app in as oneself; it never may more. */
  'app.letIn': { roles, person: true },
  'auditLog.read': { roles: managers },
  /** Links by which clients enter: whoever sees every project may share it. */
  'clientLink.manage': { roles: ['owner', 'admin', 'manager', 'artist'] },
});
