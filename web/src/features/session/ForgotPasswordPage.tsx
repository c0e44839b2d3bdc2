import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { auth } from './auth.ts';
import { DemoMailNote } from './DemoSignIns.tsx';
import { Problem } from './Problem.tsx';
import { forgotPasswordRoute } from './routes.tsx';
import { SessionLayout } from './SessionLayout.tsx';
import { useAnswer } from './useAnswer.ts';
import { useProblemWords } from './useProblemWords.ts';

/** Mails a link to choose a new password. */
export function ForgotPasswordPage() {
  const { t } = useLingui();
  const { email } = forgotPasswordRoute.useSearch();
  const words = useProblemWords();
  const { busy, problem, ask, submit } = useAnswer();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const send = submit(async ({ email: address = '' }) => {
    if (await ask(() => auth.forgotPassword(address))) setSentTo(address);
  });
  const backToSignIn = (
    <Link to="/sign-in" className="link">
      <Trans>Back to sign-in</Trans>
    </Link>
  );
  if (sentTo) {
    return (
      <SessionLayout
        title={t`Look in your mail`}
        heading={<Trans>Look in your mail</Trans>}
        lead={
          <Trans>
            If <strong className="font-medium text-ink-1">{sentTo}</strong> has an account, a link to choose a new password is on its way.
          </Trans>
        }
        foot={backToSignIn}
      >
        <DemoMailNote />
      </SessionLayout>
    );
  }
  return (
    <SessionLayout
      title={t`Forgotten password`}
      heading={<Trans>Choose a new password</Trans>}
      lead={<Trans>We mail you a link for it. Your present password goes on working until you have chosen another.</Trans>}
      foot={backToSignIn}
    >
      <form onSubmit={send} className="flex flex-col gap-4">
        <Field label={<Trans>E-mail address</Trans>}>
          <TextInput name="email" type="email" autoComplete="username" required defaultValue={email} />
        </Field>
        {problem && <Problem>{words(problem)}</Problem>}
        <div>
          <Button type="submit" tone="primary" busy={busy}>
            <Trans>Mail me the link</Trans>
          </Button>
        </div>
      </form>
    </SessionLayout>
  );
}
