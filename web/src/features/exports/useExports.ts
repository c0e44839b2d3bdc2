import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { AuthAnswer, AuthProblem } from '../session/auth.ts';
import { CancelExportDocument, type ExportLineFragment } from './__generated__/Exports.ts';
import { isUnderWay, mayDownload } from './exports.ts';

/** What asking for an export was answered with. */
export type Requested = { __typename: string; code?: string; retryAt?: string } | null | undefined;

/** How often an export is looked after while it runs; never while nobody looks at the page. */
const LOOK_EVERY = 2_000;

/** Options of a query that shows exports: `useFollowing` has it ask again while one of them runs. */
export const followed = { fetchPolicy: 'cache-and-network', skipPollAttempt: () => document.hidden } as const;

export function useFollowing(
  query: { startPolling: (interval: number) => void; stopPolling: () => void },
  exports: readonly ExportLineFragment[] | undefined,
): void {
  const { startPolling, stopPolling } = query;
  const runs = exports?.some(({ state }) => isUnderWay(state)) ?? false;
  useEffect(() => {
    if (!runs) return;
    startPolling(LOOK_EVERY);
    return stopPolling;
  }, [runs, startPolling, stopPolling]);
}

/** What one can do about exports, one thing at a time. `guarded` asks for a fresh proof where one is missing. */
export function useExportActions(options: {
  request: () => Promise<Requested>;
  guarded: <Data>(question: () => Promise<AuthAnswer<Data>>) => Promise<AuthAnswer<Data>>;
  onChanged: () => void;
}) {
  const { request, guarded, onChanged } = options;
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<(AuthProblem & { retryAt?: string }) | null>(null);
  const [cancel] = useMutation(CancelExportDocument);

  async function once(what: string, work: () => Promise<AuthProblem | null>): Promise<void> {
    if (busy !== null) return;
    setBusy(what);
    setProblem(null);
    const refused = await work();
    setBusy(null);
    // Who closes the question for a proof has changed their mind.
    if (refused !== null && refused.code !== 'FRESH_PROOF_NEEDED') setProblem(refused);
  }

  return {
    /** What is waited for: `request`, or the id of an export. */
    busy,
    problem,
    request: () =>
      once('request', async () => {
        let retryAt: string | undefined;
        const answer = await guarded(async (): Promise<AuthAnswer<null>> => {
          const result = await request().catch(() => null);
          retryAt = result?.retryAt;
          if (result && result.code === undefined) return { ok: true, data: null };
          return { ok: false, problem: { code: result?.code ?? 'UNKNOWN', retryAfter: null } };
        });
        if (!answer.ok) return { ...answer.problem, ...(retryAt && { retryAt }) };
        onChanged();
        return null;
      }),
    cancel: (id: string) =>
      once(id, async () => {
        const answer = await cancel({ variables: { input: { id } } }).catch(() => null);
        return answer ? null : { code: 'UNKNOWN', retryAfter: null };
      }),
    download: ({ id, downloadUrl }: Pick<ExportLineFragment, 'id' | 'downloadUrl'>) =>
      once(id, async () => {
        if (downloadUrl === null) return null;
        const answer = await guarded(() => mayDownload(downloadUrl));
        if (!answer.ok) return answer.problem;
        location.assign(downloadUrl);
        return null;
      }),
  };
}
