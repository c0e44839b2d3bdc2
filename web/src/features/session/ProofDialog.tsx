import '../../i18n/session.ts';
import { Trans } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { auth } from './auth.ts';
import { Problem } from './Problem.tsx';
import { useAnswer } from './useAnswer.ts';
import { useProblemWords } from './useProblemWords.ts';
import type { Ways } from './useProof.tsx';

/** Asks once more who it is, before something that could take the account away. */
export default function ProofDialog({ ways, onDone }: { ways: Ways; onDone: (proven: boolean) => void }) {
  const words = useProblemWords();
  const form = useId();
  const { busy, problem, setProblem, ask, submit } = useAnswer();
  const [byCode, setByCode] = useState(false);
  const check = submit(async ({ proof = '' }) => {
    if (await ask(() => (byCode ? auth.code(proof) : auth.provePassword(proof)))) onDone(true);
  });
  const byPasskey = async () => {
    if (await ask(async () => (await import('./passkeys.ts')).signInByPasskey())) onDone(true);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onDone(false)}
      title={<Trans>Is it you?</Trans>}
      description={<Trans>What comes next could take your account away, so we ask once more. It counts for ten minutes.</Trans>}
      actions={
        <>
          <Button onClick={() => onDone(false)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            <Trans>Go on</Trans>
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={check} className="flex flex-col gap-3">
        <Field key={String(byCode)} label={byCode ? <Trans>Code of your authenticator app</Trans> : <Trans>Your password</Trans>}>
          <TextInput
            name="proof"
            type={byCode ? 'text' : 'password'}
            inputMode={byCode ? 'numeric' : undefined}
            autoComplete={byCode ? 'one-time-code' : 'current-password'}
            maxLength={128}
            required
            autoFocus
          />
        </Field>
        {problem && <Problem>{words(problem)}</Problem>}
        <div className="flex flex-wrap gap-x-4 gap-y-2 text-13">
          {ways.app && (
            <button
              type="button"
              className="link"
              onClick={() => {
                setProblem(null);
                setByCode(!byCode);
              }}
            >
              {byCode ? <Trans>Use the password</Trans> : <Trans>Use a code of the app</Trans>}
            </button>
          )}
          {ways.passkey && (
            <button type="button" className="link" onClick={() => void byPasskey()}>
              <Trans>Use a passkey</Trans>
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
