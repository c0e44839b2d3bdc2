import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createMemoryBus } from '@atelier/service-kit/activity';
import { createLogger } from '@atelier/service-kit/log';
import { anonymous } from '@atelier/service-kit/viewer';
import { execute, type GraphQLFormattedError, parse } from 'graphql';
import { createRouter, type Router } from '../../router.ts';
import { composeSmall, documents } from '../../testing/schema.ts';
import { type HttpTransportOptions, overHttp } from '../http.ts';
import type { SubgraphTransport } from '../transport.ts';
import { type Patient, startPatient } from './ill.ts';

/** An answer of the router, and its text as it came. */
export interface Shown {
  status: number;
  text: string;
  data: Record<string, unknown> | null | undefined;
  errors: GraphQLFormattedError[];
}

/** A router over three subgraphs behind HTTP. */
export interface House {
  router: Router;
  patients: Record<'projects' | 'accounts' | 'messaging', Patient>;
  /** The one that falls ill: `messaging`. */
  patient: Patient;
  /** The subgraph that the patient should be: its answer to any request. */
  well: RequestListener;
  transports: Record<'projects' | 'accounts' | 'messaging', SubgraphTransport>;
  logs: string[];
  url: string;
  ask(query: string, options?: { variables?: Record<string, unknown>; signal?: AbortSignal }): Promise<Shown>;
  /** Resolves when the router has seen the next client go. */
  clientGone(): Promise<void>;
  stop(): Promise<void>;
}

const names = ['Poster', 'Letter', 'Cover'];
const project = (index: number) => ({ id: `p${index}`, name: names[index] });
const resolvers: Record<string, unknown> = {
  projects: {
    Project: { __resolveReference: ({ id }: { id: string }) => project(Number(id.slice(1))) },
    Query: { projects: () => names.map((_, index) => project(index)), viewerKind: () => 'anonymous' },
  },
  accounts: { Query: { studioName: () => 'Ink' } },
  messaging: {
    Project: { __resolveReference: ({ id }: { id: string }) => ({ id, unread: Number(id.slice(1)) }) },
    Query: { unreadTotal: () => 7 },
  },
};

/** Serves one of the small subgraphs as a well-behaved server would. */
export function serving(name: string): RequestListener {
  const schema = buildSubgraphSchema([{ typeDefs: documents[name] ?? parse(''), resolvers: resolvers[name] as never }]);
  return async (request, response) => {
    const { query, variables } = JSON.parse(await text(request)) as { query: string; variables?: Record<string, unknown> };
    const result = await execute({ schema, document: parse(query), variableValues: variables });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
}

export async function startHouse(options: Partial<HttpTransportOptions> = {}): Promise<House> {
  const well = serving('messaging');
  const patients = {
    projects: await startPatient(serving('projects')),
    accounts: await startPatient(serving('accounts')),
    messaging: await startPatient(well),
  };
  const over = ({ url }: Patient) => overHttp({ timeoutMs: 300, maxResponseBytes: 100_000, retryDelayMs: 5, ...options, url });
  const transports = { projects: over(patients.projects), accounts: over(patients.accounts), messaging: over(patients.messaging) };
  const logs: string[] = [];
  let gone = Promise.withResolvers<void>();
  const server = createServer().on('connection', (socket) => socket.once('close', () => gone.resolve()));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const router = await createRouter({
    supergraphSdl: composeSmall(),
    transports,
    viewers: { resolve: async () => anonymous, onRevoked: () => () => {} },
    signer: { sign: async () => 'token' },
    bus: createMemoryBus(),
    history: async () => [],
    logger: createLogger({ service: 'router', destination: { write: (line) => logs.push(line) } }),
    publicUrl: url,
    mode: 'embedded',
    now: () => new Date(),
  });
  server.on('request', router.app);
  return {
    router,
    patients,
    patient: patients.messaging,
    well,
    transports,
    logs,
    url,
    async ask(query, { variables, signal } = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        signal: signal ?? null,
      });
      const shown = await response.text();
      const { data, errors = [] } = JSON.parse(shown) as { data?: Record<string, unknown>; errors?: GraphQLFormattedError[] };
      return { status: response.status, text: shown, data, errors };
    },
    clientGone() {
      gone = Promise.withResolvers();
      return gone.promise;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      for (const each of Object.values(patients)) await each.stop();
      await router.stop();
    },
  };
}
