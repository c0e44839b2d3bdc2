import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { auth } from './auth.ts';
import { Problem } from './Problem.tsx';
import { useAnswer } from './useAnswer.ts';
import { PASSWORD_MIN, refusesPassword, useProblemWords } from './useProblemWords.ts';

type SignUpFormProps = {
  email?: string | undefined;
  /** The address is given and must not be another one: an invitation was sent to it. */
  fixedEmail?: boolean;
  /** The page that the confirmed person comes to. */
  callbackURL: string;
  onSent: (email: string) => void;
};

/** Name, address and a password for a new account. */
export function SignUpForm({ email, fixedEmail = false, callbackURL, onSent }: SignUpFormProps) {
  const words = useProblemWords();
  const { busy, problem, ask, submit } = useAnswer();
  const isPassword = refusesPassword(problem);
  const wrongAddress = problem?.code === 'INVALID_EMAIL';
  const signUp = submit(async ({ name = '', email: address = '', password = '' }) => {
    if (await ask(() => auth.signUp(name, address, password, callbackURL))) onSent(address);
  });
  return (
    <form onSubmit={signUp} className="flex flex-col gap-4">
      <Field label={<Trans>Your name</Trans>} hint={<Trans>As clients and colleagues shall see it.</Trans>}>
        <TextInput name="name" autoComplete="name" required maxLength={80} />
      </Field>
      <Field label={<Trans>E-mail address</Trans>} error={wrongAddress && problem ? words(problem) : undefined}>
        <TextInput name="email" type="email" autoComplete="username" required defaultValue={email} readOnly={fixedEmail} />
      </Field>
      <Field
        label={<Trans>Password</Trans>}
        hint={<Trans>At least {PASSWORD_MIN} characters. A few words in a row are easy to keep.</Trans>}
        error={isPassword && problem ? words(problem) : undefined}
      >
        <TextInput name="password" type="password" autoComplete="new-password" required minLength={PASSWORD_MIN} maxLength={128} />
      </Field>
      {problem && !isPassword && !wrongAddress && <Problem>{words(problem)}</Problem>}
      <div className="pt-1">
        <Button type="submit" tone="primary" busy={busy}>
          <Trans>Make an account</Trans>
        </Button>
      </div>
    </form>
  );
}
