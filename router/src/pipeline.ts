import type { ResponseCache } from './cache/responses.ts';
import type { Outcome } from './execute/operation.ts';
import type { JsonObject } from './execute/types.ts';
import { isSubscription, type Operation } from './operations.ts';
import type { PlanContext, Planner } from './plan.ts';

/** One operation that somebody wants run, by whatever protocol they came. */
export interface OperationRequest {
  operation: Operation;
  /** As the client sent them. */
  variables: JsonObject;
  context: PlanContext;
}

/** What came of an operation, and what the client is told beside it. */
export interface Answer extends Outcome {
  extensions?: Readonly<Record<string, unknown>>;
  /** HTTP headers, where there is HTTP. */
  headers?: Readonly<Record<string, string>>;
  /** Whether it was answered from memory. */
  isCached: boolean;
}

/** Stands before every operation of every protocol. */
export interface Guard {
  /** Lets an operation in, or throws a GraphQLError with a code (and, in `extensions.http`, a status and headers). */
  admit(request: OperationRequest): Promise<Admission> | Admission;
}

/** An operation that was let in. */
export interface Admission {
  /** Called once it is over: reckons up what it really cost. */
  settle(outcome: Outcome): Pick<Answer, 'extensions' | 'headers'>;
}

/** Hears of every operation that is over. */
export interface Observer {
  finished(request: OperationRequest, answer: Answer, milliseconds: number): void;
}

/** The one way of an operation: admit, answer from memory or execute, settle, tell. */
export interface Pipeline {
  /**
   * Runs a query or mutation. Rejects with a GraphQLError with a code when it is not let in; what fails inside is in the answer.
   */
  run(request: OperationRequest): Promise<Answer>;
  /** Lets a subscription in, or rejects; its events are run by whoever streams them. */
  admit(request: OperationRequest): Promise<void>;
}

export function createPipeline(options: {
  planner: Pick<Planner, 'execute'>;
  /** Answers without executing where that is sound. */
  cache: Pick<ResponseCache, 'run'> | null;
  guards: readonly Guard[];
  observers: readonly Observer[];
}): Pipeline {
  const { planner, cache, guards, observers } = options;

  async function letIn(request: OperationRequest): Promise<Admission[]> {
    const admissions: Admission[] = [];
    for (const guard of guards) {
      const admission = guard.admit(request);
      admissions.push(admission instanceof Promise ? await admission : admission);
    }
    return admissions;
  }

  function settled(admissions: readonly Admission[], outcome: Outcome, isCached: boolean): Answer {
    const answer: Answer = { ...outcome, isCached };
    for (const admission of admissions) {
      const { extensions, headers } = admission.settle(outcome);
      if (extensions) answer.extensions = { ...answer.extensions, ...extensions };
      if (headers) answer.headers = { ...answer.headers, ...headers };
    }
    return answer;
  }

  return {
    async run(request) {
      const begin = performance.now();
      const { operation, variables, context } = request;
      if (isSubscription(operation)) throw new Error('subscriptions are streamed, not run');
      const admissions = await letIn(request);
      const execute = () => planner.execute(operation.engine, operation.prepared, variables, context);
      const kept = cache && (await cache.run(request, execute));
      const answer = settled(admissions, kept?.outcome ?? (await execute()), kept?.isCached ?? false);
      for (const observer of observers) observer.finished(request, answer, performance.now() - begin);
      return answer;
    },
    async admit(request) {
      await letIn(request);
    },
  };
}

/** For Apollo Server's gateway, which is made before the pipeline: leaves the answer in the context, where its headers are wanted. */
export const throughPipeline =
  (pipeline: () => Pipeline) =>
  async (request: OperationRequest): Promise<Answer> => {
    const answer = await pipeline().run(request);
    request.context.answer = answer;
    return answer;
  };
