import { useApolloClient, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Archive, Trash2 } from 'lucide-react';
import type { TaskStatus } from '../../graphql/__generated__/types.ts';
import { codeOf, referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';
import { Sheet } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Thread } from '../comments/Thread.tsx';
import { VisibilityButton } from '../comments/VisibilityButton.tsx';
import { TASK_STATUSES } from '../project/search.ts';
import { usePeople } from '../project/usePeople.ts';
import { TaskCommentsDocument, TaskSheetDocument } from './__generated__/TaskSheet.ts';
import { Checklist } from './Checklist.tsx';
import { TaskWords } from './TaskWords.tsx';
import { useTaskChanges } from './useTaskChanges.ts';
import { taskStatus } from './words.ts';

type TaskSheetProps = { taskId: string; projectId: string; studioZone: string; readOnly: boolean };

const icon = { size: 14, strokeWidth: 1.5, 'aria-hidden': true } as const;
const LAST = '\uffff';

/** One task in full, beside the page it was opened from. */
export default function TaskSheet({ taskId, projectId, studioZone, readOnly }: TaskSheetProps) {
  const { t, i18n } = useLingui();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(TaskSheetDocument, { variables: { id: taskId } });
  const people = usePeople(projectId);
  const task = data?.node?.__typename === 'Task' ? data.node : null;
  const changes = useTaskChanges(projectId, task?.project.newIsTeamOnly ? 'TEAM' : 'CLIENT');
  const close = () => void navigate({ to: '.', search: (search: object) => ({ ...search, task: undefined }), resetScroll: false });
  const after = task?.comments.pageInfo.hasNextPage ? task.comments.pageInfo.endCursor : null;
  const locked = readOnly || !task?.viewerCanUpdate;
  const known = task?.assignee && !people.some((person) => person.id === task.assignee?.id) ? [task.assignee] : [];

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && close()}
      title={task?.title ?? t`Task`}
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
                close();
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
                close();
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
          <TaskWords task={task} locked={locked} />
          <div className="grid grid-cols-2 gap-x-4 gap-y-3">
            <Field label={t`Status`}>
              <Select
                value={task.status}
                disabled={locked}
                onChange={(event) => void changes.move(task.id, { status: event.target.value as TaskStatus, position: LAST, backTo: null })}
              >
                {TASK_STATUSES.map((status) => (
                  <option key={status} value={status}>
                    {i18n._(taskStatus[status].word)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t`Stage`}>
              <Select
                value={task.stage?.id ?? ''}
                disabled={locked}
                onChange={(event) => {
                  const stage = task.project.stages.find((each) => each.id === event.target.value) ?? null;
                  void changes.move(task.id, { stage, position: LAST, backTo: null });
                }}
              >
                <option value="">{t`No stage`}</option>
                {task.project.stages.map((stage) => (
                  <option key={stage.id} value={stage.id}>
                    {stage.name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t`Given to`}>
              <Select
                value={task.assignee?.id ?? ''}
                disabled={locked}
                onChange={(event) => void changes.update(task.id, { assignee: people.find(({ id }) => id === event.target.value) ?? null })}
              >
                <option value="">{t`Nobody`}</option>
                {known.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
                <optgroup label={t`Studio`}>
                  {people
                    .filter((person) => person.kind === 'member')
                    .map((person) => (
                      <option key={person.id} value={person.id}>
                        {person.name}
                      </option>
                    ))}
                </optgroup>
                {people.some((person) => person.kind === 'contact') && (
                  <optgroup label={t`Client`}>
                    {people
                      .filter((person) => person.kind === 'contact')
                      .map((person) => (
                        <option key={person.id} value={person.id}>
                          {person.name}
                        </option>
                      ))}
                  </optgroup>
                )}
              </Select>
            </Field>
            <Field label={t`Due`}>
              <TextInput
                type="date"
                value={task.dueOn ?? ''}
                disabled={locked}
                onChange={(event) => void changes.update(task.id, { dueOn: event.target.value || null })}
              />
            </Field>
          </div>
          <div className="flex items-center justify-between gap-4 border-y py-2">
            <span className="text-13 font-medium">
              <Trans>Who sees it</Trans>
            </span>
            <VisibilityButton
              visibility={task.visibility}
              disabled={locked || task.assignee?.__typename === 'Contact'}
              onChange={(visibility) => void changes.update(task.id, { visibility })}
            />
          </div>
          <Checklist
            taskId={task.id}
            version={task.version}
            items={task.checklist}
            locked={locked}
            canTick={!readOnly && task.viewerCanComplete}
          />
          <section aria-label={t`Comments`}>
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
    </Sheet>
  );
}
