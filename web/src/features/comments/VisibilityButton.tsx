import { Trans, useLingui } from '@lingui/react/macro';
import { Eye, Lock } from 'lucide-react';
import type { Visibility } from '../../graphql/__generated__/types.ts';
import { cx } from '../../ui/cx.ts';

/** Who sees a thing: a word and a shape, pressed to change it. */
export function VisibilityButton({
  visibility,
  onChange,
  disabled,
}: {
  visibility: Visibility;
  onChange: (next: Visibility) => void;
  disabled?: boolean;
}) {
  const { t } = useLingui();
  const isOpen = visibility === 'CLIENT';
  const Shape = isOpen ? Eye : Lock;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOpen}
      aria-label={t`The client sees it`}
      disabled={disabled}
      onClick={() => onChange(isOpen ? 'TEAM' : 'CLIENT')}
      className={cx(
        'inline-flex h-control-small items-center gap-2 rounded-4 px-2 text-13 inset-ring transition-colors',
        isOpen ? 'bg-accent-wash text-accent-text inset-ring-transparent' : 'text-ink-2 inset-ring-line-strong hover:bg-surface-2',
      )}
    >
      <Shape size={14} strokeWidth={1.5} aria-hidden />
      {isOpen ? <Trans>Client sees it</Trans> : <Trans>Team only</Trans>}
    </button>
  );
}
