import { Trans } from '@lingui/react/macro';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Overlay.tsx';

/** The secret of a key, this once. */
export function Secret({ secret, name, onClose }: { secret: string; name: string; onClose: () => void }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
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
        <code className="block rounded-4 bg-surface-2 px-3 py-2 font-mono text-13 break-all select-all">{secret}</code>
        <div className="flex items-center gap-3">
          <Button
            size="small"
            icon={copied === 'yes' ? <Check size={14} strokeWidth={1.5} aria-hidden /> : <Copy size={14} strokeWidth={1.5} aria-hidden />}
            onClick={() => void copy()}
          >
            {copied === 'yes' ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
          </Button>
          <span role="status" className="text-13 text-ink-3">
            {copied === 'failed' && <Trans>The browser did not allow it. Mark the key and copy it by hand.</Trans>}
          </span>
        </div>
        <p className="text-13 text-ink-2">
          <Trans>
            Programs send it as <code className="font-mono text-12">authorization: Bearer …</code>
          </Trans>
        </p>
      </div>
    </Dialog>
  );
}
