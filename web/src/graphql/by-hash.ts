import { ApolloLink } from '@apollo/client';
import { print } from 'graphql';
import { from, mergeMap } from 'rxjs';

/** Sends documents by their SHA-256 (web/documents.json); one that the server does not know follows as text. */
export const byHash = new ApolloLink((operation, forward) => {
  // Browsers hash on https and localhost only.
  if (!window.crypto.subtle) return forward(operation);
  const send = (includeQuery: boolean) => {
    operation.setContext({ http: { includeQuery, includeExtensions: true } });
    return forward(operation);
  };
  return from(crypto.subtle.digest('SHA-256', new TextEncoder().encode(print(operation.query)))).pipe(
    mergeMap((digest) => {
      const sha256Hash = Array.from(new Uint8Array(digest), (byte) => (byte + 256).toString(16).slice(1)).join('');
      operation.extensions.persistedQuery = { version: 1, sha256Hash };
      return send(false);
    }),
    mergeMap((answer) => (answer.errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND' ? send(true) : [answer])),
  );
});
