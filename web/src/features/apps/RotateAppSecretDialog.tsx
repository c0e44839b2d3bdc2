import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { RotateDialog } from '../settings/RotateDialog.tsx';
import { type AppLineFragment, RotateAppSecretDocument } from './__generated__/Apps.ts';
import { AppSecret } from './AppSecret.tsx';

/** Gives an app a new secret: until when the old one works, then the new one, once. */
export default function RotateAppSecretDialog({ app, onClose }: { app: AppLineFragment; onClose: () => void }) {
  const [rotate, { loading, error }] = useMutation(RotateAppSecretDocument);
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
  return (
    <RotateDialog
      name={app.name}
      lead={
        <Trans>
          Nobody who let it in has to be asked again. While the old secret still works, you can change your programs one after the other.
        </Trans>
      }
      failure={error && <ErrorPanel title={<Trans>The app has its old secret</Trans>} reference={referenceOf(error)} />}
      busy={loading}
      onRotate={async (previousEndsAt) => {
        const answer = await rotate({ variables: { input: { id: app.id, previousEndsAt } } }).catch(() => null);
        const result = answer?.data?.rotateAppSecret;
        if (result?.__typename === 'RotateAppSecretSuccess') setSecret(result.secret);
        return result?.__typename === 'InvalidInput' ? result.message : null;
      }}
      onClose={onClose}
    />
  );
}
