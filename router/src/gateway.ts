import { ApolloGateway } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import { createEngine, type Engine } from './execute/engine.ts';
import type { Answer } from './pipeline.ts';
import type { SupergraphFacts } from './supergraph.ts';

/** The answer's `data` as the text that it is sent as. */
export class AnswerData {
  /** Apollo's types want an object that may have any field. */
  [field: string]: unknown;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** For whoever does not know that it is text already. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

export interface GatewayOptions<Context> {
  supergraphSdl: string;
  /** Reads a supergraph. A throw refuses it. */
  readFacts(supergraphSdl: string): SupergraphFacts;
  /** Runs an operation for Apollo Server. */
  execute(engine: Engine, request: GatewayRequest<Context>): Promise<Pick<Answer, 'data' | 'errors' | 'extensions'>>;
  logger: { debug(text?: unknown): void; info(text?: unknown): void; warn(text?: unknown): void; error(text?: unknown): void };
}

type Loaded = Awaited<ReturnType<ApolloGateway['load']>>;
type RequestContext = Parameters<Loaded['executor']>[0];
/** What Apollo Server hands to a gateway for one request. */
export type GatewayRequest<Context> = Pick<RequestContext, 'document' | 'request' | 'schema'> & { context: Context };

/**
 * Apollo's gateway loads and composes; what it has loaded is executed by an Engine of ours, found by schema: a request that is
 * under way over a reload keeps the schema that it was validated against.
 */
export class Gateway<Context> extends ApolloGateway {
  readonly #engines = new WeakMap<GraphQLSchema, Engine>();
  readonly #options: GatewayOptions<Context>;
  #current: Engine | null = null;
  /** What a reload has made before the gateway takes it. */
  #tried: { supergraphSdl: string; engine: Engine } | null = null;
  #update: ((supergraphSdl: string) => void) | null = null;

  constructor(options: GatewayOptions<Context>) {
    super({
      supergraphSdl: async ({ update }) => {
        this.#update = update;
        return { supergraphSdl: options.supergraphSdl };
      },
      validateSupergraph: false,
      __exposeQueryPlanExperimental: false,
      logger: options.logger,
      buildService: ({ name }) => ({
        process: () => Promise.reject(new Error(`The subgraph "${name}" was asked past the engine.`)),
      }),
    });
    this.#options = options;
    this.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
      const tried = this.#tried?.supergraphSdl === coreSupergraphSdl ? this.#tried.engine : null;
      const engine = tried ?? createEngine(options.readFacts(coreSupergraphSdl));
      this.#engines.set(apiSchema, engine);
      this.#current = engine;
    });
  }

  /** The engine of the newest schema. */
  get engine(): Engine {
    if (!this.#current) throw new Error('The gateway has not loaded a supergraph yet.');
    return this.#current;
  }

  /** Takes a new supergraph for the requests that come from now on. Throws, and keeps the old one, when it cannot be used. */
  reload(supergraphSdl: string): void {
    if (!this.#update) throw new Error('The gateway has not loaded a supergraph yet.');
    // The gateway would go on to the new schema though no engine could be made of it.
    this.#tried = { supergraphSdl, engine: createEngine(this.#options.readFacts(supergraphSdl)) };
    try {
      this.#update(supergraphSdl);
    } finally {
      this.#tried = null;
    }
  }

  override async load(options?: Parameters<ApolloGateway['load']>[0]): Promise<Loaded> {
    const loaded = await super.load(options);
    return { ...loaded, executor: (context) => this.#execute(context) };
  }

  async #execute({ document, request, schema, context }: RequestContext): ReturnType<Loaded['executor']> {
    const engine = this.#engines.get(schema);
    if (!engine) throw new Error('A request came with a schema that this gateway did not load.');
    const { data, errors, extensions } = await this.#options.execute(engine, { document, request, schema, context: context as Context });
    return {
      ...(data === null ? {} : { data: new AnswerData(data) }),
      ...(errors.length > 0 ? { errors: [...errors] } : {}),
      ...(extensions ? { extensions: { ...extensions } } : {}),
    };
  }
}
