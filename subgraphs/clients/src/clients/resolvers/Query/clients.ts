import type { QueryResolvers } from './../../../__generated__/types.ts';

export const clients: NonNullable<QueryResolvers['clients']> = (_parent, args, { services }) => services.clients.list(args);
