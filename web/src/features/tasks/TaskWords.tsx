import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Textarea, TextInput } from '../../ui/Field.tsx';
import { toast } from '../../ui/toast.ts';
import { noteOwn } from '../project/marks.ts';
import { SaveTaskWordsDocument, type SaveTaskWordsMutation } from './__generated__/TaskWords.ts';
import { ConflictDialog } from './ConflictDialog.tsx';

type Words = { title: string; description: string };
type TaskWordsProps = { task: { id: string; version: number } & Words; locked: boolean };
type Conflict = Extract<SaveTaskWordsMutation['updateTask'], { __typename: 'TaskVersionConflict' }>;

/** Title and description. Saved when the field is left; where somebody else was first, both versions are shown and nothing is lost. */
export function TaskWords({ task, locked }: TaskWordsProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<Words | null>(null);
  const [from, setFrom] = useState(task.version);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [mutate, { loading }] = useMutation(SaveTaskWordsDocument);
  const shown = draft ?? task;
  const isChanged = draft !== null && (draft.title.trim() !== task.title || draft.description !== task.description);

  const type = (change: Partial<Words>) => {
    // The version is that of the moment in which typing began: what others did since must not be overwritten unseen.
    if (!draft) setFrom(task.version);
    setDraft({ title: shown.title, description: shown.description, ...change });
  };
  const save = async (expectedVersion: number, words: Words) => {
    setError(null);
    noteOwn(task.id);
    try {
      const input = { id: task.id, expectedVersion, title: words.title.trim(), description: words.description };
      const { data } = await mutate({ variables: { input } });
      const result = data?.updateTask;
      if (result?.__typename === 'TaskVersionConflict') setConflict(result);
      else if (result?.__typename === 'InvalidInput') setError(result.message);
      else {
        setDraft(null);
        setConflict(null);
      }
    } catch (problem) {
      const reference = referenceOf(problem);
      setError(
        reference ? t`Not saved. What you typed is still here. Reference ${reference}` : t`Not saved. What you typed is still here.`,
      );
    }
  };
  if (locked)
    return task.description ? <p className="measure text-14 break-words whitespace-pre-wrap text-ink-1">{task.description}</p> : null;
  return (
    <div className="flex flex-col gap-3">
      <Field label={t`Title`} error={error ?? undefined}>
        <TextInput value={shown.title} maxLength={200} onChange={(event) => type({ title: event.target.value })} />
      </Field>
      <Field label={t`Description`}>
        <Textarea value={shown.description} maxLength={10_000} onChange={(event) => type({ description: event.target.value })} />
      </Field>
      {isChanged && (
        <div className="flex justify-end gap-2">
          <Button size="small" tone="quiet" onClick={() => setDraft(null)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button size="small" tone="primary" busy={loading} disabled={!shown.title.trim()} onClick={() => void save(from, shown)}>
            <Trans>Save</Trans>
          </Button>
        </div>
      )}
      {conflict && draft && (
        <ConflictDialog
          theirs={conflict.task}
          yours={draft}
          who={conflict.changedBy?.name ?? null}
          onTheirs={() => {
            setDraft(null);
            setConflict(null);
            toast({ message: t`Kept as they wrote it`, undo: () => setDraft(draft) });
          }}
          onYours={() => void save(conflict.task.version, draft)}
          onClose={() => {
            setFrom(conflict.task.version);
            setConflict(null);
          }}
        />
      )}
    </div>
  );
}
