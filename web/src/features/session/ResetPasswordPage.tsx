import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { auth } from './auth.ts';
import { Problem } from './Problem.tsx';
import { resetPasswordRoute } from './routes.tsx';
import { SessionLayout } from './SessionLayout.tsx';
import { announce } from './session.ts';
import { useAnswer } from './useAnswer.ts';
import { PASSWORD_MIN, refusesPassword, useProblemWords } from './useProblemWords.ts';

/** Whether a link can still be used: null until that is known. Without an answer it may be good; saving asks again. */
function useIsGood(token: string | undefined): boolean | null {
  const [isGood, setIsGood] = useState<boolean | null>(token ? null : false);
  useEffect(() => {
    if (!token) return;
    let isHere = true;
    void auth.resetLink(token).then((answer) => isHere && setIsGood(!answer.ok || answer.data.isGood));
    return () => {
      isHere = false;
    };
  }, [token]);
  return isGood;
}

/** Takes a new password with the secret of a mailed link; everybody who was signed in is signed out. */
export function ResetPasswordPage() {
  const { t } = useLingui();
  const { back, token } = resetPasswordRoute.useSearch();
  const words = useProblemWords();
  const isGood = useIsGood(token);
  const { busy, problem, ask, submit } = useAnswer();
  const [done, setDone] = useState(false);
  const title = t`Choose a new password`;
  const save = submit(async ({ password = '' }) => {
    if (!token || !(await ask(() => auth.resetPassword(password, token)))) return;
    announce('signed-out');
    setDone(true);
  });
  if (done) {
    return (
      <SessionLayout
        title={title}
        heading={<Trans>Your password is new</Trans>}
        lead={<Trans>Every device that was signed in has been signed out.</Trans>}
      >
        <Button tone="primary" asChild>
          <Link to="/sign-in" search={{ back }}>
            <Trans>Sign in</Trans>
          </Link>
        </Button>
      </SessionLayout>
    );
  }
  if (isGood === null) {
    return (
      <SessionLayout title={title} heading={title}>
        <Skeleton className="h-9 w-72" />
      </SessionLayout>
    );
  }
  const dead = !isGood || problem?.code === 'INVALID_TOKEN' || problem?.code === 'TOKEN_EXPIRED';
  if (dead) {
    return (
      <SessionLayout
        title={title}
        heading={<Trans>This link is no longer good</Trans>}
        lead={
          <>
            <Trans>A link to choose a password is good for one hour and for one use.</Trans>{' '}
            {problem && <Trans>Your password has not changed.</Trans>}
          </>
        }
      >
        <Button tone="primary" asChild>
          <Link to="/forgot-password">
            <Trans>Mail me a new link</Trans>
          </Link>
        </Button>
      </SessionLayout>
    );
  }
  const isPassword = refusesPassword(problem);
  return (
    <SessionLayout title={title} heading={title}>
      <form onSubmit={save} className="flex flex-col gap-4">
        <Field
          label={<Trans>New password</Trans>}
          hint={<Trans>At least {PASSWORD_MIN} characters. A few words in a row are easy to keep.</Trans>}
          error={isPassword && problem ? words(problem) : undefined}
        >
          <TextInput name="password" type="password" autoComplete="new-password" required minLength={PASSWORD_MIN} maxLength={128} />
        </Field>
        {problem && !isPassword && <Problem>{words(problem)}</Problem>}
        <div>
          <Button type="submit" tone="primary" busy={busy}>
            <Trans>Save the password</Trans>
          </Button>
        </div>
      </form>
    </SessionLayout>
  );
}
