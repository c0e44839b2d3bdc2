import type { QueryResolvers } from './../../../__generated__/types.ts';
import { narrowed } from '../../task.input.ts';

export const tasks: NonNullable<QueryResolvers['tasks']> = (_parent, { filter, ...page }, { services }) =>
  services.tasks.list(page, narrowed(filter));
