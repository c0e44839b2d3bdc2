import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { OverlapField, overlapEnd } from '../settings/Overlap.tsx';
import { type AppLineFragment, RotateAppSecretDocument } from './__generated__/Apps.ts';
import { AppSecret } from './AppSecret.tsx';

const FORM_ID = 'rotate-app-secret-form';

/** Gives an app a new secret: until when the old one works, then the new one, once. */
export default function RotateAppSecretDialog({ app, onClose }: { app: AppLineFragment; onClose: () => void }) {
  const [rotate, { loading, error }] = useMutation(RotateAppSecretDocument);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) {
    return (
      <AppSecret
        title={<Trans>A new secret for {app.name}</Trans>}
        description={<Trans>This is the only time that its secret is shown. Keep it where you keep passwords.</Trans>}
        id={app.id}
        secret={secret}
        onClose={onClose}
      />
    );
  }
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefusal(null);
    const input = { id: app.id, previousEndsAt: overlapEnd(event.currentTarget) };
    const { data } = await rotate({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.rotateAppSecret;
    if (result?.__typename === 'InvalidInput') setRefusal(result.message);
    if (result?.__typename === 'RotateAppSecretSuccess') setSecret(result.secret);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>A new secret for {app.name}</Trans>}
      description={
        <Trans>
          Nobody who let it in has to be asked again. While the old secret still works, you can change your programs one after the other.
        </Trans>
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
        {error && <ErrorPanel title={<Trans>The app has its old secret</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
