import type { ValidationRule } from 'graphql';

/** What a document may be, for HTTP and sockets alike. */
export interface Limits {
  /** Rules beside GraphQL's own. */
  rules: readonly ValidationRule[];
  /** The longest document, in tokens. */
  maxTokens: number;
}

export const limits: Limits = { rules: [], maxTokens: 5_000 };
