import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { valuesOf } from '../../app/drafts.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { toast } from '../../ui/toast.ts';
import { type ClientFactsFragment, UpdateClientDocument } from './__generated__/ClientChanges.ts';
import { ClientConflict } from './ClientConflict.tsx';
import { ClientFormFields } from './ClientForm.tsx';
import { type ClientFields, changesOf, clashes, type FieldName, fieldsOf, fieldsOfClient, printSum } from './client-fields.ts';

const FORM_ID = 'edit-client-form';

type Clash = { mine: Partial<ClientFields>; theirs: ClientFactsFragment; fields: FieldName[] };

/** Changes a client. Where somebody changed other fields meanwhile, both changes stand; where it was the same one, the person chooses. */
export default function EditClientDialog({ client, onClose }: { client: ClientFactsFragment; onClose: () => void }) {
  const { t } = useLingui();
  const [update, { loading, error }] = useMutation(UpdateClientDocument);
  const [base, setBase] = useState(client);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [clash, setClash] = useState<Clash | null>(null);

  async function send(changes: Partial<ClientFields>, from: ClientFactsFragment): Promise<void> {
    const input = { id: client.id, expectedVersion: from.version, ...changes };
    const { data } = await update({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.updateClient;
    if (result?.__typename === 'UpdateClientSuccess') {
      toast({ message: t`Saved` });
      onClose();
    }
    if (result?.__typename === 'InvalidInput') setErrors({ [result.path?.at(-1) ?? 'name']: result.message });
    if (result?.__typename !== 'ClientVersionConflict') return;
    const theirs = result.client;
    const fields = clashes(changes, changesOf(fieldsOfClient(from), fieldsOfClient(theirs)));
    setBase(theirs);
    if (fields.length === 0) return send(changes, theirs);
    setClash({ mine: changes, theirs, fields });
  }

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setErrors({});
    const fields = fieldsOf(valuesOf(event.currentTarget));
    if ('wrong' in fields) {
      setErrors({ [fields.wrong]: fields.wrong === 'rate' ? t`Write a sum such as 65 or 65.50.` : t`Write a number of days.` });
      return;
    }
    const changes = changesOf(fieldsOfClient(base), fields);
    if (Object.keys(changes).length === 0) onClose();
    else await send(changes, base);
  };

  if (clash) {
    return (
      <ClientConflict
        mine={clash.mine}
        theirs={fieldsOfClient(clash.theirs)}
        fields={clash.fields}
        busy={loading}
        onKeepMine={() => void send(clash.mine, clash.theirs)}
        onTakeTheirs={() => {
          const rest = Object.fromEntries(Object.entries(clash.mine).filter(([name]) => !clash.fields.includes(name as FieldName)));
          if (Object.keys(rest).length > 0) void send(rest, clash.theirs);
          else onClose();
        }}
        onClose={onClose}
      />
    );
  }
  const { defaultRate: rate } = client;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>Change {client.name}</Trans>}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={loading}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <ClientFormFields
          errors={errors}
          start={{
            name: client.name,
            kind: client.kind,
            currency: client.currency,
            language: client.language,
            paymentTermsDays: String(client.paymentTermsDays),
            rate: rate ? printSum(rate.amount, rate.currency) : '',
            vatId: client.vatId ?? '',
            notes: client.notes ?? '',
          }}
        />
        {error && <ErrorPanel title={<Trans>Nothing was saved</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
