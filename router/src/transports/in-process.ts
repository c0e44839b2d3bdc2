import type { SubgraphRequest } from '@atelier/service-kit/peers';
import type { FormattedExecutionResult } from 'graphql';
import { whenAborted } from './aborted.ts';
import { unwatch, watch } from './deadlines.ts';
import { isRead, type SubgraphTransport, TransportError } from './transport.ts';

/** What the in-process transport needs of a subgraph. */
export interface LocalSubgraph {
  execute(request: SubgraphRequest): Promise<{ data?: unknown; errors?: readonly { toJSON(): FormattedError }[] | undefined }>;
}
type FormattedError = NonNullable<FormattedExecutionResult['errors']>[number];

/** A subgraph in this process. Its errors take the shape that they would have over HTTP. It is given as long for an answer as over HTTP. */
export function inProcess(subgraph: LocalSubgraph, { timeoutMs = 10_000 }: { timeoutMs?: number } = {}): SubgraphTransport {
  async function answer(request: SubgraphRequest): Promise<FormattedExecutionResult> {
    const { data, errors } = await subgraph.execute(request);
    return { data: data as FormattedExecutionResult['data'], ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) };
  }
  return {
    send: (request, { signal, deadline = Number.POSITIVE_INFINITY, isMutation } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(gone());
        // What runs here cannot be called back; but nobody waits for it any longer.
        const listening = isRead(request.query, isMutation) ? signal : undefined;
        const watched = {
          deadline: Math.min(performance.now() + timeoutMs, deadline),
          expire: () => end(() => reject(new TransportError('timeout', 'no answer in time', { isIll: true }))),
        };
        const end = (how: () => void) => {
          unwatch(watched);
          stopListening?.();
          how();
        };
        watch(watched);
        const stopListening = listening && whenAborted(listening, () => end(() => reject(gone())));
        answer(request).then(
          (result) => end(() => resolve(result)),
          (error: unknown) => end(() => reject(error)),
        );
      }),
    async close() {},
  };
}

const gone = () => new TransportError('cancelled', 'the client has gone');
