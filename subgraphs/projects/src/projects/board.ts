import type { Connection } from '@atelier/service-kit/connections';
import type { Stage } from '../stages/stage.ts';
import type { Task, TaskStatus } from '../tasks/task.ts';

/** A column of a project's board with its first page. */
export interface BoardColumn {
  /** `status:TODO`, `stage:<global id>` or `stage:none`: stable over time. */
  key: string;
  /** The status, when the columns are statuses. */
  status: TaskStatus | null;
  /** The stage, when the columns are stages; null in the column of tasks without one. */
  stage: Stage | null;
  tasks: Connection<Task>;
}
