import { useApolloClient } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { newId } from '../../graphql/ids.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { toast } from '../../ui/toast.ts';
import { CreateStageDocument, RemoveStageDocument, UpdateStageDocument } from './__generated__/ProjectChanges.ts';
import type { ProjectHeadFragment } from './__generated__/ProjectPage.ts';

const MOST = 20;
const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

type StagesDialogProps = { project: ProjectHeadFragment; onOpenChange: (open: boolean) => void };

/** The phases of the work: added, renamed, ordered and removed, each change at once. */
export default function StagesDialog({ project, onOpenChange }: StagesDialogProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const { stages } = project;

  async function run(change: () => Promise<{ message: string } | null>) {
    setBusy(true);
    try {
      const refused = await change();
      if (refused) toast({ tone: 'problem', message: refused.message });
      return refused === null;
    } catch (error) {
      const reference = referenceOf(error);
      toast({ tone: 'problem', message: reference ? t`That was not saved. Reference ${reference}` : t`That was not saved.` });
      return false;
    } finally {
      setBusy(false);
    }
  }
  const create = (wanted: string, beforeId?: string) =>
    run(async () => {
      const { data } = await client.mutate({
        mutation: CreateStageDocument,
        variables: { input: { id: newId('stage'), projectId: project.id, name: wanted, beforeId } },
      });
      return data?.createStage.__typename === 'InvalidInput' ? data.createStage : null;
    });
  const update = (id: string, change: { name?: string; beforeId?: string | null }) =>
    run(async () => {
      const { data } = await client.mutate({ mutation: UpdateStageDocument, variables: { input: { id, ...change } } });
      return data?.updateStage.__typename === 'InvalidInput' ? data.updateStage : null;
    });
  const remove = (id: string) =>
    run(async () => {
      await client.mutate({ mutation: RemoveStageDocument, variables: { input: { id } } });
      return null;
    });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted && (await create(wanted))) setName('');
  };
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={<Trans>Stages</Trans>}
      description={<Trans>The phases of the work, in order. The client sees their names and how far each is.</Trans>}
      actions={
        <Button tone="primary" onClick={() => onOpenChange(false)}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <ol className="divide-y divide-line border-y">
        {stages.map((stage, index) => (
          <li key={stage.id} className="flex items-center gap-1 py-1.5">
            <input
              key={stage.name}
              defaultValue={stage.name}
              maxLength={60}
              aria-label={t`Name of stage ${index + 1}`}
              onBlur={(event) => {
                const wanted = event.target.value.trim();
                if (wanted && wanted !== stage.name) void update(stage.id, { name: wanted });
                else event.target.value = stage.name;
              }}
              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
              className="h-control min-w-0 flex-1 rounded-4 bg-transparent px-2 text-14 outline-offset-0 hover:bg-surface-2"
            />
            <span className="figures px-2 text-12 text-ink-3">
              {stage.progress.done}/{stage.progress.total}
            </span>
            <IconButton
              label={t`Move ${stage.name} up`}
              disabled={index === 0 || busy}
              onClick={() => void update(stage.id, { beforeId: stages[index - 1]?.id ?? null })}
            >
              <ArrowUp {...icon} />
            </IconButton>
            <IconButton
              label={t`Move ${stage.name} down`}
              disabled={index === stages.length - 1 || busy}
              onClick={() => void update(stage.id, { beforeId: stages[index + 2]?.id ?? null })}
            >
              <ArrowDown {...icon} />
            </IconButton>
            <IconButton
              label={t`Remove ${stage.name}; its tasks stay, without a stage`}
              disabled={busy}
              onClick={() => void remove(stage.id)}
            >
              <Trash2 {...icon} />
            </IconButton>
          </li>
        ))}
      </ol>
      {stages.length < MOST && (
        <form onSubmit={add} className="flex items-end gap-2 pt-4">
          <Field label={t`New stage`} className="flex-1">
            <TextInput value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Button type="submit" disabled={!name.trim() || busy}>
            <Trans>Add</Trans>
          </Button>
        </form>
      )}
    </Dialog>
  );
}
