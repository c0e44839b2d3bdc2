import type { Guard } from '../pipeline.ts';
import type { Manifest } from './documents.ts';
import type { OperationGuard } from './guard.ts';
import { type DocumentLimits, variableErrors } from './limits.ts';

/** The guard of operations as the pipeline's: what it knows of an operation it reads from the schema that the operation was read with. */
export function createPipelineGuard(guard: OperationGuard, trusted: Manifest): Guard {
  const own = new Set(Object.values(trusted));
  return {
    admit({ operation, variables, context }) {
      const { engine, prepared } = operation;
      const { access, prices } = engine.facts;
      const asker = { ...unknownClient, ...context.client, viewer: context.viewer.viewer };
      const charged = guard.admit({ schema: engine.schema, access, prices }, prepared, variables, asker, own.has(operation.query));
      if (charged instanceof Promise) return charged.then(({ settle }) => ({ settle: ({ points }) => settle(points) }));
      return { settle: ({ points }) => charged.settle(points) };
    },
  };
}

/** A client of whom no request tells more than who they are. */
export const unknownClient = { address: null, showsCost: false, asksForOpen: false };

/** Refuses variables that are nested without end, where nothing else is asked of an operation. */
export function createVariablesGuard(limits: DocumentLimits): Guard {
  const admission = { settle: () => ({}) };
  return {
    admit({ variables }) {
      const [error] = variableErrors(variables, limits);
      if (error) throw error;
      return admission;
    },
  };
}
