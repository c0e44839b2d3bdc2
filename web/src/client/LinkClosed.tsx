import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The address opens nothing: the link was mistyped, ended or was withdrawn. It does not say which, nor whose it was. */
export function LinkClosed() {
  const { t } = useLingui();
  return (
    <main className="mx-auto flex min-h-dvh max-w-160 items-center px-6">
      <title>{t`Link closed`}</title>
      <EmptyState heading="h1" picture="letter" title={<Trans>This link does not open anything</Trans>}>
        <Trans>It may have ended, or a letter is missing. Ask whoever sent it to you for a new one.</Trans>
      </EmptyState>
    </main>
  );
}
