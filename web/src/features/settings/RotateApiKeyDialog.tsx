import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { type ApiKeyLineFragment, RotateApiKeyDocument } from './__generated__/Settings.ts';
import { OverlapField, overlapEnd } from './Overlap.tsx';
import { Secret } from './Secret.tsx';

const FORM_ID = 'rotate-api-key-form';

/** Gives a key a new secret: until when the old one works, then the new one, once. */
export default function RotateApiKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyLineFragment; onClose: () => void }) {
  const [rotate, { loading, error }] = useMutation(RotateApiKeyDocument, refetchShown('ApiKeySettings'));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  if (secret) return <Secret secret={secret} name={apiKey.name} onClose={onClose} />;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefusal(null);
    const previousEndsAt = overlapEnd(event.currentTarget);
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
        <OverlapField error={refusal} />
        {error && <ErrorPanel title={<Trans>The key has its old secret</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
