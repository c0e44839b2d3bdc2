import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { signUpRoute } from './routes.tsx';
import { SessionLayout } from './SessionLayout.tsx';
import { SignUpForm } from './SignUpForm.tsx';
import { afterVerification } from './search.ts';
import { VerificationSent } from './VerificationSent.tsx';

/** Makes an account; the address must be confirmed before it opens. */
export function SignUpPage() {
  const { t } = useLingui();
  const { back, email } = signUpRoute.useSearch();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const after = afterVerification(back);
  if (sentTo) return <VerificationSent email={sentTo} callbackURL={after} />;
  return (
    <SessionLayout
      title={t`Make an account`}
      heading={<Trans>Make an account</Trans>}
      lead={<Trans>Your own studio in a minute: projects, clients, and one place to talk about the work.</Trans>}
      foot={
        <Trans>
          Have one already?{' '}
          <Link to="/sign-in" search={{ back, email }} className="link">
            Sign in
          </Link>
        </Trans>
      }
    >
      <SignUpForm email={email} callbackURL={after} onSent={setSentTo} />
    </SessionLayout>
  );
}
