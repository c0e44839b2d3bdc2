import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LanguageSwitch } from './Foot.tsx';

/** There is no way in (any more). It does not say whose page this is or was, nor whether there is one. */
export default function AccessEnded() {
  const { t } = useLingui();
  return (
    <div className="mx-auto flex min-h-dvh max-w-176 flex-col px-6">
      <title>{t`This page is not open now`}</title>
      <main className="flex flex-1 items-center">
        <EmptyState heading="h1" picture="letter" title={<Trans>This page is not open now</Trans>}>
          <p>
            <Trans>
              Open the link in the latest mail from your studio once more. If it is too old, the page behind it can mail you a new one.
            </Trans>
          </p>
          <p className="pt-3">
            <Trans>No mail at hand? Ask the studio for a new link.</Trans>
          </p>
        </EmptyState>
      </main>
      <footer className="flex justify-center py-6">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
