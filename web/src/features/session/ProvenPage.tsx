import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Problem } from './Problem.tsx';
import { provenRoute } from './routes.tsx';
import { SessionLayout } from './SessionLayout.tsx';
import { announce } from './session.ts';

/** Where a round by a provider ends that was begun in another window: tells that window and goes, or says why it was no proof. */
export function ProvenPage() {
  const { t } = useLingui();
  const { error } = provenRoute.useSearch();
  useEffect(() => {
    if (error !== undefined) return;
    announce('proven');
    window.close();
  }, [error]);
  return (
    <SessionLayout
      title={t`Is it you?`}
      heading={error === undefined ? <Trans>It is you</Trans> : <Trans>That was no proof</Trans>}
      lead={<Trans>You can close this window and go on where you were.</Trans>}
    >
      <div className="flex flex-col gap-5">
        {error !== undefined && (
          <Problem>
            {error === 'proof_not_fresh' ? (
              <Trans>They do not tell us that you have signed in there just now. Take another way: a code by mail, for instance.</Trans>
            ) : error === 'proof_of_another' || error === 'account_not_linked' ? (
              <Trans>
                You are signed in there with another account than the one that is joined to yours. Begin once more with that one.
              </Trans>
            ) : error === 'session_ended' ? (
              <Trans>You have been signed out meanwhile. Sign in and begin once more.</Trans>
            ) : error === 'access_denied' || error === 'user_cancelled_authorize' ? (
              <Trans>You did not agree there, so nothing was done.</Trans>
            ) : (
              <Trans>That did not work. Nothing was changed; begin once more.</Trans>
            )}
          </Problem>
        )}
        <div>
          <Button tone="primary" onClick={() => window.close()}>
            <Trans>Close this window</Trans>
          </Button>
        </div>
      </div>
    </SessionLayout>
  );
}
