import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { auth } from './auth.ts';
import { DemoMailNote } from './DemoSignIns.tsx';
import { Problem } from './Problem.tsx';
import { SessionLayout } from './SessionLayout.tsx';
import { useAnswer } from './useAnswer.ts';
import { useProblemWords } from './useProblemWords.ts';

/** After sign-up: a link was mailed and waits to be opened. */
export function VerificationSent({ email, callbackURL }: { email: string; callbackURL: string }) {
  const { t } = useLingui();
  const words = useProblemWords();
  const { busy, problem, ask } = useAnswer();
  const [again, setAgain] = useState(false);
  const repeat = async () => {
    if (await ask(() => auth.mailVerification(email, callbackURL))) setAgain(true);
  };
  return (
    <SessionLayout
      title={t`Look in your mail`}
      heading={<Trans>Look in your mail</Trans>}
      lead={
        <Trans>
          We mailed a link to <strong className="font-medium text-ink-1">{email}</strong>. Open it to confirm that the address is yours; it
          is good for a day. You can close this page.
        </Trans>
      }
    >
      {problem && (
        <div className="pb-4">
          <Problem>{words(problem)}</Problem>
        </div>
      )}
      {again ? (
        <p role="status" className="text-14 text-ink-2">
          <Trans>Mailed once more. It may take a minute, and it may be among the spam.</Trans>
        </p>
      ) : (
        <Button busy={busy} onClick={() => void repeat()}>
          <Trans>Mail it again</Trans>
        </Button>
      )}
      <DemoMailNote />
    </SessionLayout>
  );
}
