/** A subgraph as Apollo's documents set it up: `node subgraph.mjs <name> <schema.graphql>`. */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { contextOf } from './lib/context.mjs';
import { subgraphResolvers } from './rooms/index.mjs';

const [name, file] = process.argv.slice(2);
const server = new ApolloServer({
  schema: buildSubgraphSchema({ typeDefs: parse(readFileSync(file, 'utf8')), resolvers: subgraphResolvers(name) }),
});
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: 0 },
  context: async ({ req }) => contextOf(req.headers),
});
process.send({ url });
