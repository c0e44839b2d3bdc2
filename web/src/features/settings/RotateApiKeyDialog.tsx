import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { type ApiKeyLineFragment, RotateApiKeyDocument } from './__generated__/Settings.ts';
import { RotateDialog } from './RotateDialog.tsx';
import { Secret } from './Secret.tsx';

/** Gives a key a new secret: until when the old one works, then the new one, once. */
export default function RotateApiKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyLineFragment; onClose: () => void }) {
  const [rotate, { loading, error }] = useMutation(RotateApiKeyDocument, refetchShown('ApiKeySettings'));
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) return <Secret secret={secret} name={apiKey.name} onClose={onClose} />;
  return (
    <RotateDialog
      name={apiKey.name}
      lead={<Trans>The key stays what it is. While the old secret still works, you can change your programs one after the other.</Trans>}
      failure={error && <ErrorPanel title={<Trans>The key has its old secret</Trans>} reference={referenceOf(error)} />}
      busy={loading}
      onRotate={async (previousEndsAt) => {
        const answer = await rotate({ variables: { input: { id: apiKey.id, previousEndsAt } } }).catch(() => null);
        const result = answer?.data?.rotateApiKey;
        if (result?.__typename === 'RotateApiKeySuccess') setSecret(result.secret);
        return result?.__typename === 'InvalidInput' ? result.message : null;
      }}
      onClose={onClose}
    />
  );
}
