import type { QueryResolvers } from './../../../__generated__/types.ts';

export const notificationSettings: NonNullable<QueryResolvers['notificationSettings']> = (_parent, _args, { services }) =>
  services.notifications.settings();
