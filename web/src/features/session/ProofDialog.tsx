import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { type AuthProblem, auth, type ProofWays } from './auth.ts';
import { Problem } from './Problem.tsx';
import { ProofField, type ProofWay, typedWays } from './ProofField.tsx';
import { byProviders, useProviders } from './providers.ts';
import { onSessionNews } from './session.ts';
import { useAnswer } from './useAnswer.ts';
import { useProblemWords } from './useProblemWords.ts';

const nothing: ProofWays = { password: false, app: false, passkey: false, providers: [], mail: false };

/** Every way that a person has, the usual one first. */
const inOrder = ({ password, app, passkey, providers, mail }: ProofWays): ProofWay[] => [
  ...(password ? (['password'] as const) : []),
  ...(app ? (['app'] as const) : []),
  ...(passkey ? (['passkey'] as const) : []),
  ...providers.map((id) => `by ${id}` as const),
  ...(mail ? (['mail'] as const) : []),
];

/** Asks once more who it is, before something that could take the account away, by whatever the person has. */
export default function ProofDialog({ onDone }: { onDone: (proven: boolean) => void }) {
  const words = useProblemWords();
  const form = useId();
  const known = useProviders();
  const { busy, problem, setProblem, ask, submit } = useAnswer();
  const [ways, setWays] = useState<ProofWay[] | null>(null);
  const [failure, setFailure] = useState<AuthProblem | null>(null);
  const [chosen, setChosen] = useState<ProofWay | null>(null);
  const [isMailed, setIsMailed] = useState(false);
  const [isElsewhere, setIsElsewhere] = useState(false);

  useEffect(() => {
    void auth.proofWays().then((answer) => {
      setWays(inOrder(answer.ok ? answer.data : nothing));
      if (!answer.ok) setFailure(answer.problem);
    });
  }, []);
  useEffect(() => onSessionNews((news) => news === 'proven' && onDone(true)), [onDone]);

  const way = chosen ?? ways?.[0] ?? null;
  const names = new Map<ProofWay, ReactNode>([
    ['password', <Trans key="password">Use the password</Trans>],
    ['app', <Trans key="app">Use a code of the app</Trans>],
    ['passkey', <Trans key="passkey">Use a passkey</Trans>],
    ['mail', <Trans key="mail">Take a code by mail</Trans>],
    ...known.map(({ id, name }) => [`by ${id}`, <Trans key={id}>Sign in with {name} once more</Trans>] as const),
  ]);
  const take = (next: ProofWay) => () => {
    setProblem(null);
    setIsElsewhere(false);
    setChosen(next);
  };

  const check = submit(async ({ proof = '' }) => {
    const shown = way === 'app' ? auth.code : way === 'mail' ? auth.proveByMail : auth.provePassword;
    if (await ask(() => shown(proof))) onDone(true);
  });
  const byPasskey = async () => {
    if (await ask(async () => (await import('./passkeys.ts')).signInByPasskey())) onDone(true);
  };
  const sendCode = async () => {
    if (await ask(() => auth.sendProofCode())) setIsMailed(true);
  };
  // The window opens at once: after the answer a browser would take it for one that nobody asked for.
  const byProvider = async (id: string) => {
    const opened = window.open('', '_blank');
    const answer = await ask(() => byProviders.beginProof(id, opened === null ? location.pathname : '/proven'));
    if (answer === null) return opened?.close();
    if (opened === null) return location.assign(answer.data.url);
    opened.location.href = answer.data.url;
    setIsElsewhere(true);
  };

  const isTyped = way !== null && typedWays.includes(way) && (way !== 'mail' || isMailed);
  // What is typed says itself what is wrong with it.
  const wrong = isTyped ? failure : (problem ?? failure);
  const go = way === 'passkey' ? byPasskey : way === 'mail' ? sendCode : () => byProvider(way?.slice('by '.length) ?? '');
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
          {isTyped ? (
            <Button key="typed" type="submit" form={form} tone="primary" busy={busy}>
              <Trans>Go on</Trans>
            </Button>
          ) : (
            <Button key={way} tone="primary" busy={busy} disabled={way === null} autoFocus onClick={() => void go()}>
              {way === 'mail' ? <Trans>Mail me a code</Trans> : way === null ? <Trans>Go on</Trans> : names.get(way)}
            </Button>
          )}
        </>
      }
    >
      {ways === null ? (
        <SkeletonRows rows={1} />
      ) : (
        <div className="flex flex-col gap-3">
          {isTyped && (
            <form id={form} onSubmit={check}>
              <ProofField key={way} way={way} error={problem && words(problem)} />
            </form>
          )}
          {way === 'mail' && !isMailed && (
            <p className="text-14 text-ink-2">
              <Trans>We mail six digits to the address of your account.</Trans>
            </p>
          )}
          {isElsewhere && (
            <p role="status" className="text-14 text-ink-2">
              <Trans>Sign in in the window that has opened. This goes on by itself.</Trans>
            </p>
          )}
          {wrong && <Problem>{words(wrong)}</Problem>}
          <div className="flex flex-wrap gap-x-4 gap-y-2 text-13 empty:hidden">
            {ways
              .filter((other) => other !== way && names.has(other))
              .map((other) => (
                <button key={other} type="button" className="link" onClick={take(other)}>
                  {names.get(other)}
                </button>
              ))}
            {way === 'mail' && isMailed && (
              <button type="button" className="link" onClick={() => void sendCode()}>
                <Trans>Mail me a new code</Trans>
              </button>
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}
