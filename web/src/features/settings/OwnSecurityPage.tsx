import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { OutsideApi } from '../../app/OutsideApi.tsx';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { ownSecurityRoute } from '../session/routes.tsx';
import { Wordmark } from '../session/SessionLayout.tsx';
import { SecuritySettingsDocument } from './__generated__/Settings.ts';
import { SecuritySettings } from './SecuritySettings.tsx';

/** What the studio waits for; once it is there, the way back in, without signing in again. */
function StudioWaits({ back }: { back: string }) {
  const { data } = useQuery(SecuritySettingsDocument);
  const user = data?.viewer?.user;
  const isDone = user != null && (user.hasAuthenticatorApp || user.passkeys.length > 0);
  return (
    <div className="measure pt-3">
      <div role="status" className="text-14 text-ink-2">
        {isDone ? (
          <Trans>Thank you. The studio is open for you again.</Trans>
        ) : (
          <Trans>
            The studio asks its members for a second step at sign-in, and you have none yet. Set up an authenticator app or a passkey here:
            one is enough, and the studio opens at once.
          </Trans>
        )}
      </div>
      {isDone && (
        <div className="pt-4">
          <Button asChild tone="primary">
            <a href={back}>
              <Trans>Open the studio</Trans>
            </a>
          </Button>
        </div>
      )}
    </div>
  );
}

/** A person's own security, outside of any studio: all that a member reaches whose studio waits for a second factor. */
export function OwnSecurityPage() {
  const { t } = useLingui();
  const { back } = ownSecurityRoute.useSearch();
  return (
    <OutsideApi>
      <PageTitle parts={[t`Security`]} />
      <main className="mx-auto max-w-280 px-5 py-6 sm:px-10">
        <Wordmark />
        <h1 className="name pt-10 text-34 text-ink-1">
          {back === undefined ? <Trans>Your security</Trans> : <Trans>One step, and you are back</Trans>}
        </h1>
        {back !== undefined && <StudioWaits back={back} />}
        <div className="pt-10 pb-16">
          <SecuritySettings stepFirst={back !== undefined} />
        </div>
      </main>
    </OutsideApi>
  );
}
