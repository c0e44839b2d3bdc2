import type { TaskMovedMeanwhileResolvers } from './../../__generated__/types.ts';
import { stubOf } from '../task.input.ts';

export const TaskMovedMeanwhile: TaskMovedMeanwhileResolvers = {
  movedBy: (conflict) => stubOf(conflict.movedBy),
};
