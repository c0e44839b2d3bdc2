import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { auth } from './auth.ts';
import { DemoMailNote } from './DemoSignIns.tsx';
import { Problem } from './Problem.tsx';
import { secondStepRoute } from './routes.tsx';
import { SessionLayout } from './SessionLayout.tsx';
import { announce } from './session.ts';
import { useAnswer } from './useAnswer.ts';
import { useProblemWords } from './useProblemWords.ts';

type Way = 'totp' | 'passkey' | 'recovery' | 'lost';

function Started({ readyAt }: { readyAt: string }) {
  const { t } = useLingui();
  return (
    <SessionLayout
      title={t`Look in your mail`}
      heading={<Trans>Look in your mail</Trans>}
      lead={
        <Trans>
          We mailed a link to every address of the account. It takes the second step off, but only from <DateText at={readyAt} /> on: until
          then the owner of the account can stop it. Should a device turn up again, sign in with it as always.
        </Trans>
      }
    >
      <DemoMailNote />
    </SessionLayout>
  );
}

/** After the password or the mailed link: a code of the app, a passkey, a recovery code, or the slow way for who has none of them. */
export function SecondStepPage() {
  const { t } = useLingui();
  const { back, ways = 'totp' } = secondStepRoute.useSearch();
  const words = useProblemWords();
  const { busy, problem, setProblem, ask, submit } = useAnswer();
  const has = (way: string) => ways.split(' ').includes(way);
  const [way, setWay] = useState<Way>(has('totp') ? 'totp' : 'passkey');
  const [readyAt, setReadyAt] = useState<string | null>(null);
  if (readyAt) return <Started readyAt={readyAt} />;

  const enter = () => {
    announce('signed-in');
    location.assign(back ?? '/');
  };
  const take = (next: Way) => () => {
    setProblem(null);
    setWay(next);
  };
  const check = submit(async ({ code = '' }) => {
    if (await ask(() => (way === 'recovery' ? auth.recoveryCode(code) : auth.code(code)))) enter();
  });
  const byPasskey = async () => {
    if (await ask(async () => (await import('./passkeys.ts')).signInByPasskey())) enter();
  };
  const recover = async () => {
    const answer = await ask(() => auth.startRecovery());
    if (answer) setReadyAt(answer.data.readyAt);
  };
  const isOver = problem?.code === 'INVALID_TWO_FACTOR_COOKIE' || problem?.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE';
  return (
    <SessionLayout
      title={t`One more step`}
      heading={way === 'lost' ? <Trans>Everything is lost</Trans> : <Trans>One more step</Trans>}
      lead={
        way === 'totp' ? (
          <Trans>Your authenticator app shows a code of six digits.</Trans>
        ) : way === 'recovery' ? (
          <Trans>One of the codes that you kept when you set the second step up. Each is good once.</Trans>
        ) : way === 'passkey' ? (
          <Trans>Your device asks for your finger, your face or its PIN.</Trans>
        ) : (
          <Trans>
            We mail a link that takes the second step off. It works after 24 hours, so that the owner can stop somebody who merely knows the
            password.
          </Trans>
        )
      }
      foot={
        <ul className="flex flex-col items-start gap-2">
          {way !== 'totp' && has('totp') && (
            <li>
              <button type="button" className="link" onClick={take('totp')}>
                <Trans>Use a code of the app</Trans>
              </button>
            </li>
          )}
          {way !== 'passkey' && has('passkey') && (
            <li>
              <button type="button" className="link" onClick={take('passkey')}>
                <Trans>Use a passkey</Trans>
              </button>
            </li>
          )}
          {way !== 'recovery' && has('totp') && (
            <li>
              <button type="button" className="link" onClick={take('recovery')}>
                <Trans>Use a recovery code</Trans>
              </button>
            </li>
          )}
          {way !== 'lost' && (
            <li>
              <button type="button" className="link" onClick={take('lost')}>
                <Trans>I have lost all of it</Trans>
              </button>
            </li>
          )}
          <li>
            <Link to="/sign-in" search={{ back }} className="link">
              <Trans>Back to sign-in</Trans>
            </Link>
          </li>
        </ul>
      }
    >
      {way === 'totp' || way === 'recovery' ? (
        <form key={way} onSubmit={check} className="flex flex-col gap-4">
          <Field label={way === 'totp' ? <Trans>Code</Trans> : <Trans>Recovery code</Trans>}>
            <TextInput
              name="code"
              className="figures"
              autoComplete={way === 'totp' ? 'one-time-code' : 'off'}
              inputMode={way === 'totp' ? 'numeric' : 'text'}
              autoCapitalize="characters"
              maxLength={40}
              required
              autoFocus
            />
          </Field>
          {problem && <Problem>{words(problem)}</Problem>}
          <div>
            <Button type="submit" tone="primary" busy={busy} disabled={isOver}>
              <Trans>Sign in</Trans>
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-col gap-4">
          {problem && <Problem>{words(problem)}</Problem>}
          <div>
            {way === 'passkey' ? (
              <Button tone="primary" busy={busy} onClick={() => void byPasskey()}>
                <Trans>Use the passkey</Trans>
              </Button>
            ) : (
              <Button tone="primary" busy={busy} disabled={isOver} onClick={() => void recover()}>
                <Trans>Mail the link</Trans>
              </Button>
            )}
          </div>
        </div>
      )}
    </SessionLayout>
  );
}
