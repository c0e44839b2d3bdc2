import { Trans } from '@lingui/react/macro';
import { StatusMark } from '../../ui/StatusChip.tsx';
import { Checkbox } from '../../ui/Toggle.tsx';
import type { Task } from '../letter/letter.ts';
import type { TaskActions } from './useTaskActions.ts';

const lineLook = (isDone: boolean) => (isDone ? 'text-16 text-ink-3 line-through decoration-line-strong' : 'text-16');

/** The lines of a task, to tick where the task is the reader's, and only to read where it is not. */
export function Checklist({ task, canTick, actions }: { task: Task; canTick: boolean; actions: TaskActions }) {
  return (
    <ul>
      {task.checklist.map((line) => (
        <li key={line.id}>
          {canTick ? (
            <Checkbox
              checked={line.done}
              onChange={({ target }) => void actions.tick(task, line.id, target.checked)}
              label={<span className={lineLook(line.done)}>{line.text}</span>}
            />
          ) : (
            <span className="flex items-baseline gap-3 py-1.5">
              <StatusMark kind={line.done ? 'done' : 'draft'} className="size-3.5 translate-y-0.5" />
              <span className={lineLook(line.done)}>{line.text}</span>
              <span className="sr-only">{line.done ? <Trans>Done</Trans> : <Trans>To come</Trans>}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
