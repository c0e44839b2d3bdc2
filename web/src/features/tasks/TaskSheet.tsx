import { useApolloClient, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Archive, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { codeOf, referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Sheet } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { Thread } from '../comments/Thread.tsx';
import { usePeople } from '../project/usePeople.ts';
import { TaskCommentsDocument, TaskSheetDocument } from './__generated__/TaskSheet.ts';
import { Checklist } from './Checklist.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { TaskProperties } from './TaskProperties.tsx';
import { useTaskChanges } from './useTaskChanges.ts';
import { useTaskWords } from './useTaskWords.ts';

type TaskSheetProps = { taskId: string; projectId: string; studioZone: string; readOnly: boolean };

const icon = { size: 14, strokeWidth: 1.5, 'aria-hidden': true } as const;
/* Writing on the paper itself; its edge shows when it is reached for. */
const bare =
  '-mx-2 block field-sizing-content w-[calc(100%+16px)] resize-none rounded-4 bg-transparent px-2 py-1 outline-offset-0 ' +
  'hover:bg-surface-2 focus-visible:bg-surface-2';

/** One task in full, beside the page it was opened from. */
export default function TaskSheet({ taskId, projectId, studioZone, readOnly }: TaskSheetProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(TaskSheetDocument, { variables: { id: taskId } });
  const people = usePeople(projectId);
  const task = data?.node?.__typename === 'Task' ? data.node : null;
  const changes = useTaskChanges(projectId, task?.project.newIsTeamOnly ? 'TEAM' : 'CLIENT');
  const words = useTaskWords(task);
  const leave = () => void navigate({ to: '.', search: (search: object) => ({ ...search, task: undefined }), resetScroll: false });
  // What was typed is saved first; where that fails, the sheet stays open with it.
  const close = () => void words.save().then((saved) => saved && leave());
  const after = task?.comments.pageInfo.hasNextPage ? task.comments.pageInfo.endCursor : null;
  const locked = readOnly || !task?.viewerCanUpdate;
  const onTitleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.blur();
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && close()}
      title={
        !task || locked ? (
          (task?.title ?? t`Task`)
        ) : (
          <textarea
            value={words.shown.title}
            maxLength={200}
            rows={1}
            aria-label={t`Title`}
            onChange={(event) => words.type({ title: event.target.value.replaceAll('\n', ' ') })}
            onBlur={() => void words.save()}
            onKeyDown={onTitleKey}
            className={bare}
          />
        )
      }
      actions={
        task &&
        !locked && (
          <>
            <Button
              size="small"
              tone="quiet"
              icon={<Archive {...icon} />}
              onClick={() => {
                void changes.archive(task.id, task.archivedAt === null);
                leave();
              }}
            >
              {task.archivedAt ? <Trans>Take out of the archive</Trans> : <Trans>Archive</Trans>}
            </Button>
            <Button
              size="small"
              tone="quiet"
              icon={<Trash2 {...icon} />}
              onClick={() => {
                void changes.trash(task.id);
                leave();
              }}
            >
              <Trans>Put in the trash</Trans>
            </Button>
          </>
        )
      }
    >
      {!task && error ? (
        <ErrorPanel
          title={codeOf(error) === 'NOT_FOUND' ? <Trans>This task is not here</Trans> : <Trans>The task did not load</Trans>}
          reference={referenceOf(error)}
          onRetry={() => void refetch()}
        >
          {codeOf(error) === 'NOT_FOUND' && <Trans>It was removed, or it is not for you.</Trans>}
        </ErrorPanel>
      ) : !task ? (
        <SkeletonRows rows={6} />
      ) : (
        <div className="flex flex-col gap-6">
          {locked ? (
            task.description && <p className="measure text-14 break-words whitespace-pre-wrap text-ink-1">{task.description}</p>
          ) : (
            <textarea
              value={words.shown.description}
              maxLength={10_000}
              rows={2}
              aria-label={t`Description`}
              placeholder={t`Say more about it`}
              onChange={(event) => words.type({ description: event.target.value })}
              onBlur={() => void words.save()}
              className={`${bare} max-h-96 min-h-14 text-14 pointer-coarse:text-16`}
            />
          )}
          {words.error && (
            <p role="alert" className="text-13 text-late">
              {words.error}
            </p>
          )}
          <TaskProperties task={task} stages={task.project.stages} people={people} changes={changes} locked={locked} />
          <Checklist
            taskId={task.id}
            version={task.version}
            items={task.checklist}
            locked={locked}
            canTick={!readOnly && task.viewerCanComplete}
          />
          <section aria-label={t`Comments`} className="border-t pt-4">
            <h3 className="text-13 font-medium">
              <Trans>Comments</Trans>
            </h3>
            <Thread
              projectId={projectId}
              taskId={task.id}
              comments={task.comments.nodes}
              onMore={
                after
                  ? () => void client.query({ query: TaskCommentsDocument, variables: { id: task.id, after }, fetchPolicy: 'network-only' })
                  : null
              }
              studioZone={studioZone}
              canComment={task.viewerCanComment}
              startsAs={task.visibility}
              clientOnly={readOnly}
            />
          </section>
        </div>
      )}
      {words.conflict && words.draft && (
        <ConflictDialog
          theirs={words.conflict.task}
          yours={words.draft}
          who={words.conflict.changedBy?.name ?? null}
          onTheirs={() => {
            const mine = words.draft;
            words.revert();
            toast({ message: t`Kept as they wrote it`, undo: () => words.restore(mine) });
          }}
          onYours={() => void words.save(words.conflict?.task.version)}
          onClose={words.goOn}
        />
      )}
    </Sheet>
  );
}
