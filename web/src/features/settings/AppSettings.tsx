import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { toast } from '../../ui/toast.ts';
import { useFocusBack } from '../../ui/useFocusBack.ts';
import { type AuthAnswer, auth } from '../session/auth.ts';
import { Problem } from '../session/Problem.tsx';
import { useAnswer } from '../session/useAnswer.ts';
import { useProblemWords } from '../session/useProblemWords.ts';
import type { SecondStepFragment } from './__generated__/SecondStep.ts';

const AddAppDialog = lazy(() => import('./AddAppDialog.tsx'));
const RecoveryCodesDialog = lazy(() => import('./RecoveryCodesDialog.tsx'));

type Guarded = <Data>(question: () => Promise<AuthAnswer<Data>>) => Promise<AuthAnswer<Data>>;

/** The authenticator app and its recovery codes: set up, take off, make new codes. */
export function AppSettings({ user, guarded, onChanged }: { user: SecondStepFragment; guarded: Guarded; onChanged: () => void }) {
  const { t } = useLingui();
  const words = useProblemWords();
  const { busy, problem, ask } = useAnswer();
  const [made, setMade] = useState<{ totpURI: string; backupCodes: string[] } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const afterCodes = useFocusBack<HTMLButtonElement>(codes !== null);

  const begin = async () => {
    const answer = await ask(() => guarded(() => auth.enableApp()));
    if (answer) setMade(answer.data);
  };
  const renew = async () => {
    const answer = await ask(() => guarded(() => auth.renewCodes()));
    if (!answer) return;
    setCodes(answer.data.backupCodes);
    onChanged();
  };
  const takeOff = async () => {
    if (!(await ask(() => guarded(() => auth.disableApp())))) return;
    toast({ message: t`The app is taken off. Sign-in no longer asks for its code.` });
    onChanged();
  };
  const left = user.recoveryCodesLeft ?? 0;
  return (
    <>
      {user.hasAuthenticatorApp ? (
        <div className="flex flex-col gap-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-14">
            <StatusChip kind="done">
              <Trans>On</Trans>
            </StatusChip>
            <span className={left < 3 ? 'text-late' : 'text-ink-2'}>
              {plural(left, { 0: 'No recovery code is left', one: '# recovery code is left', other: '# recovery codes are left' })}
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            <Button ref={afterCodes} busy={busy} onClick={() => void renew()}>
              <Trans>New recovery codes</Trans>
            </Button>
            <Button tone="danger" busy={busy} onClick={() => void takeOff()}>
              <Trans>Take the app off</Trans>
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button busy={busy} onClick={() => void begin()}>
            <Trans>Set up an app</Trans>
          </Button>
        </div>
      )}
      {problem && problem.code !== 'FRESH_PROOF_NEEDED' && (
        <div className="pt-3">
          <Problem>{words(problem)}</Problem>
        </div>
      )}
      <Suspense>
        {made && (
          <AddAppDialog
            totpURI={made.totpURI}
            onClose={(isOn) => {
              setMade(null);
              if (!isOn) return;
              setCodes(made.backupCodes);
              onChanged();
            }}
          />
        )}
        {codes && <RecoveryCodesDialog codes={codes} email={user.email} onClose={() => setCodes(null)} />}
      </Suspense>
    </>
  );
}
