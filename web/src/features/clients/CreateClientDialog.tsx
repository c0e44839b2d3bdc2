import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { draftOf, dropDraft, keepDraft, valuesOf } from '../../app/drafts.ts';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { newId } from '../../graphql/ids.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { CreateClientDocument } from './__generated__/ClientChanges.ts';
import { ClientFormFields } from './ClientForm.tsx';
import { fieldsOf } from './client-fields.ts';

const FORM = 'create-client';
const FORM_ID = 'create-client-form';

type CreateClientDialogProps = { onClose: () => void; onCreated: (client: { id: string; name: string }) => void };

/** A new client, with the first person there. What was typed is kept when it is closed by mistake. */
export default function CreateClientDialog({ onClose, onCreated }: CreateClientDialogProps) {
  const { t } = useLingui();
  const frame = useFrame();
  const [create, { loading, error }] = useMutation(CreateClientDocument, refetchShown('ClientsPage', 'Home'));
  const [id] = useState(() => newId('client'));
  const [start] = useState(() => ({ currency: frame?.studio.currency ?? 'EUR', language: frame?.studio.locale ?? 'en', ...draftOf(FORM) }));
  const [errors, setErrors] = useState<Record<string, string>>({});

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setErrors({});
    const values = valuesOf(event.currentTarget);
    const fields = fieldsOf(values);
    if ('wrong' in fields) {
      setErrors({ [fields.wrong]: fields.wrong === 'rate' ? t`Write a sum such as 65 or 65.50.` : t`Write a number of days.` });
      return;
    }
    const person = values.contactName?.trim() || values.contactEmail?.trim();
    const contact = person ? { name: values.contactName?.trim() || person, email: values.contactEmail?.trim() ?? '' } : null;
    const { data } = await create({ variables: { input: { id, ...fields, contact } } }).catch(() => ({ data: undefined }));
    const result = data?.createClient;
    if (result?.__typename === 'InvalidInput') {
      const [, ...path] = result.path ?? [];
      setErrors({ [path.join('.') || 'name']: result.message });
    }
    if (result?.__typename === 'CreateClientSuccess') {
      dropDraft(FORM);
      onCreated(result.client);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>New client</Trans>}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={loading}>
            <Trans>Make the client</Trans>
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
        <ClientFormFields start={start} errors={errors}>
          <fieldset className="grid gap-4 sm:grid-cols-2">
            <legend className="pb-2 text-13 text-ink-3">
              <Trans>The person you talk to. More can be added later.</Trans>
            </legend>
            <Field label={<Trans>Name of the person</Trans>} note={<Trans>optional</Trans>} error={errors['contact.name']}>
              <TextInput name="contactName" maxLength={120} autoComplete="off" defaultValue={draftOf(FORM).contactName} />
            </Field>
            <Field label={<Trans>E-mail address</Trans>} error={errors['contact.email']}>
              <TextInput name="contactEmail" type="email" autoComplete="off" defaultValue={draftOf(FORM).contactEmail} />
            </Field>
          </fieldset>
        </ClientFormFields>
        {error && <ErrorPanel title={<Trans>The client was not made</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
