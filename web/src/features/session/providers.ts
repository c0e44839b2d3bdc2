import { useEffect, useState } from 'react';
import { call } from './auth.ts';

/** Who else can sign people in here; one that does not answer just now is not available. */
export type Provider = { id: string; name: string; isAvailable: boolean };

/** How soon is looked again for one that does not answer. */
const AGAIN_MS = 5_000;

/** A way in that an account has; `credential` is the password. */
type WayIn = { id: string; providerId: string };

/** Signing in by others: each `begin` gives the address to go to. */
export const byProviders = {
  begin: (provider: string, callbackURL: string) =>
    call<{ url: string }>('/sign-in/social', { provider, callbackURL, errorCallbackURL: '/sign-in' }),
  beginJoining: (provider: string, here: string) =>
    call<{ url: string }>('/link-social', { provider, callbackURL: here, errorCallbackURL: here }),
  /** A proof by signing in there anew, which ends at a page of ours: `/proven` tells the window that waits. */
  beginProof: (provider: string, end: string) =>
    call<{ url: string }>('/prove/provider', { provider, callbackURL: end, errorCallbackURL: end }),
  waysIn: () => call<WayIn[]>('/list-accounts'),
  takeOff: (accountId: string) => call('/unlink-account', { accountId }),
};

/** Those that this installation is known to; none until they are known. */
export function useProviders(): readonly Provider[] {
  const [providers, setProviders] = useState<readonly Provider[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isHere = true;
    const look = async () => {
      const answer = await call<{ providers: Provider[] }>('/providers');
      if (!isHere) return;
      if (answer.ok) setProviders(answer.data.providers);
      if (answer.ok && answer.data.providers.some(({ isAvailable }) => !isAvailable)) timer = setTimeout(() => void look(), AGAIN_MS);
    };
    void look();
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, []);
  return providers;
}
