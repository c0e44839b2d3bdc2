import { useEffect, useState } from 'react';
import { type AuthAnswer, call } from './auth.ts';

/** Who else can sign people in here. */
export type Provider = { id: string; name: string };

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
    let isHere = true;
    void call<{ providers: Provider[] }>('/providers').then((answer: AuthAnswer<{ providers: Provider[] }>) => {
      if (isHere && answer.ok) setProviders(answer.data.providers);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return providers;
}
