import type { FormattedExecutionResult, GraphQLError } from 'graphql';

/** What JSON can hold. Objects may come from anywhere: only own keys are read. */
export type Json = unknown;
export type JsonObject = Record<string, Json>;

/** One request to one subgraph, as the planner wrote it. */
export interface SubgraphFetch {
  subgraph: string;
  query: string;
  operationName: string | undefined;
  variables: JsonObject;
  isMutation: boolean;
}

/** Sends a fetch. A throw (a GraphQLError with a code, best) means that the subgraph does not answer. */
export type Fetcher = (fetch: SubgraphFetch) => Promise<FormattedExecutionResult>;

/** One execution under way. */
export interface Run {
  root: JsonObject;
  /** As the client sent them: subgraphs coerce for themselves. */
  variables: JsonObject;
  /** Coerced, with defaults: what conditions look at. */
  coerced: JsonObject;
  errors: GraphQLError[];
  /** Objects that an owner does not know, or does not show to this viewer: what is missing of them is no fault. */
  unknown: Set<JsonObject>;
  fetch: Fetcher;
}

/** What is done in a run; null when there was nothing to wait for. Never rejects. */
export type Step = (run: Run) => Promise<void> | null;

export const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own property; names of Object.prototype are no data. */
export const own = (object: JsonObject, key: string): Json => (Object.hasOwn(object, key) ? object[key] : undefined);
