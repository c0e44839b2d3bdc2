import type { Connection } from '@atelier/service-kit/connections';
import type { TaskVersionConflict } from './change-task.ts';
import type { TaskMovedMeanwhile } from './move-task.ts';
import type { ChecklistItem, Task } from './task.ts';

export type TaskMapper = Task;
export type TaskConnectionMapper = Connection<Task>;
export type ChecklistItemMapper = ChecklistItem;
export type TaskVersionConflictMapper = TaskVersionConflict;
export type TaskMovedMeanwhileMapper = TaskMovedMeanwhile;
