import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { newId } from '../../graphql/ids.ts';
import { toast } from '../../ui/toast.ts';
import { noteOwn } from '../glow.ts';
import type { Comment } from '../letter/letter.ts';
import { addComment } from '../letter/useLetterLive.ts';
import { useFailed } from '../useFailed.ts';
import { DeleteFromLetterDocument, RestoreInLetterDocument, SayInLetterDocument } from './__generated__/Talk.ts';

/** Says something in a project or about one of its tasks, and takes it back. */
export function useTalk(projectId: string, taskId: string | null) {
  const { t } = useLingui();
  const client = useApolloClient();
  const failed = useFailed();
  return useMemo(() => {
    /** Sends a comment. Returns false where it was not taken: what was typed must stay. */
    async function say(body: string): Promise<boolean> {
      const id = newId('comment');
      noteOwn(id);
      if (taskId) noteOwn(taskId);
      try {
        const { data } = await client.mutate({
          mutation: SayInLetterDocument,
          variables: { input: { id, projectId, taskId, body, visibility: 'CLIENT' } },
          update(cache, { data: answer }) {
            if (answer?.createComment.__typename === 'CreateCommentSuccess') addComment(cache, projectId, answer.createComment.comment);
          },
        });
        if (data?.createComment.__typename !== 'InvalidInput') return true;
        toast({ tone: 'problem', message: data.createComment.message });
      } catch (error) {
        failed(error);
      }
      return false;
    }

    async function restore(comment: Comment): Promise<void> {
      noteOwn(comment.id);
      try {
        await client.mutate({ mutation: RestoreInLetterDocument, variables: { input: { id: comment.id } } });
      } catch (error) {
        failed(error);
      }
    }

    async function remove(comment: Comment): Promise<void> {
      noteOwn(comment.id);
      try {
        await client.mutate({ mutation: DeleteFromLetterDocument, variables: { input: { id: comment.id } } });
        toast({ message: t`Taken back`, undo: () => void restore(comment) });
      } catch (error) {
        failed(error);
      }
    }

    return { say, remove };
  }, [client, failed, projectId, taskId, t]);
}
