import { OperationTypeNode } from 'graphql';
import type { Outcome } from '../execute/operation.ts';
import type { OperationRequest } from '../pipeline.ts';
import { scopeOf } from '../viewer.ts';
import type { ResponseCache } from './responses.ts';

/**
 * Asks equal questions of one viewer that are under way at once only once, and keeps nothing. A question that comes after a change
 * was answered here never waits for one from before it; of changes past this router nobody can tell, but an answer is at most as old
 * as its request is long.
 */
export function createCoalescer(): Pick<ResponseCache, 'run'> {
  const underWay = new Map<string, Promise<Outcome>>();
  let changes = 0;

  async function change(execute: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await execute();
    } finally {
      changes += 1;
    }
  }

  return {
    async run({ operation, variables, context }: OperationRequest, execute) {
      if (operation.kind === OperationTypeNode.MUTATION) return { outcome: await change(execute), isCached: false };
      const key = `${changes} ${operation.engine.id} ${scopeOf(context.viewer.viewer)}\n${operation.key}\n${JSON.stringify(variables)}`;
      const pending = underWay.get(key);
      if (pending) {
        const outcome = await pending;
        // What failed for them (they may have gone) need not fail here.
        if (outcome.errors.length === 0) return { outcome, isCached: true };
      }
      const made = execute();
      underWay.set(key, made);
      try {
        return { outcome: await made, isCached: false };
      } finally {
        if (underWay.get(key) === made) underWay.delete(key);
      }
    },
  };
}
