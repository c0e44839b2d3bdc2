import type { QueryResolvers } from './../../../__generated__/types.ts';

export const unreadNotificationCount: NonNullable<QueryResolvers['unreadNotificationCount']> = (_parent, _args, { services }) =>
  services.notifications.countUnread();
