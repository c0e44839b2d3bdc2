import { type ReactNode, useEffect, useState } from 'react';
import { ApiProvider } from '../graphql/ApiProvider.tsx';
import { type Api, createApi } from '../graphql/client.ts';

const nothing = () => undefined;

/** A line to the API for pages that belong to no studio. Nobody has to be signed in there. */
export function OutsideApi({ children }: { children: ReactNode }) {
  const [api, setApi] = useState<Api | null>(null);
  useEffect(() => {
    const made = createApi({ studio: null, onSignedOut: nothing });
    setApi(made);
    return () => made.stop();
  }, []);
  return api && <ApiProvider api={api}>{children}</ApiProvider>;
}
