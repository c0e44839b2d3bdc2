import { Trans } from '@lingui/react/macro';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';

/** Something to keep elsewhere, and a button that copies it. `onCopied` is called after that, and after it was copied by hand. */
export function CopyText({ text, onCopied }: { text: string; onCopied: () => void }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied('yes');
        onCopied();
      },
      () => setCopied('failed'),
    );
  return (
    <div className="flex flex-col gap-3">
      <code onCopy={onCopied} className="block rounded-4 bg-surface-2 px-3 py-2 font-mono text-13 break-all select-all">
        {text}
      </code>
      <div className="flex items-center gap-3">
        <Button
          size="small"
          icon={copied === 'yes' ? <Check size={14} strokeWidth={1.5} aria-hidden /> : <Copy size={14} strokeWidth={1.5} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied === 'yes' ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
        </Button>
        <span role="status" className="text-13 text-ink-3">
          {copied === 'failed' && <Trans>The browser did not allow it. Mark it and copy it by hand.</Trans>}
        </span>
      </div>
    </div>
  );
}
