import { ApolloProvider } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Api } from './client.ts';
import type { ConnectionState } from './connection.ts';

const ApiContext = createContext<Api | null>(null);

/** Gives the pages below their line to the API. Key it by studio: a cache never holds two studios. */
export function ApiProvider({ api, children }: { api: Api; children: ReactNode }) {
  return (
    <ApiContext value={api}>
      <ApolloProvider client={api.client}>{children}</ApolloProvider>
    </ApiContext>
  );
}

const nothing = () => () => undefined;

/** What the line to the server is doing now, for the banner. `online` where no line was needed. */
export function useConnection(): ConnectionState {
  const api = useContext(ApiContext);
  return useSyncExternalStore(api?.connection.subscribe ?? nothing, () => api?.connection.get() ?? 'online');
}
