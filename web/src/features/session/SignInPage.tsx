import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { auth, type Person } from './auth.ts';
import { CameBack } from './CameBack.tsx';
import { DemoMailNote, DemoSignIns } from './DemoSignIns.tsx';
import { Problem } from './Problem.tsx';
import { ProviderButtons } from './ProviderButtons.tsx';
import { signInRoute } from './routes.tsx';
import { SessionLayout } from './SessionLayout.tsx';
import { afterVerification } from './search.ts';
import { announce, onSessionNews } from './session.ts';
import { useAnswer } from './useAnswer.ts';
import { useProblemWords } from './useProblemWords.ts';

/** Leaves for the app with a fresh page, so that nothing of an earlier session is in memory. */
function enter(back: string | undefined) {
  location.assign(back ?? '/');
}

function AlreadyIn({ person, back, onOther }: { person: Person; back: string | undefined; onOther: () => void }) {
  const { t } = useLingui();
  const leave = async () => {
    await auth.signOut();
    announce('signed-out');
    onOther();
  };
  return (
    <SessionLayout title={t`Sign in`} heading={<Trans>You are signed in</Trans>} lead={<Trans>As {person.email}.</Trans>}>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" onClick={() => enter(back)}>
          <Trans>Go on as {person.name}</Trans>
        </Button>
        <Button onClick={() => void leave()}>
          <Trans>Somebody else</Trans>
        </Button>
      </div>
    </SessionLayout>
  );
}

function LinkSent({ email, onBack }: { email: string; onBack: () => void }) {
  const { t } = useLingui();
  return (
    <SessionLayout
      title={t`Look in your mail`}
      heading={<Trans>Look in your mail</Trans>}
      lead={
        <Trans>
          If <strong className="font-medium text-ink-1">{email}</strong> has an account, a link is on its way. It is good for 15 minutes and
          signs you in on the device where you open it.
        </Trans>
      }
    >
      <Button onClick={onBack}>
        <Trans>Back to sign-in</Trans>
      </Button>
      <DemoMailNote />
    </SessionLayout>
  );
}

/** Sign-in by password, or by a link that is mailed. */
export function SignInPage() {
  const { t } = useLingui();
  const { back, email: given, error } = signInRoute.useSearch();
  const navigate = useNavigate();
  const words = useProblemWords();
  const { busy, problem, ask, submit } = useAnswer();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState(given ?? '');
  const [password, setPassword] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [person, setPerson] = useState<Person | null>(null);

  useEffect(() => {
    void auth.person().then(setPerson);
    return onSessionNews((news) => news === 'signed-in' && enter(back));
  }, [back]);

  if (person) return <AlreadyIn person={person} back={back} onOther={() => setPerson(null)} />;
  if (sentTo) return <LinkSent email={sentTo} onBack={() => setSentTo(null)} />;

  const signIn = submit(async () => {
    const answer = await ask(() => auth.signIn(email, password, afterVerification(back)));
    if (!answer) return;
    if (answer.data.twoFactorRedirect) {
      void navigate({ to: '/second-step', search: { back, ways: answer.data.twoFactorMethods.join(' ') } });
      return;
    }
    announce('signed-in');
    enter(back);
  });
  const byPasskey = async () => {
    if (busy || !(await ask(async () => (await import('./passkeys.ts')).signInByPasskey()))) return;
    announce('signed-in');
    enter(back);
  };
  const mailLink = async () => {
    const address = form.current?.elements.namedItem('email');
    if (busy || !(address instanceof HTMLInputElement) || !address.reportValidity()) return;
    if (await ask(() => auth.mailLink(email, back ?? '/'))) setSentTo(email);
  };

  return (
    <SessionLayout
      title={t`Sign in`}
      heading={<Trans>Sign in</Trans>}
      foot={
        <Trans>
          New here?{' '}
          <Link to="/sign-up" search={{ back, email: email || undefined }} className="link">
            Make an account
          </Link>
        </Trans>
      }
    >
      <form ref={form} onSubmit={signIn} className="flex flex-col gap-4">
        {error && !problem && <CameBack error={error} />}
        <Field label={<Trans>E-mail address</Trans>}>
          <TextInput
            name="email"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        </Field>
        <Field
          label={<Trans>Password</Trans>}
          note={
            <Link to="/forgot-password" search={{ email: email || undefined }} className="link">
              <Trans>Forgot it?</Trans>
            </Link>
          }
        >
          <TextInput
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </Field>
        {problem && <Problem>{words(problem)}</Problem>}
        <div className="flex flex-wrap gap-2 pt-1">
          <Button type="submit" tone="primary" busy={busy}>
            <Trans>Sign in</Trans>
          </Button>
          <Button onClick={() => void mailLink()}>
            <Trans>Mail me a link</Trans>
          </Button>
          <Button onClick={() => void byPasskey()}>
            <Trans>Use a passkey</Trans>
          </Button>
        </div>
        <ProviderButtons back={back} />
        <DemoSignIns
          onPick={(who) => {
            setEmail(who.email);
            setPassword(who.password);
          }}
        />
      </form>
    </SessionLayout>
  );
}
