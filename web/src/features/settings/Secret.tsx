import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from './CopyText.tsx';
import { OnceDialog } from './OnceDialog.tsx';

/** The secret of a key, this once. */
export function Secret({ secret, name, onClose }: { secret: string; name: string; onClose: () => void }) {
  const [isKept, setIsKept] = useState(false);
  return (
    <OnceDialog
      title={<Trans>The key “{name}”</Trans>}
      description={<Trans>This is the only time it is shown. Keep it where you keep passwords.</Trans>}
      isKept={isKept}
      warning={<Trans>Copy the key first: it is not shown again.</Trans>}
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          <Trans>I have kept it</Trans>
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <CopyText text={secret} onCopied={() => setIsKept(true)} />
        <p className="text-13 text-ink-2">
          <Trans>
            Programs send it as <code className="font-mono text-12">authorization: Bearer …</code>
          </Trans>
        </p>
      </div>
    </OnceDialog>
  );
}
