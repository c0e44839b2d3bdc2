import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { CopyText } from './CopyText.tsx';

/** The secret of a key, this once. */
export function Secret({ secret, name, onClose }: { secret: string; name: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>The key “{name}”</Trans>}
      description={<Trans>This is the only time it is shown. Keep it where you keep passwords.</Trans>}
      actions={
        <Button tone="primary" onClick={onClose}>
          <Trans>I have kept it</Trans>
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <CopyText text={secret} />
        <p className="text-13 text-ink-2">
          <Trans>
            Programs send it as <code className="font-mono text-12">authorization: Bearer …</code>
          </Trans>
        </p>
      </div>
    </Dialog>
  );
}
