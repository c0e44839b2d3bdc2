import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { createLogger } from '@atelier/service-kit/log';
import { anonymous } from '@atelier/service-kit/viewer';
import type { FormattedExecutionResult } from 'graphql';
import { foreignError } from '../errors.ts';
import { createHttp } from '../http.ts';
import { createAddressOf } from '../http-request.ts';
import { createOperations } from '../operations.ts';
import { createPipeline, throughPipeline } from '../pipeline.ts';
import { createPlanner, type PlanContext } from '../plan.ts';
import { createIntake } from '../protect/intake.ts';
import { foreignLimits } from '../protect/settings.ts';
import { readForeignSupergraph } from '../supergraph.ts';
import { ask, composeSubgraphs, type Subgraph, subgraphSchema } from '../testing/subgraphs.ts';

/** What an operation gives. Errors as `path: message`, in any order; none where left out. */
export interface Answer {
  data?: unknown;
  errors?: string[];
}

/** One operation over some subgraphs. */
export interface Operation {
  query: string;
  variables?: Record<string, unknown>;
  /** What is right. */
  expected: Answer;
  /** What Apollo's gateway gives, where that is not right, and why. `silent`: the same data, but it does not say what became null. */
  apollo?: (Answer & { why: string }) | 'silent';
}

/** A sentence about federation, the subgraphs that show it, and the operations that ask. */
export interface FederationCase {
  name: string;
  subgraphs: Record<string, Subgraph>;
  operations: Operation[];
}

/** Something that answers operations over a case's subgraphs. */
export interface Answering {
  run(operation: Pick<Operation, 'query' | 'variables'>): Promise<Answer>;
  stop(): Promise<void>;
}

const logger = createLogger({ service: 'router', level: 'silent' });
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Our planner and executor, as the router serves them. */
export async function ours(subgraphs: FederationCase['subgraphs']): Promise<Answering> {
  const supergraphSdl = composeSubgraphs(subgraphs);
  const transports = Object.fromEntries(
    Object.entries(subgraphs).map(([name, subgraph]) => {
      const schema = subgraphSchema(subgraph);
      return [
        name,
        { send: ({ query, variables }: Parameters<typeof ask>[1]) => ask(schema, { query, variables }), close: async () => {} },
      ];
    }),
  );
  const context: PlanContext = {
    viewer: { viewer: anonymous, token: async () => '' },
    traceId: 'test',
    entities: { mayRead: async () => true },
  };
  const run = throughPipeline(() => pipeline);
  const planner = createPlanner({ supergraphSdl, readFacts: readForeignSupergraph, transports, run, logger });
  const pipeline = createPipeline({ planner, cache: null, guards: [], observers: [] });
  const { server } = await createHttp({
    path: '/graphql',
    planner,
    intake: createIntake({ operations: createOperations({ engine: planner.engine, limits: foreignLimits }), documents: null, guard: null }),
    pipeline,
    addressOf: createAddressOf(),
    isSecure: false,
    viewers: { resolve: async () => context.viewer },
    origins: null,
    limits: foreignLimits,
    contextFor: () => context,
    isReady: async () => true,
    isSchemaOpen: true,
    showError: foreignError,
    logger,
  });
  return answering(server, context);
}

/** Apollo's gateway, as its documents set it up, with the subgraphs in this process. */
export async function apollo(subgraphs: FederationCase['subgraphs']): Promise<Answering> {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const schemas = new Map(Object.entries(subgraphs).map(([name, subgraph]) => [name, subgraphSchema(subgraph)]));
  const gateway = new ApolloGateway({
    supergraphSdl: composeSubgraphs(subgraphs),
    logger: silent,
    buildService: ({ name }) => ({
      async process({ request }) {
        const schema = schemas.get(name);
        if (!schema) throw new Error(`There is no subgraph "${name}".`);
        const { query = '', variables } = request;
        return (await ask(schema, { query, variables })) as never;
      },
    }),
  });
  const server = new ApolloServer({
    gateway,
    logger: silent,
    nodeEnv: 'production',
    introspection: true,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await server.start();
  return answering(server, {});
}

function answering<Context extends object>(server: ApolloServer<Context>, contextValue: Context): Answering {
  return {
    async run({ query, variables }) {
      const { body } = await server.executeOperation({ query, variables }, { contextValue } as never);
      if (body.kind !== 'single') throw new Error('answers in parts are not supported');
      return shown(body.singleResult as FormattedExecutionResult);
    },
    stop: () => server.stop(),
  };
}

function shown(result: FormattedExecutionResult): Answer {
  const { data, errors } = JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
  const words = errors?.map(({ path, message }) => `${path?.join('.') ?? ''}: ${message}`).sort();
  return { ...(data === undefined ? {} : { data }), ...(words ? { errors: words } : {}) };
}
