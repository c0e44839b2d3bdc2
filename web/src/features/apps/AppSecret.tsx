import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../settings/CopyText.tsx';
import { OnceDialog } from '../settings/OnceDialog.tsx';

const code = 'block rounded-4 bg-surface-2 px-3 py-2 font-mono text-13 break-all select-all';

type AppSecretProps = { title: ReactNode; description: ReactNode; id: string; secret: string | null; onClose: () => void };

/** What an app shows itself by: its id, and its secret this once. */
export function AppSecret({ title, description, id, secret, onClose }: AppSecretProps) {
  const [isKept, setIsKept] = useState(secret === null);
  return (
    <OnceDialog
      title={title}
      description={description}
      isKept={isKept}
      warning={<Trans>Copy the secret first: it is not shown again.</Trans>}
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          <Trans>I have kept it</Trans>
        </Button>
      }
    >
      <dl className="flex flex-col gap-3 text-13">
        <div>
          <dt className="pb-1 font-medium">
            <Trans>Id of the app</Trans>
          </dt>
          <dd>
            <code className={code}>{id}</code>
          </dd>
        </div>
        {secret !== null && (
          <div>
            <dt className="pb-1 font-medium">
              <Trans>Secret</Trans>
            </dt>
            <dd>
              <CopyText text={secret} onCopied={() => setIsKept(true)} />
            </dd>
          </div>
        )}
      </dl>
    </OnceDialog>
  );
}
