import { useFragment } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { Eye, ListChecks, Lock, MessageSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Visibility } from '../../graphql/__generated__/types.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { DueDate } from '../../ui/DateText.tsx';
import { StatusMark } from '../../ui/StatusChip.tsx';
import type { BoardTask } from '../board/columns.ts';
import { TaskCardFragmentDoc } from './__generated__/TaskCard.ts';
import { taskStatus } from './words.ts';

const icon = { size: 12, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** A number with its shape; the words are for screen readers. */
function Fact({ shape, words, children }: { shape: ReactNode; words: string; children: ReactNode }) {
  return (
    <span className="figures inline-flex items-center gap-1" title={words}>
      {shape}
      <span aria-hidden>{children}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

type TaskCardProps = {
  task: BoardTask;
  studioZone: string;
  /** What the column does not say already. */
  shows: 'stage' | 'status';
  /** Who sees most tasks here: only what differs is marked. */
  usual: Visibility;
  /** The title: a link on the board, plain text on the card in hand. */
  title: ReactNode;
  menu?: ReactNode;
  className?: string;
};

/** A task on the board: its title, and the few facts that decide whether to open it. */
export function TaskCard({ task, studioZone, shows, usual, title, menu, className }: TaskCardProps) {
  const { t, i18n } = useLingui();
  const { data, complete } = useFragment({ fragment: TaskCardFragmentDoc, fragmentName: 'TaskCard', from: task });
  const items = complete ? data.checklist : [];
  const ticked = items.filter((item) => item.done).length;
  const comments = complete ? data.commentCount : 0;
  const status = taskStatus[task.status];
  const hasFacts =
    task.dueOn ||
    items.length > 0 ||
    comments > 0 ||
    task.visibility !== usual ||
    task.assignee ||
    (shows === 'status' ? true : task.stage);
  return (
    <article
      className={cx(
        'group/card relative rounded-8 bg-surface-1 px-3 py-2.5 inset-ring inset-ring-line has-[h3_a:focus-visible]:outline-2 has-[h3_a:focus-visible]:outline-offset-2 has-[h3_a:focus-visible]:outline-focus',
        className,
      )}
    >
      <h3 className={cx('text-14 break-words text-ink-1', Boolean(menu) && 'pointer-coarse:pr-7')}>{title}</h3>
      {menu && <div className="absolute top-1.5 right-1.5 z-10">{menu}</div>}
      {hasFacts && (
        <div className="flex items-end gap-2 pt-1.5">
          <div className="flex min-h-5 min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-3">
            {shows === 'status' ? (
              <span className="inline-flex items-center gap-1">
                <StatusMark kind={status.kind} />
                {i18n._(status.word)}
              </span>
            ) : (
              task.stage && <span className="truncate">{task.stage.name}</span>
            )}
            {task.dueOn && <DueDate date={task.dueOn} studioZone={studioZone} done={task.status === 'DONE'} />}
            {items.length > 0 && (
              <Fact shape={<ListChecks {...icon} />} words={t`${ticked} of ${items.length} ticked`}>
                {ticked}/{items.length}
              </Fact>
            )}
            {comments > 0 && (
              <Fact shape={<MessageSquare {...icon} />} words={t`${comments} comments`}>
                {comments}
              </Fact>
            )}
            {task.visibility !== usual &&
              (task.visibility === 'CLIENT' ? (
                <span className="inline-flex items-center gap-1" title={t`The client sees it`}>
                  <Eye {...icon} />
                  {t`Client`}
                </span>
              ) : (
                <span className="inline-flex items-center gap-1" title={t`The client does not see it`}>
                  <Lock {...icon} />
                  {t`Team`}
                </span>
              ))}
          </div>
          {task.assignee && (
            <Avatar size={20} person={{ ...task.assignee, pictureUrl: 'picture' in task.assignee ? task.assignee.picture : null }} />
          )}
        </div>
      )}
    </article>
  );
}
