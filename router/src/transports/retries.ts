/** Says whether one more try is affordable, so that retries never multiply the load on what is already ill. */
export interface RetryBudget {
  /** Counts a request that is sent for the first time. */
  earn(): void;
  /** Takes one retry; false when there is none. */
  spend(): boolean;
}

/** A tenth of recent requests may be tried again, and ten at once after a quiet time. */
export function createRetryBudget({ share = 0.1, most = 10 }: { share?: number; most?: number } = {}): RetryBudget {
  let left = most;
  return {
    earn() {
      left = Math.min(most, left + share);
    },
    spend() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
