import '../../i18n/settings.ts';
import { Trans } from '@lingui/react/macro';
import { OutsideApi } from '../../app/OutsideApi.tsx';
import { Button } from '../../ui/Button.tsx';
import { ownSecurityRoute } from '../session/routes.tsx';
import { Wordmark } from '../session/SessionLayout.tsx';
import { SecuritySettings } from './SecuritySettings.tsx';

/** A person's own security, outside of any studio: all that a member reaches whose studio waits for a second factor. */
export function OwnSecurityPage() {
  const { back } = ownSecurityRoute.useSearch();
  return (
    <main className="mx-auto max-w-280 px-5 py-6 sm:px-10">
      <Wordmark />
      <h1 className="name pt-10 text-34 text-ink-1">
        <Trans>Your security</Trans>
      </h1>
      {back && (
        <div className="measure flex flex-col items-start gap-3 pt-2 pb-2 text-14 text-ink-2">
          <p>
            <Trans>
              The studio asks its members for a second step at sign-in. Set up an authenticator app or a passkey here, and it opens again.
            </Trans>
          </p>
          <Button asChild>
            <a href={back}>
              <Trans>Open the studio</Trans>
            </a>
          </Button>
        </div>
      )}
      <div className="pt-8 pb-16">
        <OutsideApi>
          <SecuritySettings />
        </OutsideApi>
      </div>
    </main>
  );
}
