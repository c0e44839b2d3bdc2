import { asksOnly } from '@atelier/service-kit/selection';
import type { QueryResolvers } from './../../../__generated__/types.ts';
import { narrowed } from '../../task.input.ts';

/** What a line of a list shows: read from fewer columns than the rest. */
const LINE: ReadonlySet<string> = new Set(['id', 'title', 'status', 'dueOn', 'assignee', 'project', 'stage']);

export const tasks: NonNullable<QueryResolvers['tasks']> = (_parent, { filter, ...page }, { services }, info) =>
  services.tasks.list(page, narrowed(filter), asksOnly(info, LINE) ? 'listed' : 'all');
