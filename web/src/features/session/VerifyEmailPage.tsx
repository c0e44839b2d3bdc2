import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { auth, type Person } from './auth.ts';
import { Problem } from './Problem.tsx';
import { verifyEmailRoute } from './routes.tsx';
import { SessionLayout } from './SessionLayout.tsx';
import { afterVerification } from './search.ts';
import { announce } from './session.ts';
import { useAnswer } from './useAnswer.ts';
import { useProblemWords } from './useProblemWords.ts';
import { VerificationSent } from './VerificationSent.tsx';

function AskAgain({ back }: { back: string | undefined }) {
  const { t } = useLingui();
  const words = useProblemWords();
  const { busy, problem, ask, submit } = useAnswer();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const callbackURL = afterVerification(back);
  if (sentTo) return <VerificationSent email={sentTo} callbackURL={callbackURL} />;
  const send = submit(async ({ email = '' }) => {
    if (await ask(() => auth.mailVerification(email, callbackURL))) setSentTo(email);
  });
  return (
    <SessionLayout
      title={t`Confirm your address`}
      heading={<Trans>This link is no longer good</Trans>}
      lead={
        <Trans>
          A link to confirm an address is good for one day and for one use. If you have confirmed the address already, sign in; if not, we
          can mail you a new one.
        </Trans>
      }
      foot={
        <Link to="/sign-in" search={{ back }} className="link">
          <Trans>Sign in</Trans>
        </Link>
      }
    >
      <form onSubmit={send} className="flex flex-col gap-4">
        <Field label={<Trans>E-mail address</Trans>}>
          <TextInput name="email" type="email" autoComplete="username" required />
        </Field>
        {problem && <Problem>{words(problem)}</Problem>}
        <div>
          <Button type="submit" tone="primary" busy={busy}>
            <Trans>Mail me a new link</Trans>
          </Button>
        </div>
      </form>
    </SessionLayout>
  );
}

/** Where the link of a confirmation ends: the address is confirmed, or the link was not good. */
export function VerifyEmailPage() {
  const { t } = useLingui();
  const { back, error, token } = verifyEmailRoute.useSearch();
  const [person, setPerson] = useState<Person | null | undefined>(undefined);
  useEffect(() => {
    void auth.person().then((found) => {
      setPerson(found);
      if (found) announce('signed-in');
    });
  }, []);
  if (error || (person === null && !token)) return <AskAgain back={back} />;
  if (token) {
    return (
      <SessionLayout
        title={t`Address confirmed`}
        heading={<Trans>Your address is confirmed</Trans>}
        lead={
          <Trans>
            This is not the browser that signed up. The password that was typed there does not count, since it could be somebody else’s.
            Choose one here.
          </Trans>
        }
      >
        <Button tone="primary" asChild>
          <Link to="/reset-password" search={{ token, back }}>
            <Trans>Choose a password</Trans>
          </Link>
        </Button>
      </SessionLayout>
    );
  }
  return (
    <SessionLayout
      title={t`Address confirmed`}
      heading={<Trans>Your address is confirmed</Trans>}
      lead={person ? <Trans>You are signed in as {person.email}.</Trans> : <Skeleton className="h-5 w-64" />}
    >
      <Button tone="primary" asChild>
        <a href={back ?? '/'}>
          <Trans>Go on</Trans>
        </a>
      </Button>
    </SessionLayout>
  );
}
