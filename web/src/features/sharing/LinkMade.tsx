import { Trans, useLingui } from '@lingui/react/macro';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';

/** A link that was just made: it is shown this once, because it is the key itself. */
export function LinkMade({ url, name, mailed }: { url: string; name: string; mailed: boolean }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // No clipboard here: selected, so that the reader's own keys copy it.
      field.current?.select();
    }
  };
  return (
    <section aria-label={t`The link`} className="rounded-8 bg-accent-wash px-4 py-3">
      <p className="text-14 text-ink-1">
        {mailed ? (
          <Trans>The link was mailed to {name}. It is shown here this once.</Trans>
        ) : (
          <Trans>The link for {name}. It is shown this once: copy it now and send it.</Trans>
        )}
      </p>
      <div className="flex gap-2 pt-2">
        <input
          ref={field}
          readOnly
          value={url}
          aria-label={t`Address of the link`}
          onFocus={(event) => event.target.select()}
          className="h-control min-w-0 flex-1 rounded-4 bg-surface-1 px-3 font-mono text-12 inset-ring inset-ring-line-field"
        />
        <Button
          tone="primary"
          onClick={() => void copy()}
          icon={copied ? <Check size={16} strokeWidth={1.5} aria-hidden /> : <Copy size={16} strokeWidth={1.5} aria-hidden />}
        >
          <span aria-live="polite">{copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}</span>
        </Button>
      </div>
    </section>
  );
}
