import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { draftOf, dropDraft, keepDraft, valuesOf } from '../../app/drafts.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { newId } from '../../graphql/ids.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { CreateTaskDocument } from '../tasks/__generated__/TaskChanges.ts';
import { QuickTaskProjectsDocument } from './__generated__/Search.ts';

const FORM = 'quick-task';
const FORM_ID = 'quick-task-form';

/** A task from anywhere: what is to be done, and in which project. */
export default function QuickTaskDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { projectId: here } = useParams({ strict: false });
  const { data, error } = useQuery(QuickTaskProjectsDocument);
  const [create, creating] = useMutation(CreateTaskDocument, refetchShown('Home'));
  const [id] = useState(() => newId('task'));
  const [refused, setRefused] = useState<string | null>(null);
  const projects = data?.projects?.nodes.filter(({ viewerCanEditTasks }) => viewerCanEditTasks);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { title = '', projectId = '', dueOn = '' } = valuesOf(event.currentTarget);
    const input = { id, projectId, title, dueOn: dueOn || null };
    const { data: answer } = await create({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = answer?.createTask;
    if (result?.__typename === 'InvalidInput') setRefused(result.message);
    if (result?.__typename !== 'CreateTaskSuccess') return;
    dropDraft(FORM);
    onClose();
    toast({ message: t`Added: ${title}` });
    void navigate({ to: '/s/$studio/projects/$projectId', params: { studio: slug, projectId }, search: { task: id } });
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>New task</Trans>}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={creating.loading} disabled={!projects?.length}>
            <Trans>Add the task</Trans>
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        onSubmit={(event) => void submit(event)}
        onChange={(event) => keepDraft(FORM, event.currentTarget)}
        className="flex flex-col gap-4"
      >
        <Field label={<Trans>What is to be done</Trans>} error={refused ?? undefined}>
          <TextInput name="title" required maxLength={200} autoComplete="off" defaultValue={draftOf(FORM).title} />
        </Field>
        {!projects && !error && <Skeleton className="h-9 w-full" />}
        {projects?.length === 0 && (
          <p className="text-14 text-ink-2">
            <Trans>A task belongs to a project. Make a project first.</Trans>
          </p>
        )}
        {projects && projects.length > 0 && (
          <Field label={<Trans>Project</Trans>}>
            <Select name="projectId" required defaultValue={projects.find((each) => each.id === here)?.id ?? draftOf(FORM).projectId}>
              {projects.map((project) => (
                <option key={project.id} value={project.id}>
                  {project.name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={<Trans>Due</Trans>} note={<Trans>optional</Trans>}>
          <TextInput name="dueOn" type="date" defaultValue={draftOf(FORM).dueOn} className="figures" />
        </Field>
        {(creating.error ?? error) && (
          <ErrorPanel title={<Trans>The task was not made</Trans>} reference={referenceOf(creating.error ?? error)} />
        )}
      </form>
    </Dialog>
  );
}
