import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import type { ContactRole } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { newId } from '../../graphql/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Checkbox } from '../../ui/Toggle.tsx';
import { Problem } from '../session/Problem.tsx';
import { type ContactFactsFragment, CreateContactDocument, UpdateContactDocument } from './__generated__/ClientChanges.ts';
import { changesOf } from './client-fields.ts';

const FORM_ID = 'contact-form';

type ContactDialogProps = { clientId: string; contact: ContactFactsFragment | null; onClose: () => void };

const fieldsIn = (form: HTMLFormElement) => {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return { name: text('name'), email: text('email'), phone: text('phone') || null, roles: data.getAll('roles') as ContactRole[] };
};

/** A person at a client: new, or changed. */
export default function ContactDialog({ clientId, contact, onClose }: ContactDialogProps) {
  const { t } = useLingui();
  const [create, creating] = useMutation(CreateContactDocument);
  const [update, updating] = useMutation(UpdateContactDocument);
  const [id] = useState(() => newId('contact'));
  const [base, setBase] = useState(contact);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const error = creating.error ?? updating.error;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setErrors({});
    const fields = fieldsIn(event.currentTarget);
    const before = base && { name: base.name, email: base.email ?? '', phone: base.phone, roles: base.roles };
    const result = before
      ? (
          await update({
            variables: { input: { id: base.id, expectedVersion: base.version, ...changesOf(before, fields) } },
          }).catch(() => ({ data: undefined }))
        ).data?.updateContact
      : (await create({ variables: { input: { id, clientId, ...fields } } }).catch(() => ({ data: undefined }))).data?.createContact;
    switch (result?.__typename) {
      case 'InvalidInput':
        setErrors({ [result.path?.at(-1) ?? 'name']: result.message });
        return;
      case 'ContactEmailTaken':
        setErrors({ email: result.message });
        return;
      case 'ContactVersionConflict':
        // The form keeps what was typed; the next save is made from the person as they are now.
        setBase(result.contact);
        setErrors({
          form: t`Somebody changed ${result.contact.name} meanwhile (${result.contact.email ?? ''}). Look at your changes and save again.`,
        });
        return;
      case 'CreateContactSuccess':
      case 'UpdateContactSuccess':
        onClose();
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={contact ? <Trans>Change {contact.name}</Trans> : <Trans>New contact</Trans>}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={creating.loading || updating.loading}>
            {contact ? <Trans>Save</Trans> : <Trans>Add</Trans>}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label={<Trans>Name</Trans>} error={errors.name}>
          <TextInput name="name" required maxLength={120} defaultValue={contact?.name} autoComplete="off" />
        </Field>
        <Field label={<Trans>E-mail address</Trans>} error={errors.email}>
          <TextInput name="email" type="email" required defaultValue={contact?.email ?? ''} autoComplete="off" />
        </Field>
        <Field label={<Trans>Telephone</Trans>} note={<Trans>optional</Trans>} error={errors.phone}>
          <TextInput name="phone" type="tel" maxLength={40} defaultValue={contact?.phone ?? ''} autoComplete="off" />
        </Field>
        <fieldset className="flex flex-col">
          <legend className="pb-1 text-13 font-medium">
            <Trans>What they decide</Trans>
          </legend>
          <Checkbox
            name="roles"
            value="APPROVER"
            defaultChecked={contact?.roles.includes('APPROVER')}
            label={<Trans>Approves work</Trans>}
          />
          <Checkbox name="roles" value="PAYER" defaultChecked={contact?.roles.includes('PAYER')} label={<Trans>Pays invoices</Trans>} />
        </fieldset>
        {errors.form && <Problem>{errors.form}</Problem>}
        {error && <ErrorPanel title={<Trans>Nothing was saved</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
