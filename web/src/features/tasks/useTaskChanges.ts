import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { TaskStatus, Visibility } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { newId } from '../../graphql/ids.ts';
import { toast } from '../../ui/toast.ts';
import { addToBoards } from '../board/boardCache.ts';
import { noteOwn } from '../project/marks.ts';
import type { ProjectPerson } from '../project/usePeople.ts';
import {
  ArchiveTaskDocument,
  CreateTaskDocument,
  MoveTaskDocument,
  RestoreTaskDocument,
  TaskVersionFragmentDoc,
  TrashTaskDocument,
  UpdateTaskDocument,
} from './__generated__/TaskChanges.ts';
import { type TaskPlaceFragment, TaskPlaceFragmentDoc } from './__generated__/TaskPlace.ts';
import { inTurn } from './inTurn.ts';
import { taskStatus } from './words.ts';

/** Where to put a task. `after` is the card above it: null for the top, left out for the bottom; `position` is where it stands until the server answers. */
export type Move = {
  status?: TaskStatus;
  stage?: { id: string; name: string } | null;
  after?: string | null;
  position: string;
  /** The card above it where it stands now, for undo. */
  backTo: string | null;
};

/** What to change in place; what is left out stays. */
export type Patch = { title?: string; dueOn?: string | null; visibility?: Visibility; assignee?: ProjectPerson | null };

type NewTask = { title: string; status: TaskStatus; stage: { id: string; name: string } | null; position: string };

/** What can be done to the tasks of a project, each at once on the screen, taken back where the server says no, with a way to undo. */
export function useTaskChanges(projectId: string, newVisibility: Visibility) {
  const { t, i18n } = useLingui();
  const client = useApolloClient();
  return useMemo(() => {
    const failed = (error: unknown) => {
      const reference = referenceOf(error);
      toast({
        tone: 'problem',
        message: reference
          ? t`That was not saved. It is as it was before. Reference ${reference}`
          : t`That was not saved. It is as it was before.`,
      });
    };
    const placeOf = (id: string): TaskPlaceFragment | null =>
      client.cache.readFragment<TaskPlaceFragment>(
        { fragment: TaskPlaceFragmentDoc, fragmentName: 'TaskPlace', from: { __typename: 'Task', id } },
        true,
      );

    /** Moves a task; the toast offers the way back, unless the move is itself one. */
    async function move(id: string, to: Move, { quiet = false } = {}): Promise<void> {
      const task = placeOf(id);
      if (!task) return;
      const status = to.status ?? task.status;
      const stage = to.stage === undefined ? task.stage : to.stage && { __typename: 'Stage' as const, ...to.stage };
      noteOwn(id);
      try {
        const { data } = await client.mutate({
          mutation: MoveTaskDocument,
          variables: {
            input: {
              id,
              expectedPlaceVersion: task.placeVersion,
              status: to.status,
              stageId: to.stage === undefined ? undefined : (to.stage?.id ?? null),
              afterId: to.after,
            },
          },
          optimisticResponse: {
            __typename: 'Mutation',
            moveTask: {
              __typename: 'MoveTaskSuccess',
              task: { ...task, status, stage, position: to.position, placeVersion: task.placeVersion + 1 },
            },
          },
        });
        noteOwn(id);
        const result = data?.moveTask;
        if (result?.__typename === 'TaskMovedMeanwhile') {
          const word = i18n._(taskStatus[result.task.status].word);
          const who = result.movedBy?.name;
          toast({
            tone: 'problem',
            message: who
              ? t`${who} moved it first. It stands under “${word}” now.`
              : t`Somebody moved it first. It stands under “${word}” now.`,
          });
        } else if (result?.__typename === 'InvalidInput') toast({ tone: 'problem', message: result.message });
        else if (!quiet && (status !== task.status || stage?.id !== task.stage?.id)) {
          const word = status !== task.status ? i18n._(taskStatus[status].word) : (stage?.name ?? t`No stage`);
          toast({ message: t`Moved to ${word}`, undo: () => void takeBack(task, to.backTo) });
        }
      } catch (error) {
        failed(error);
      }
    }

    /** Puts a task back behind the card that stood above it. */
    async function takeBack(before: TaskPlaceFragment, after: string | null) {
      await inTurn(before.id, () =>
        move(before.id, { status: before.status, stage: before.stage, after, position: before.position, backTo: null }, { quiet: true }),
      );
    }

    async function create({ title, status, stage, position }: NewTask): Promise<boolean> {
      const id = newId('task');
      noteOwn(id);
      try {
        const { data } = await client.mutate({
          mutation: CreateTaskDocument,
          variables: { input: { id, projectId, title, status, stageId: stage?.id ?? null } },
          optimisticResponse: {
            __typename: 'Mutation',
            createTask: {
              __typename: 'CreateTaskSuccess',
              task: {
                __typename: 'Task',
                id,
                title,
                status,
                stage: stage && { __typename: 'Stage', ...stage },
                position,
                placeVersion: 1,
                version: 1,
                visibility: newVisibility,
                dueOn: null,
                assignee: null,
                archivedAt: null,
                trashedAt: null,
                commentCount: 0,
                checklist: [],
                viewerCanUpdate: true,
              },
            },
          },
          update: (cache, { data: answer }) => {
            const made = answer?.createTask;
            if (made?.__typename === 'CreateTaskSuccess') addToBoards(cache, projectId, made.task, { isNew: true, always: true });
          },
        });
        noteOwn(id);
        if (data?.createTask.__typename === 'InvalidInput') {
          toast({ tone: 'problem', message: data.createTask.message });
          return false;
        }
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    }

    /** Changes a task's words, person, day or visibility. A conflict is said, and the others' version stays. */
    async function update(id: string, patch: Patch): Promise<void> {
      const task = placeOf(id);
      const known = client.cache.readFragment({ fragment: TaskVersionFragmentDoc, from: { __typename: 'Task', id } });
      if (!task || !known) return;
      noteOwn(id);
      const { assignee, ...words } = patch;
      const person = assignee && {
        id: assignee.id,
        name: assignee.name,
        isViewer: assignee.isViewer,
        ...(assignee.kind === 'member'
          ? { __typename: 'Member' as const, picture: assignee.pictureUrl ?? null }
          : { __typename: 'Contact' as const }),
      };
      try {
        const { data } = await client.mutate({
          mutation: UpdateTaskDocument,
          variables: {
            input: { id, expectedVersion: known.version, ...words, ...(assignee !== undefined && { assigneeId: assignee?.id ?? null }) },
          },
          optimisticResponse: {
            __typename: 'Mutation',
            updateTask: {
              __typename: 'UpdateTaskSuccess',
              task: {
                ...task,
                version: known.version + 1,
                ...words,
                ...(person !== undefined && { assignee: person, ...(assignee?.kind === 'contact' && { visibility: 'CLIENT' as const }) }),
              },
            },
          },
        });
        noteOwn(id);
        const result = data?.updateTask;
        if (result?.__typename === 'TaskVersionConflict') {
          const who = result.changedBy?.name;
          toast({
            tone: 'problem',
            message: who ? t`${who} changed it first. Yours was not saved.` : t`Somebody changed it first. Yours was not saved.`,
          });
        } else if (result?.__typename === 'InvalidInput') toast({ tone: 'problem', message: result.message });
      } catch (error) {
        failed(error);
      }
    }

    async function trash(id: string): Promise<void> {
      noteOwn(id);
      try {
        await client.mutate({
          mutation: TrashTaskDocument,
          variables: { input: { id } },
          optimisticResponse: {
            __typename: 'Mutation',
            trashTask: { __typename: 'TrashTaskSuccess', task: { __typename: 'Task', id, trashedAt: new Date().toISOString() } },
          },
        });
        toast({ message: t`In the trash for 30 days`, undo: () => void restore(id) });
      } catch (error) {
        failed(error);
      }
    }

    async function restore(id: string): Promise<void> {
      noteOwn(id);
      try {
        await client.mutate({ mutation: RestoreTaskDocument, variables: { input: { id } } });
      } catch (error) {
        failed(error);
      }
    }

    async function archive(id: string, archived: boolean): Promise<void> {
      noteOwn(id);
      try {
        await client.mutate({
          mutation: ArchiveTaskDocument,
          variables: { input: { id, archived } },
          optimisticResponse: {
            __typename: 'Mutation',
            archiveTask: {
              __typename: 'ArchiveTaskSuccess',
              task: { __typename: 'Task', id, archivedAt: archived ? new Date().toISOString() : null },
            },
          },
        });
        if (archived) toast({ message: t`Archived`, undo: () => void archive(id, false) });
      } catch (error) {
        failed(error);
      }
    }

    return {
      create,
      trash,
      archive,
      move: (id: string, to: Move) => inTurn(id, () => move(id, to)),
      update: (id: string, patch: Patch) => inTurn(id, () => update(id, patch)),
    };
  }, [client, projectId, newVisibility, t, i18n]);
}

export type TaskChanges = ReturnType<typeof useTaskChanges>;
