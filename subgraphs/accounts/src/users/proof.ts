/** How long a shown password, code or passkey counts, and signing in anew at a provider. */
export const PROOF_MINUTES = 10;

/** Whether the person behind a session has shown lately that it is them, and not somebody at a screen that was left open. */
export function isProven(provedAt: Date | null | undefined, now: Date): boolean {
  return provedAt != null && now.getTime() - provedAt.getTime() < PROOF_MINUTES * 60_000;
}

/** What every place that asks for a fresh proof says: routes as an error, mutations as a member of their result. */
export const PROOF_NEEDED = {
  code: 'FRESH_PROOF_NEEDED',
  message: `Show once more that it is you: by your password, a code, a passkey, or signing in anew where you come from. It counts for ${PROOF_MINUTES} minutes.`,
} as const;

/** The `FreshProofNeeded` member of a mutation's result. */
export interface FreshProofNeeded {
  __typename: 'FreshProofNeeded';
  message: string;
  code: string;
  path: null;
}

/** What a mutation answers before it does anything; null where the proof is fresh. */
export const proofNeeded = (provedAt: Date | null, now: Date): FreshProofNeeded | null =>
  isProven(provedAt, now) ? null : { __typename: 'FreshProofNeeded', ...PROOF_NEEDED, path: null };
