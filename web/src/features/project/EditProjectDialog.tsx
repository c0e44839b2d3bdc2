import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import { placesOf, useFrame } from '../../app/frame.ts';
import type { ProjectStatus } from '../../graphql/__generated__/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Switch } from '../../ui/Toggle.tsx';
import { ChooseClientDocument } from '../projects/__generated__/CreateProject.ts';
import { PROJECT_STATUSES } from '../projects/search.ts';
import type { ProjectHeadFragment } from './__generated__/ProjectPage.ts';
import { useUpdateProject } from './useUpdateProject.ts';
import { projectStatus } from './words.ts';

type EditProjectDialogProps = { project: ProjectHeadFragment; onOpenChange: (open: boolean) => void };

const CLIENTS = 100;

/** Name, client, state, stage, days, and whether new things start as team-only. */
export default function EditProjectDialog({ project, onOpenChange }: EditProjectDialogProps) {
  const { t, i18n } = useLingui();
  const formId = useId();
  const seesClients = placesOf(useFrame()?.member.role).clients;
  const clients = useQuery(ChooseClientDocument, { variables: { text: null, first: CLIENTS }, skip: !seesClients });
  const { update, busy, problem } = useUpdateProject();
  const [form, setForm] = useState({
    name: project.name,
    clientId: project.client?.id ?? '',
    status: project.projectStatus,
    currentStageId: project.currentStage?.id ?? '',
    startsOn: project.startsOn ?? '',
    dueOn: project.dueOn ?? '',
    newIsTeamOnly: project.newIsTeamOnly,
  });
  // The present client stands in the list even where the list is longer than what is read of it.
  const choices = [
    ...(project.client ? [project.client] : []),
    ...(clients.data?.clients?.nodes ?? []).filter(({ id }) => id !== project.client?.id),
  ];
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const errorOf = (field: string) => (problem?.field === field ? problem.message : undefined);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { clientId, ...fields } = form;
    const saved = await update({
      id: project.id,
      expectedVersion: project.version,
      ...fields,
      ...(seesClients ? { clientId: clientId || null } : {}),
      currentStageId: form.currentStageId || null,
      startsOn: form.startsOn || null,
      dueOn: form.dueOn || null,
    });
    if (saved) onOpenChange(false);
  };
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={<Trans>Edit project</Trans>}
      actions={
        <>
          <Button tone="quiet" onClick={() => onOpenChange(false)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={formId} tone="primary" busy={busy}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4 pt-1">
        <Field label={t`Name`} error={errorOf('name')}>
          <TextInput value={form.name} maxLength={120} required onChange={(event) => set({ name: event.target.value })} />
        </Field>
        {seesClients && (
          <Field label={t`Client`} note={t`optional`} error={errorOf('clientId')}>
            <Select value={form.clientId} onChange={(event) => set({ clientId: event.target.value })}>
              <option value="">{t`No client`}</option>
              {choices.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t`Status`}>
            <Select value={form.status} onChange={(event) => set({ status: event.target.value as ProjectStatus })}>
              {PROJECT_STATUSES.map((status) => (
                <option key={status} value={status}>
                  {i18n._(projectStatus[status].word)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t`Current stage`}>
            <Select value={form.currentStageId} onChange={(event) => set({ currentStageId: event.target.value })}>
              <option value="">{t`None`}</option>
              {project.stages.map((stage) => (
                <option key={stage.id} value={stage.id}>
                  {stage.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t`Begins`} error={errorOf('startsOn')}>
            <TextInput type="date" value={form.startsOn} onChange={(event) => set({ startsOn: event.target.value })} />
          </Field>
          <Field label={t`Due`} error={errorOf('dueOn')}>
            <TextInput type="date" value={form.dueOn} min={form.startsOn} onChange={(event) => set({ dueOn: event.target.value })} />
          </Field>
        </div>
        <Switch
          label={t`New tasks and comments are for the team only`}
          hint={t`Each can be changed on its own.`}
          checked={form.newIsTeamOnly}
          onChange={(event) => set({ newIsTeamOnly: event.target.checked })}
        />
        {problem && !['name', 'clientId', 'startsOn', 'dueOn'].includes(problem.field ?? '') && (
          <p role="alert" className="text-13 text-late">
            {problem.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}
