import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Avatar } from '../../ui/Avatar.tsx';
import { DueDate } from '../../ui/DateText.tsx';
import { StatusMark } from '../../ui/StatusChip.tsx';
import { taskStatus } from '../tasks/words.ts';
import type { HomeTaskFragment } from './__generated__/Home.ts';

type TaskLinesProps = {
  tasks: readonly HomeTaskFragment[];
  studio: string;
  zone: string;
  label: string;
  /** Whose they are is worth a picture: not in a list of one's own. */
  withPeople?: boolean;
};

/** Tasks of several projects, each leading to its place on the board. */
export function TaskLines({ tasks, studio, zone, label, withPeople = false }: TaskLinesProps) {
  const { i18n } = useLingui();
  return (
    <ul aria-label={label}>
      {tasks.map((task) => {
        const { word, kind } = taskStatus[task.taskStatus];
        const { assignee } = task;
        return (
          <li key={task.id} className="relative flex min-h-row items-center gap-3 border-b py-1.5 hover:bg-surface-1">
            <StatusMark kind={kind} />
            <div className="flex min-w-0 flex-1 flex-col gap-x-3 sm:flex-row sm:items-baseline">
              <Link
                to="/s/$studio/projects/$projectId"
                params={{ studio, projectId: task.project.id }}
                search={{ task: task.id }}
                className="link-quiet truncate text-14 text-ink-1 after:absolute after:inset-0"
              >
                {task.title}
              </Link>
              <span className="sr-only">{i18n._(word)}</span>
              <span className="min-w-0 shrink truncate text-13 text-ink-3">{task.project.name}</span>
            </div>
            {withPeople && assignee && (
              <Avatar
                size={20}
                person={{ id: assignee.id, name: assignee.name, pictureUrl: assignee.__typename === 'Member' ? assignee.picture : null }}
              />
            )}
            {task.dueOn && <DueDate date={task.dueOn} studioZone={zone} className="shrink-0 text-right text-13" />}
          </li>
        );
      })}
    </ul>
  );
}
