/** The same types and resolvers in one Apollo Server: `node monolith.mjs <supergraph.graphql>`. */
import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { printSchema } from 'graphql';
import { contextOf } from './lib/context.mjs';
import { monolithResolvers } from './rooms/index.mjs';

const supergraph = Supergraph.build(readFileSync(process.argv[2], 'utf8'), { supportedFeatures: null });
const typeDefs = printSchema(supergraph.apiSchema().toGraphQLJSSchema());
const { url } = await startStandaloneServer(new ApolloServer({ typeDefs, resolvers: monolithResolvers() }), {
  listen: { host: '127.0.0.1', port: 0 },
  context: async ({ req }) => contextOf(req.headers),
});
process.send({ url });
