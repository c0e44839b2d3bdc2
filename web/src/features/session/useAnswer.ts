import { type SubmitEvent, useState } from 'react';
import type { AuthAnswer, AuthProblem } from './auth.ts';

const noAnswer = { ok: false, problem: { code: 'NETWORK', retryAfter: null } } as const;

/** A form that asks `/auth`: what it waits for, and what was wrong the last time. */
export function useAnswer() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AuthProblem | null>(null);

  /** Asks once; gives the data, or null after a refusal, which is then `problem`. */
  async function ask<Data>(question: () => Promise<AuthAnswer<Data>>): Promise<{ data: Data } | null> {
    setBusy(true);
    setProblem(null);
    // A way whose code comes only when it is chosen, such as a passkey's, may fail before anything is asked.
    const answer = await question().catch(() => noAnswer);
    setBusy(false);
    if (answer.ok) return { data: answer.data };
    setProblem(answer.problem);
    return null;
  }

  /** The form's submit handler; the values by the names of the controls. */
  const submit = (work: (values: Record<string, string>) => Promise<unknown>) => (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const values = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
    void work(values);
  };

  return { busy, problem, setProblem, ask, submit };
}
