import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { OwnLogLink } from '../audit-log/OwnLogLink.tsx';
import { OwnExport } from '../exports/OwnExport.tsx';
import { auth } from '../session/auth.ts';
import { DemoMailNote } from '../session/DemoSignIns.tsx';
import { Problem } from '../session/Problem.tsx';
import { useAnswer } from '../session/useAnswer.ts';
import { PASSWORD_MIN, refusesPassword, useProblemWords } from '../session/useProblemWords.ts';
import { useProof } from '../session/useProof.tsx';
import { SecuritySettingsDocument } from './__generated__/Settings.ts';
import { AppSettings } from './AppSettings.tsx';
import { DeleteAccount } from './DeleteAccount.tsx';
import { PasskeySettings } from './PasskeySettings.tsx';
import { ProviderSettings } from './ProviderSettings.tsx';
import { Section } from './Section.tsx';
import { SessionList } from './SessionList.tsx';

function PasswordForm({ email, onChanged }: { email: string; onChanged: () => void }) {
  const { t } = useLingui();
  const words = useProblemWords();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, ask, submit } = useAnswer();
  const wrong = problem?.code === 'INVALID_PASSWORD';
  const isNext = refusesPassword(problem);
  const save = submit(async ({ present = '', next = '' }) => {
    if (!(await ask(() => auth.changePassword(present, next)))) return;
    form.current?.reset();
    toast({ message: t`Your password is changed. Everywhere else you are signed out.` });
    onChanged();
  });
  return (
    <form ref={form} onSubmit={save} className="flex flex-col gap-4">
      <input type="email" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <Field label={<Trans>Present password</Trans>} error={wrong && problem ? words(problem) : undefined}>
        <TextInput name="present" type="password" autoComplete="current-password" required />
      </Field>
      <Field
        label={<Trans>New password</Trans>}
        hint={<Trans>At least {PASSWORD_MIN} characters.</Trans>}
        error={isNext && problem ? words(problem) : undefined}
      >
        <TextInput name="next" type="password" autoComplete="new-password" required minLength={PASSWORD_MIN} maxLength={128} />
      </Field>
      {problem && !wrong && !isNext && <Problem>{words(problem)}</Problem>}
      <div>
        <Button type="submit" busy={busy}>
          <Trans>Change the password</Trans>
        </Button>
      </div>
    </form>
  );
}

function EmailForm({ email, guarded }: { email: string; guarded: ReturnType<typeof useProof>['guarded'] }) {
  const words = useProblemWords();
  const { busy, problem, setProblem, ask, submit } = useAnswer();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [isAgain, setIsAgain] = useState(false);
  const save = submit(async ({ email: next = '' }) => {
    if (next.trim().toLowerCase() === email.toLowerCase()) return setProblem({ code: 'EMAIL_UNCHANGED', retryAfter: null });
    if (await ask(() => guarded(() => auth.changeEmail(next)))) setSentTo(next);
  });
  const anew = () => {
    setIsAgain(true);
    setSentTo(null);
  };
  const isAddress = problem?.code === 'EMAIL_UNCHANGED' || problem?.code === 'INVALID_EMAIL';
  if (sentTo) {
    return (
      <div role="status" className="text-14 text-ink-2">
        <p>
          <Trans>
            We mailed a link to <strong className="font-medium text-ink-1">{email}</strong>: whoever holds the present address agrees first.
            After that, {sentTo} is asked to confirm. Until both are done, nothing changes.
          </Trans>
        </p>
        <DemoMailNote />
        <div className="pt-3">
          <Button size="small" onClick={anew}>
            <Trans>Another address</Trans>
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      <Field
        label={<Trans>New address</Trans>}
        hint={<Trans>Now: {email}</Trans>}
        error={isAddress && problem ? words(problem) : undefined}
      >
        <TextInput name="email" type="email" autoComplete="email" required autoFocus={isAgain} />
      </Field>
      {problem && !isAddress && <Problem>{words(problem)}</Problem>}
      <div>
        <Button type="submit" busy={busy}>
          <Trans>Change the address</Trans>
        </Button>
      </div>
    </form>
  );
}

/** Password, second step, address, and where the viewer is signed in; `stepFirst` where the second step is what they came for. */
export function SecuritySettings({ stepFirst = false }: { stepFirst?: boolean }) {
  const { t } = useLingui();
  const frame = useFrame();
  const { data, error, refetch } = useQuery(SecuritySettingsDocument);
  const user = data?.viewer?.user;
  const { guarded, dialog } = useProof();
  if (error && !user) {
    return <ErrorPanel title={<Trans>This did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!user) return <SkeletonRows rows={6} />;
  const step = (
    <>
      <Section
        title={<Trans>Authenticator app</Trans>}
        lead={
          <Trans>Signing in then asks for a code that only your phone knows. It comes with recovery codes for the day it is lost.</Trans>
        }
      >
        <AppSettings user={user} guarded={guarded} onChanged={() => void refetch()} />
      </Section>
      <Section
        title={<Trans>Passkeys</Trans>}
        lead={<Trans>Sign in by finger, face or PIN, without a password. Once you have one, the password alone lets nobody in.</Trans>}
      >
        <PasskeySettings user={user} guarded={guarded} onChanged={() => void refetch()} />
      </Section>
    </>
  );
  return (
    <>
      <PageTitle parts={[t`Security`, t`Settings`, frame?.studio.name]} />
      {stepFirst && step}
      <Section
        title={<Trans>Where you are signed in</Trans>}
        lead={<Trans>Sign a device out and it loses access within seconds.</Trans>}
        wide
      >
        <SessionList sessions={user.sessions} />
        <OwnLogLink />
      </Section>
      <Section title={<Trans>Password</Trans>} lead={<Trans>A change signs you out everywhere else.</Trans>}>
        <PasswordForm email={user.email} onChanged={() => void refetch()} />
      </Section>
      {!stepFirst && step}
      <Section title={<Trans>E-mail address</Trans>} lead={<Trans>For signing in, and for what we mail you.</Trans>}>
        <EmailForm email={user.email} guarded={guarded} />
      </Section>
      <ProviderSettings guarded={guarded} />
      <OwnExport />
      <DeleteAccount />
      {dialog}
    </>
  );
}
