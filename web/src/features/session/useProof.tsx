import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { AuthAnswer } from './auth.ts';

const ProofDialog = lazy(() => import('./ProofDialog.tsx'));

/**
 * For what the server does only after a fresh proof: `guarded` asks; where a proof is missing, `dialog` asks for one, and then the
 * question is repeated. Who closes the dialog gets the refusal.
 */
export function useProof(): {
  guarded: <Data>(question: () => Promise<AuthAnswer<Data>>) => Promise<AuthAnswer<Data>>;
  dialog: ReactNode;
} {
  const [waiting, setWaiting] = useState<{ done: (proven: boolean) => void } | null>(null);

  async function guarded<Data>(question: () => Promise<AuthAnswer<Data>>): Promise<AuthAnswer<Data>> {
    const answer = await question();
    if (answer.ok || answer.problem.code !== 'FRESH_PROOF_NEEDED') return answer;
    const proven = await new Promise<boolean>((done) => setWaiting({ done }));
    setWaiting(null);
    return proven ? question() : answer;
  }

  const dialog = waiting && (
    <Suspense>
      <ProofDialog onDone={waiting.done} />
    </Suspense>
  );
  return { guarded, dialog };
}
