import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { toast } from '../../ui/toast.ts';
import { useFocusBack } from '../../ui/useFocusBack.ts';
import type { AuthAnswer } from '../session/auth.ts';
import { Problem } from '../session/Problem.tsx';
import { useAnswer } from '../session/useAnswer.ts';
import { useProblemWords } from '../session/useProblemWords.ts';
import { RemovePasskeyDocument, RenamePasskeyDocument, type SecondStepFragment } from './__generated__/SecondStep.ts';

type Guarded = <Data>(question: () => Promise<AuthAnswer<Data>>) => Promise<AuthAnswer<Data>>;
type Passkey = SecondStepFragment['passkeys'][number];

const failed = { ok: false, problem: { code: 'UNKNOWN', retryAfter: null } } as const;

function PasskeyLine({ passkey, guarded, onRemoved }: { passkey: Passkey; guarded: Guarded; onRemoved: () => void }) {
  const { t } = useLingui();
  const words = useProblemWords();
  const { busy, problem, ask, submit } = useAnswer();
  const [rename] = useMutation(RenamePasskeyDocument);
  const [remove] = useMutation(RemovePasskeyDocument);
  const [isNaming, setIsNaming] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(isNaming);
  const name = passkey.name ?? t`Passkey`;

  const save = submit(async ({ name: next = '' }) => {
    const done = await ask(async (): Promise<AuthAnswer> => {
      const { data } = await rename({ variables: { input: { id: passkey.id, name: next } } }).catch(() => ({ data: undefined }));
      return data?.renamePasskey?.__typename === 'RenamePasskeySuccess' ? { ok: true, data: null } : failed;
    });
    if (done) setIsNaming(false);
  });
  const takeAway = async () => {
    const done = await ask(() =>
      guarded(async (): Promise<AuthAnswer> => {
        const { data } = await remove({ variables: { input: { id: passkey.id } } }).catch(() => ({ data: undefined }));
        const result = data?.removePasskey;
        if (result?.__typename === 'RemovePasskeySuccess') return { ok: true, data: null };
        return result?.__typename === 'FreshProofNeeded' ? { ok: false, problem: { code: result.code, retryAfter: null } } : failed;
      }),
    );
    if (!done) return;
    toast({ message: t`${name} no longer signs in` });
    onRemoved();
  };
  return (
    <li className="flex flex-col gap-2 border-b py-3">
      {isNaming ? (
        <form
          onSubmit={save}
          onKeyDown={(event) => event.key === 'Escape' && setIsNaming(false)}
          className="flex flex-wrap items-end gap-2"
        >
          <Field label={<Trans>Name</Trans>} className="min-w-0 flex-1 basis-48">
            <TextInput name="name" defaultValue={passkey.name ?? ''} maxLength={60} required autoFocus />
          </Field>
          <Button type="submit" tone="primary" busy={busy}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={() => setIsNaming(false)}>
            <Trans>Cancel</Trans>
          </Button>
        </form>
      ) : (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <div className="min-w-0 flex-1 basis-48">
            <p className="text-14 font-medium wrap-anywhere">{name}</p>
            <p className="text-13 text-ink-3">
              <Trans>
                Made <DateText at={passkey.createdAt} />
              </Trans>
              <span aria-hidden>{' \u00b7 '}</span>
              {passkey.isSynced ? <Trans>kept by your password manager</Trans> : <Trans>on one device only</Trans>}
            </p>
          </div>
          <div className="flex gap-2">
            <Button ref={opener} size="small" aria-label={t`Rename ${name}`} onClick={() => setIsNaming(true)}>
              <Trans>Rename</Trans>
            </Button>
            <Button size="small" tone="danger" busy={busy} aria-label={t`Remove ${name}`} onClick={() => void takeAway()}>
              <Trans>Remove</Trans>
            </Button>
          </div>
        </div>
      )}
      {problem && problem.code !== 'FRESH_PROOF_NEEDED' && <Problem>{words(problem)}</Problem>}
    </li>
  );
}

/** The passkeys: add, name, remove. */
export function PasskeySettings({ user, guarded, onChanged }: { user: SecondStepFragment; guarded: Guarded; onChanged: () => void }) {
  const { t } = useLingui();
  const words = useProblemWords();
  const { busy, problem, ask, submit } = useAnswer();
  const [isAdding, setIsAdding] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(isAdding);
  const add = submit(async ({ name = '' }) => {
    if (!(await ask(() => guarded(async () => (await import('../session/passkeys.ts')).addPasskey(name))))) return;
    setIsAdding(false);
    toast({ message: t`${name} signs in from now on` });
    onChanged();
  });
  return (
    <>
      {user.passkeys.length > 0 && (
        <ul className="mb-4 border-t">
          {user.passkeys.map((passkey) => (
            <PasskeyLine key={passkey.id} passkey={passkey} guarded={guarded} onRemoved={() => opener.current?.focus()} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <form onSubmit={add} onKeyDown={(event) => event.key === 'Escape' && setIsAdding(false)} className="flex flex-col gap-3">
          <Field
            label={<Trans>Name of the passkey</Trans>}
            hint={<Trans>So that you know later which one it is: laptop, phone, key ring.</Trans>}
          >
            <TextInput name="name" maxLength={60} autoComplete="off" required autoFocus />
          </Field>
          {problem && problem.code !== 'FRESH_PROOF_NEEDED' && <Problem>{words(problem)}</Problem>}
          <div className="flex gap-2">
            <Button type="submit" tone="primary" busy={busy}>
              <Trans>Make the passkey</Trans>
            </Button>
            <Button onClick={() => setIsAdding(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </form>
      ) : (
        <Button ref={opener} onClick={() => setIsAdding(true)}>
          <Trans>Add a passkey</Trans>
        </Button>
      )}
    </>
  );
}
