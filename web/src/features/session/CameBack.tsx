import { Trans } from '@lingui/react/macro';
import { Problem } from './Problem.tsx';

/** Why a followed link, or somebody who signs people in for us, did not bring the person in. `error` is what stands in the address. */
export function CameBack({ error }: { error: string }) {
  return (
    <Problem>
      {error === 'account_not_linked' ? (
        <Trans>
          There is an account with this address already. Sign in the way you do it here; then join the two in your settings, under Security.
        </Trans>
      ) : error === 'email_not_verified' ? (
        <Trans>Your address is not confirmed there. Confirm it with them first, or make an account here.</Trans>
      ) : error === 'provider_unavailable' ? (
        <Trans>They do not answer at the moment. Nothing was changed; try again in a minute, or take another way.</Trans>
      ) : error === 'access_denied' || error === 'user_cancelled_authorize' ? (
        <Trans>You did not agree there, so nothing was done.</Trans>
      ) : error === 'email_does_not_match' ? (
        <Trans>You have another address there, or hide it. Only the address of this account can be joined.</Trans>
      ) : error === 'account_already_linked_to_different_user' ? (
        <Trans>That account is joined to somebody else here.</Trans>
      ) : /^(state|please_restart|invalid_code|unable_to|no_code|issuer|nonce|invalid_callback|oauth)/.test(error) ? (
        <Trans>That did not work. Nothing was changed; begin once more.</Trans>
      ) : (
        <Trans>That link is no longer good. Sign in with your password, or have a new link mailed to you.</Trans>
      )}
    </Problem>
  );
}
