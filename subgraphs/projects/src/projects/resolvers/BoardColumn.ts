import type { BoardColumnResolvers } from './../../__generated__/types.ts';

export const BoardColumn: BoardColumnResolvers = {
  tasks: (column) => column.tasks,
};
