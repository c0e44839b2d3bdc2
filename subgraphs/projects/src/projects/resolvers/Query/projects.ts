import { decodeId } from '@atelier/service-kit/ids';
import { asksOnly } from '@atelier/service-kit/selection';
import type { QueryResolvers } from './../../../__generated__/types.ts';

/** What a line of a list shows: read from fewer columns than the rest. */
const LINE: ReadonlySet<string> = new Set([
  'id',
  'name',
  'status',
  'client',
  'dueOn',
  'updatedAt',
  'currentStage',
  'progress',
  'sharedWith',
]);

export const projects: NonNullable<QueryResolvers['projects']> = (_parent, { filter, ...page }, { services }, info) => {
  const narrow = { ...filter, clientId: filter?.clientId ? decodeId(filter.clientId, 'Client') : null };
  return services.projects.list(page, narrow, asksOnly(info, LINE) ? 'listed' : 'all');
};
