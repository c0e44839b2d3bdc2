import { useApolloClient, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { placesOf, useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { newId } from '../../graphql/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { ChooseClientDocument, CreateClientAndProjectDocument, CreateProjectDocument } from './__generated__/CreateProject.ts';
import { placeProject } from './useProjectsLive.ts';

type CreateProjectDialogProps = { studio: string; onOpenChange: (open: boolean) => void };

const NEW = 'new';
const CLIENTS = 100;

/** A new project; its client is chosen, or made on the fly. */
export default function CreateProjectDialog({ studio, onOpenChange }: CreateProjectDialogProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const navigate = useNavigate();
  const formId = useId();
  const places = placesOf(useFrame()?.member.role);
  const clients = useQuery(ChooseClientDocument, { variables: { text: null, first: CLIENTS }, skip: !places.clients });
  // One id a dialog: pressing twice, or again after a lost answer, makes one project.
  const [ids] = useState(() => ({ project: newId('project'), client: newId('client') }));
  const [form, setForm] = useState({ name: '', clientId: '', newClient: '', dueOn: '' });
  const [problem, setProblem] = useState<{ message: string; field: string | undefined } | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const errorOf = (field: string) => (problem?.field === field ? problem.message : undefined);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const makesClient = form.clientId === NEW;
    if (!form.name.trim()) return setProblem({ message: t`Give the project a name.`, field: 'name' });
    if (makesClient && !form.newClient.trim()) return setProblem({ message: t`Give the client a name.`, field: 'client' });
    setBusy(true);
    setProblem(null);
    const project = {
      id: ids.project,
      name: form.name.trim(),
      clientId: makesClient ? ids.client : form.clientId || null,
      dueOn: form.dueOn || null,
    };
    try {
      const both = makesClient
        ? await client.mutate({
            mutation: CreateClientAndProjectDocument,
            variables: { client: { id: ids.client, name: form.newClient.trim() }, project },
          })
        : null;
      const { data } = both ?? (await client.mutate({ mutation: CreateProjectDocument, variables: { input: project } }));
      const newClient = both?.data?.createClient;
      if (newClient?.__typename === 'InvalidInput') setProblem({ message: newClient.message, field: 'client' });
      else if (data?.createProject.__typename === 'InvalidInput') {
        setProblem({ message: data.createProject.message, field: data.createProject.path?.at(-1) });
      } else if (data?.createProject.__typename === 'CreateProjectSuccess') {
        placeProject(client.cache, data.createProject.project);
        onOpenChange(false);
        return void navigate({ to: '/s/$studio/projects/$projectId', params: { studio, projectId: data.createProject.project.id } });
      }
    } catch (error) {
      const reference = referenceOf(error);
      setProblem({
        message: reference
          ? t`The project was not made. What you typed is still here. Reference ${reference}`
          : t`The project was not made. What you typed is still here.`,
        field: undefined,
      });
    }
    setBusy(false);
  };

  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={<Trans>New project</Trans>}
      actions={
        <>
          <Button tone="quiet" onClick={() => onOpenChange(false)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={formId} tone="primary" busy={busy}>
            <Trans>Begin the project</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} noValidate className="flex flex-col gap-4 pt-1">
        <Field label={t`Name`} error={errorOf('name')}>
          <TextInput value={form.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        {places.clients && (
          <Field
            label={t`Client`}
            note={t`optional`}
            error={form.clientId === NEW ? undefined : (errorOf('clientId') ?? errorOf('client'))}
          >
            <Select value={form.clientId} onChange={(event) => set({ clientId: event.target.value })}>
              <option value="">{t`No client`}</option>
              {places.newClient && <option value={NEW}>{t`A new client`}</option>}
              {clients.data?.clients?.nodes.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {form.clientId === NEW && (
          <Field label={t`Name of the new client`} error={errorOf('client')}>
            <TextInput value={form.newClient} maxLength={120} onChange={(event) => set({ newClient: event.target.value })} />
          </Field>
        )}
        <Field label={t`Due`} note={t`optional`} error={errorOf('dueOn')}>
          <TextInput type="date" value={form.dueOn} onChange={(event) => set({ dueOn: event.target.value })} />
        </Field>
        {problem && !['name', 'client', 'clientId', 'dueOn'].includes(problem.field ?? '') && (
          <p role="alert" className="text-13 text-late">
            {problem.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}
