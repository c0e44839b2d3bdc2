import { Trans } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Toggle.tsx';
import { OnceDialog } from './OnceDialog.tsx';

/** The recovery codes, shown this once; they can be kept as a file. */
export default function RecoveryCodesDialog({ codes, email, onClose }: { codes: string[]; email: string; onClose: () => void }) {
  const [isKept, setIsKept] = useState(false);
  const file = useMemo(
    () => `data:text/plain;charset=utf-8,${encodeURIComponent(`Atelier, ${email}\n\n${codes.join('\n')}\n`)}`,
    [codes, email],
  );
  return (
    <OnceDialog
      title={<Trans>Your recovery codes</Trans>}
      description={<Trans>For the day when the app is lost. Each signs in once. This is the only time they are shown.</Trans>}
      isKept={isKept}
      warning={<Trans>Keep them first: save the file or write them down, then say so here. They are not shown again.</Trans>}
      foot={
        <Checkbox
          label={<Trans>I have kept them in a safe place</Trans>}
          checked={isKept}
          onChange={(event) => setIsKept(event.currentTarget.checked)}
        />
      }
      onClose={onClose}
      actions={
        <>
          <Button asChild>
            <a href={file} download="atelier-recovery-codes.txt">
              <Download size={16} strokeWidth={1.5} aria-hidden className="mr-2" />
              <Trans>Save as a file</Trans>
            </a>
          </Button>
          <Button tone="primary" disabled={!isKept} onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </>
      }
    >
      <ol className="figures grid grid-cols-1 gap-x-8 gap-y-1 rounded-4 bg-surface-2 px-4 py-3 font-mono text-14 select-all sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </OnceDialog>
  );
}
