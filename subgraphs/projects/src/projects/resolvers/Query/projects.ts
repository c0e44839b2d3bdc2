import { decodeId } from '@atelier/service-kit/ids';
import type { QueryResolvers } from './../../../__generated__/types.ts';

export const projects: NonNullable<QueryResolvers['projects']> = (_parent, { filter, ...page }, { services }) =>
  services.projects.list(page, { ...filter, clientId: filter?.clientId ? decodeId(filter.clientId, 'Client') : null });
