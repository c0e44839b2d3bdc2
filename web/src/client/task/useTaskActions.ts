import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { toast } from '../../ui/toast.ts';
import { noteOwn } from '../glow.ts';
import type { Task } from '../letter/letter.ts';
import { useFailed } from '../useFailed.ts';
import { CompleteInLetterDocument, TickInLetterDocument } from './__generated__/TaskPaper.ts';

/** What the reader can do with a task that was given to them: at once on the page, taken back where it was refused. */
export function useTaskActions() {
  const { t } = useLingui();
  const client = useApolloClient();
  const failed = useFailed();
  return useMemo(() => {
    /** Marks a task done or not done. The way back is on the toast. */
    async function complete(task: Task, done: boolean): Promise<void> {
      noteOwn(task.id);
      try {
        await client.mutate({
          mutation: CompleteInLetterDocument,
          variables: { input: { id: task.id, done } },
          optimisticResponse: {
            __typename: 'Mutation',
            completeTask: {
              __typename: 'CompleteTaskSuccess',
              task: { ...task, status: done ? 'DONE' : 'TODO', completedAt: done ? new Date().toISOString() : null },
            },
          },
        });
        noteOwn(task.id);
        if (done) toast({ message: t`Done: ${task.title}`, undo: () => void complete(task, false) });
      } catch (error) {
        failed(error);
      }
    }

    /** Ticks one line. Where the list was changed in the meantime, the tick is put on the list as it is now. */
    async function tick(task: Pick<Task, 'id' | 'version' | 'checklist'>, line: string, done: boolean, isRepeat = false): Promise<void> {
      const items = task.checklist.map((item) => (item.id === line ? { ...item, done } : item));
      noteOwn(task.id);
      try {
        const { data } = await client.mutate({
          mutation: TickInLetterDocument,
          variables: {
            input: {
              id: task.id,
              expectedVersion: task.version,
              items: items.map(({ id, text, done: ticked }) => ({ id, text, done: ticked })),
            },
          },
          optimisticResponse: {
            __typename: 'Mutation',
            updateChecklist: {
              __typename: 'UpdateChecklistSuccess',
              task: { __typename: 'Task', id: task.id, version: task.version, checklist: items },
            },
          },
        });
        noteOwn(task.id);
        const result = data?.updateChecklist;
        if (result?.__typename === 'TaskVersionConflict') {
          const isThere = result.task.checklist.some((item) => item.id === line);
          if (isThere && !isRepeat) await tick(result.task, line, done, true);
          else toast({ tone: 'problem', message: t`The list was changed just now. Look at it again.` });
        } else if (result?.__typename === 'InvalidInput') toast({ tone: 'problem', message: result.message });
      } catch (error) {
        failed(error);
      }
    }

    return { complete, tick };
  }, [client, failed, t]);
}

export type TaskActions = ReturnType<typeof useTaskActions>;
