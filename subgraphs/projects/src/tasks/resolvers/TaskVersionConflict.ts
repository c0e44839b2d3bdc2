import type { TaskVersionConflictResolvers } from './../../__generated__/types.ts';
import { stubOf } from '../task.input.ts';

export const TaskVersionConflict: TaskVersionConflictResolvers = {
  changedBy: (conflict) => stubOf(conflict.changedBy),
};
