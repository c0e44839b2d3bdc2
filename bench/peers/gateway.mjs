/** Apollo's gateway as its documents set it up: `node gateway.mjs <supergraph.graphql>`. */
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { VIEWER_HEADER } from './lib/viewer.mjs';

/** Fetches since the start; the bench asks for them to say what a plan comes to. */
const fetches = { root: 0, entities: 0 };

class ForwardingDataSource extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    fetches[request.variables?.representations ? 'entities' : 'root'] += 1;
    if (context.viewer) request.http.headers.set(VIEWER_HEADER, context.viewer);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.argv[2], 'utf8'),
  buildService: ({ url }) => new ForwardingDataSource({ url }),
});
const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { host: '127.0.0.1', port: 0 },
  context: async ({ req }) => ({ viewer: req.headers[VIEWER_HEADER] }),
});
process.on('message', () => process.send(fetches));
process.send({ url });
