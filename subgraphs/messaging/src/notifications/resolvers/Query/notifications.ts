import type { QueryResolvers } from './../../../__generated__/types.ts';

export const notifications: NonNullable<QueryResolvers['notifications']> = (_parent, args, { services }) =>
  services.notifications.list(args);
