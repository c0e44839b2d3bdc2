import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { noteOwn } from '../project/marks.ts';
import { SaveTaskWordsDocument, type SaveTaskWordsMutation } from './__generated__/TaskWords.ts';

/** What is written about a task. */
export type Words = { title: string; description: string };
type Written = { id: string; version: number } & Words;
type Conflict = Extract<SaveTaskWordsMutation['updateTask'], { __typename: 'TaskVersionConflict' }>;

/** Title and description while they are written: saved when a field is left, and never over somebody else's words unseen. */
export function useTaskWords(task: Written | null) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<Words | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [mutate, { loading }] = useMutation(SaveTaskWordsDocument);
  // That of the moment in which typing began.
  const from = useRef(0);
  const shown: Words = draft ?? task ?? { title: '', description: '' };
  const isChanged = task !== null && draft !== null && (draft.title.trim() !== task.title || draft.description !== task.description);

  function type(change: Partial<Words>) {
    if (!draft) from.current = task?.version ?? 0;
    setDraft({ title: shown.title, description: shown.description, ...change });
  }
  function revert() {
    setDraft(null);
    setConflict(null);
    setError(null);
  }

  /** Resolves to whether nothing is left to save. */
  async function save(expectedVersion: number = from.current): Promise<boolean> {
    if (!task || !draft) return true;
    if (!isChanged) {
      revert();
      return true;
    }
    if (!draft.title.trim()) {
      setError(t`A task needs a title.`);
      return false;
    }
    setError(null);
    noteOwn(task.id);
    try {
      const input = { id: task.id, expectedVersion, title: draft.title.trim(), description: draft.description };
      const { data } = await mutate({ variables: { input } });
      const result = data?.updateTask;
      if (result?.__typename === 'UpdateTaskSuccess') {
        revert();
        return true;
      }
      if (result?.__typename === 'TaskVersionConflict') setConflict(result);
      else if (result) setError(result.message);
    } catch (problem) {
      const reference = referenceOf(problem);
      setError(
        reference ? t`Not saved. What you typed is still here. Reference ${reference}` : t`Not saved. What you typed is still here.`,
      );
    }
    return false;
  }
  /** Goes on writing after a conflict: the next save is made from their version. */
  function goOn() {
    if (conflict) from.current = conflict.task.version;
    setConflict(null);
  }
  return { shown, draft, isChanged, busy: loading, error, conflict, type, save, revert, restore: setDraft, goOn };
}
