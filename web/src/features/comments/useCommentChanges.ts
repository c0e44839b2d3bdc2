import type { Reference } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Visibility } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { newId } from '../../graphql/ids.ts';
import { toast } from '../../ui/toast.ts';
import { noteOwn } from '../project/marks.ts';
import {
  CreateCommentDocument,
  DeleteCommentDocument,
  RestoreCommentDocument,
  UpdateCommentDocument,
} from './__generated__/CommentChanges.ts';

type Talk = { nodes: readonly Reference[]; totalCount?: number };

/** Says, changes and deletes comments of a project or of one of its tasks. Each resolves to whether it was saved. */
export function useCommentChanges(projectId: string, taskId: string | null) {
  const { t } = useLingui();
  const client = useApolloClient();
  return useMemo(() => {
    const failed = (error: unknown): false => {
      const reference = referenceOf(error);
      toast({
        tone: 'problem',
        message: reference
          ? t`That was not saved. Your words are still here. Reference ${reference}`
          : t`That was not saved. Your words are still here.`,
      });
      return false;
    };
    const refused = (message: string): false => {
      toast({ tone: 'problem', message });
      return false;
    };

    async function say(body: string, visibility: Visibility): Promise<boolean> {
      const id = newId('comment');
      noteOwn(id);
      try {
        const { data } = await client.mutate({
          mutation: CreateCommentDocument,
          variables: { input: { id, projectId, taskId, body, visibility } },
          update(cache, { data: answer }) {
            if (answer?.createComment.__typename !== 'CreateCommentSuccess') return;
            const ref = { __ref: cache.identify(answer.createComment.comment) ?? '' };
            cache.modify<{ comments: Talk }>({
              id: cache.identify(taskId ? { __typename: 'Task', id: taskId } : { __typename: 'Project', id: projectId }),
              fields: {
                comments(stored) {
                  if (!('nodes' in stored) || stored.nodes.some((node) => node.__ref === ref.__ref)) return stored;
                  return {
                    ...stored,
                    ...(stored.totalCount !== undefined && { totalCount: stored.totalCount + 1 }),
                    nodes: [...stored.nodes, ref],
                  };
                },
              },
            });
          },
        });
        return data?.createComment.__typename === 'InvalidInput' ? refused(data.createComment.message) : true;
      } catch (error) {
        return failed(error);
      }
    }

    async function update(id: string, change: { body?: string; visibility?: Visibility }): Promise<boolean> {
      noteOwn(id);
      try {
        const { data } = await client.mutate({ mutation: UpdateCommentDocument, variables: { input: { id, ...change } } });
        return data?.updateComment.__typename === 'InvalidInput' ? refused(data.updateComment.message) : true;
      } catch (error) {
        return failed(error);
      }
    }

    async function restore(id: string): Promise<void> {
      noteOwn(id);
      try {
        await client.mutate({ mutation: RestoreCommentDocument, variables: { input: { id } } });
      } catch (error) {
        failed(error);
      }
    }

    async function remove(id: string): Promise<void> {
      noteOwn(id);
      try {
        await client.mutate({ mutation: DeleteCommentDocument, variables: { input: { id } } });
        toast({ message: t`Comment deleted`, undo: () => void restore(id) });
      } catch (error) {
        failed(error);
      }
    }

    return { say, update, remove };
  }, [client, projectId, taskId, t]);
}

export type CommentChanges = ReturnType<typeof useCommentChanges>;
