import { definePermissions } from '@atelier/service-kit/permissions';
import { roles } from '@atelier/service-kit/viewer';

/** Who may do what with messages. A notification is its recipient's alone: programs and contacts have none. */
export const permissions = definePermissions('Notifications', {
  'notification.read': { says: 'Read their own notifications', roles },
  'notification.update': { says: 'Mark their own notifications as read', roles },
});
