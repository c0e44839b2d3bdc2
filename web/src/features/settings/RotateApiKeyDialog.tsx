import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { type ApiKeyLineFragment, RotateApiKeyDocument } from './__generated__/Settings.ts';
import { Secret } from './Secret.tsx';

const FORM_ID = 'rotate-api-key-form';
const HOUR = 3_600_000;
/** The server takes a week at most, by its own clock. */
const MARGIN = 60_000;

/** Gives a key a new secret: until when the old one works, then the new one, once. */
export default function RotateApiKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyLineFragment; onClose: () => void }) {
  const { t } = useLingui();
  const [rotate, { loading, error }] = useMutation(RotateApiKeyDocument, refetchShown('ApiKeySettings'));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  if (secret) return <Secret secret={secret} name={apiKey.name} onClose={onClose} />;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefusal(null);
    const hours = Number(new FormData(event.currentTarget).get('hours'));
    const previousEndsAt = new Date(Date.now() + Math.max(0, hours * HOUR - MARGIN)).toISOString();
    const { data } = await rotate({ variables: { input: { id: apiKey.id, previousEndsAt } } }).catch(() => ({ data: undefined }));
    const result = data?.rotateApiKey;
    if (result?.__typename === 'InvalidInput') setRefusal(result.message);
    if (result?.__typename === 'RotateApiKeySuccess') setSecret(result.secret);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>A new secret for {apiKey.name}</Trans>}
      description={
        <Trans>The key stays what it is. While the old secret still works, you can change your programs one after the other.</Trans>
      }
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={loading}>
            <Trans>Make a new secret</Trans>
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label={<Trans>The old secret works</Trans>} error={refusal ?? undefined}>
          <Select name="hours" defaultValue="24">
            <option value="0">{t`Not any more`}</option>
            <option value="1">{t`One hour more`}</option>
            <option value="24">{t`One day more`}</option>
            <option value="168">{t`One week more`}</option>
          </Select>
        </Field>
        {error && <ErrorPanel title={<Trans>The key has its old secret</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
