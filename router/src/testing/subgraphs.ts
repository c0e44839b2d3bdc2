import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type FormattedExecutionResult, type GraphQLSchema, parse } from 'graphql';

/** A subgraph: its SDL without the federation link, and its resolvers. */
export interface Subgraph {
  sdl: string;
  resolvers?: Record<string, object>;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@requires", "@provides", "@external", "@override", "@interfaceObject", "@inaccessible", "@tag"
])
`;

/** The executable schema of a subgraph. */
export function subgraphSchema({ sdl, resolvers = {} }: Subgraph): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(link + sdl), resolvers: resolvers as never }]);
}

/** The supergraph of some subgraphs, at `urls` where given. Throws with the composer's words when they do not compose. */
export function composeSubgraphs(subgraphs: Readonly<Record<string, Subgraph>>, urls: Readonly<Record<string, string>> = {}): string {
  const services = Object.entries(subgraphs).map(([name, { sdl }]) => ({
    name,
    typeDefs: parse(link + sdl),
    url: urls[name] ?? `http://${name}.invalid/graphql`,
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Runs one operation of a subgraph; what it gives is what would come over HTTP. */
export async function ask(
  schema: GraphQLSchema,
  request: { query: string; variables?: Record<string, unknown> | undefined },
): Promise<FormattedExecutionResult> {
  const { data, errors } = await execute({ schema, document: parse(request.query), variableValues: request.variables, contextValue: {} });
  const shown = { data, ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) };
  return JSON.parse(JSON.stringify(shown)) as FormattedExecutionResult;
}

/** A subgraph on a port of its own. */
export interface ServedSubgraph {
  url: string;
  /** The headers of every request so far. */
  headers: IncomingHttpHeaders[];
  close(): Promise<void>;
}

/** Serves a subgraph over HTTP, at a path and with a query, as some do. */
export async function serveSubgraph(subgraph: Subgraph): Promise<ServedSubgraph> {
  const schema = subgraphSchema(subgraph);
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer(async (request, response) => {
    headers.push(request.headers);
    if (request.url !== '/some/where?tenant=1') return void response.writeHead(404).end();
    const answer = await ask(schema, (await json(request)) as { query: string });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where?tenant=1`,
    headers,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
