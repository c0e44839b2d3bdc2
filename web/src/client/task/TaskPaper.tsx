import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { DueDate } from '../../ui/DateText.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Sheet } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { statusKind, useStatusWord } from '../letter/words.tsx';
import Talk from '../talk/Talk.tsx';
import type { Mentionable } from '../talk/words.ts';
import { LetterTaskPaperDocument, type LetterTaskPaperQuery } from './__generated__/TaskPaper.ts';
import { Checklist } from './Checklist.tsx';
import type { TaskActions } from './useTaskActions.ts';

type TaskPaperProps = {
  id: string;
  projectId: string;
  people: readonly Mentionable[];
  studioZone: string;
  actions: TaskActions;
  label: string;
  /** The reader came to answer: the caret goes where they write. */
  isAnswer: boolean;
  onClose: () => void;
};

type PaperTask = Extract<LetterTaskPaperQuery['node'], { __typename: 'Task' }>;

function Facts({ task, studioZone }: { task: PaperTask; studioZone: string }) {
  const { t } = useLingui();
  const word = useStatusWord();
  const { assignee } = task;
  const who = assignee?.__typename === 'Contact' && assignee.isViewer ? t`You` : assignee?.name;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-4 text-14 text-ink-2">
      <StatusChip kind={statusKind[task.status]}>{word(task.status)}</StatusChip>
      {task.stage && <span>{task.stage.name}</span>}
      {who && <span>{who}</span>}
      {task.dueOn && <DueDate date={task.dueOn} studioZone={studioZone} done={task.status === 'DONE'} />}
    </p>
  );
}

/** One task beside the letter: what it is, what belongs to it, what was said about it. */
export default function TaskPaper({ id, projectId, people, studioZone, actions, label, isAnswer, onClose }: TaskPaperProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(LetterTaskPaperDocument, { variables: { id } });
  const task = data?.node?.__typename === 'Task' ? data.node : null;
  const isDone = task?.status === 'DONE';
  const talk = useRef<HTMLDivElement>(null);
  const isThere = task !== null;
  useEffect(() => {
    if (isThere && isAnswer) talk.current?.querySelector('textarea')?.focus();
  }, [isThere, isAnswer]);
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={task?.title ?? (error ? t`Not here` : t`Loading`)}
      actions={
        task?.viewerCanComplete && (
          <Button
            tone={isDone ? 'plain' : 'primary'}
            className="max-sm:w-full"
            icon={isDone ? undefined : <Check size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => void actions.complete(task, !isDone)}
          >
            {isDone ? <Trans>Not done after all</Trans> : <Trans>Mark as done</Trans>}
          </Button>
        )
      }
    >
      {!task && !error && <SkeletonRows rows={3} />}
      {!task && error && (
        <ErrorPanel
          title={<Trans>This part of the letter did not come through</Trans>}
          reference={referenceOf(error)}
          onRetry={() => void refetch().catch(() => undefined)}
        >
          <Trans>It may have been moved or taken out of your letter.</Trans>
        </ErrorPanel>
      )}
      {task && (
        <>
          <Facts task={task} studioZone={studioZone} />
          {task.description !== '' && <p className="measure pb-4 font-serif text-16 leading-7 whitespace-pre-line">{task.description}</p>}
          {task.checklist.length > 0 && <Checklist task={task} canTick={task.viewerCanComplete} actions={actions} />}
          <h3 className="name mt-6 border-t border-line pt-5 pb-1 text-16 font-medium">
            <Trans>Notes</Trans>
          </h3>
          <div ref={talk}>
            <Talk
              projectId={projectId}
              taskId={id}
              comments={task.comments.nodes}
              people={people}
              studioZone={studioZone}
              canComment={task.viewerCanComment}
              label={label}
            />
          </div>
        </>
      )}
    </Sheet>
  );
}
