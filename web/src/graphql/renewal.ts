/** How late the old session's end may still be heard after the new one has begun. */
const ECHO_MS = 3_000;

let under = 0;

/** Whether this page is getting a new session in place of its own: that the old one ended is then no news. */
export const isRenewing = (): boolean => under > 0;

/** Does what gives this browser a new session: a changed password, an authenticator app that is switched on or off. */
export async function whileRenewing<Result>(work: () => Promise<Result>): Promise<Result> {
  under += 1;
  try {
    return await work();
  } finally {
    setTimeout(() => {
      under -= 1;
    }, ECHO_MS);
  }
}
