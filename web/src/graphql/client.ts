import { ApolloClient, ApolloLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { BaseHttpLink } from '@apollo/client/link/http';
import { OperationTypeNode } from 'graphql';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { backoff } from './backoff.ts';
import { byHash } from './by-hash.ts';
import { createCache } from './cache.ts';
import { type Connection, createConnection } from './connection.ts';
import { codeOf } from './errors.ts';
import { createLive } from './live.ts';
import { isRenewing } from './renewal.ts';

const ENDPOINT = '/graphql';
const TRIES = 3;

export type Api = { client: ApolloClient; connection: Connection; stop: () => void };

type ApiOptions = {
  /** The studio of the address bar; null on pages that belong to none (sign-in, the client's pages). */
  studio: string | null;
  /** `contact` acts as the client's contact, also in a browser where somebody of the studio is signed in. */
  as?: 'contact';
  /** The session ended or was revoked while the page was open. */
  onSignedOut: () => void;
};

/** A mutation is not sent twice by itself: the first one may have arrived. */
const retryLink = new ApolloLink((operation, forward) => {
  const attempt = (tries: number): Observable<ApolloLink.Result> =>
    forward(operation).pipe(
      catchError((error: unknown) => {
        if (tries === TRIES || operation.operationType !== OperationTypeNode.QUERY || codeOf(error) !== null) throw error;
        return from(new Promise((resolve) => setTimeout(resolve, backoff(tries - 1)))).pipe(mergeMap(() => attempt(tries + 1)));
      }),
    );
  return attempt(1);
});

/** The line to the API for one studio: queries and mutations over HTTP, live updates over one socket, one cache. */
export function createApi({ studio, as, onSignedOut }: ApiOptions): Api {
  const connection = createConnection(window, navigator.onLine, () => {
    void client.refetchQueries({ include: 'active' });
  });

  const who = { ...(studio && { studio }), ...(as && { as }) };
  const live = createLive(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${ENDPOINT}`, who, {
    opened: connection.socketOpened,
    lost: connection.socketLost,
    idle: connection.socketIdle,
    signedOut: onSignedOut,
  });

  const http = ApolloLink.from([
    new ErrorLink(({ error }) => {
      if (codeOf(error) === 'UNAUTHENTICATED' && !isRenewing()) onSignedOut();
    }),
    retryLink,
    byHash,
    new BaseHttpLink({
      uri: ENDPOINT,
      credentials: 'same-origin',
      headers: {
        'apollo-require-preflight': 'true',
        ...(studio && { 'x-atelier-studio': studio }),
        ...(as && { 'x-atelier-as': as }),
      },
    }),
  ]);

  const client = new ApolloClient({
    cache: createCache(),
    dataMasking: true,
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live.link, http),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });

  return {
    client,
    connection,
    stop() {
      connection.stop();
      client.stop();
      live.dispose();
    },
  };
}
