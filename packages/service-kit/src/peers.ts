import type { ExecutionResult } from 'graphql';
import { AppError, unavailable } from './errors.ts';
import type { Exporter } from './export.ts';
import { typenameOfId } from './ids.ts';

/** Something that happened in one domain and that others act on. Delivered at least once; handlers see each id once. */
export interface DomainEvent {
  /** UUID; the key of the subscriber's inbox. */
  id: string;
  /** `<noun>.<what happened>`, for example `comment.mentioned`. */
  type: string;
  /** The subgraph that it comes from. */
  source: string;
  /** The studio that it belongs to; null for what belongs to a person only. */
  studioId: string | null;
  /** When it happened, ISO 8601. */
  at: string;
  /** Plain JSON; ids are plain UUIDs. */
  data: Record<string, unknown>;
}

/** A GraphQL request from the router or another subgraph. */
export interface SubgraphRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  /** A viewer signed by `ViewerSigner`. */
  viewerToken: string;
  traceId: string;
  /** Where in a trace it stands (W3C trace context); absent where it is not traced. */
  traceparent?: string | undefined;
}

/** A subgraph as its peers and the router reach it, in this process or over HTTP. */
export interface Peer extends Exporter {
  readonly name: string;
  /** The types that it owns: those that implement Node. */
  readonly owns: readonly string[];
  /** The domain events that it acts on; `unknown` for one that is told of all and takes what it wants. */
  readonly subscribesTo: readonly string[] | 'unknown';
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
  /** Resolves when the event was handled or had been before. */
  deliver(event: DomainEvent): Promise<void>;
}

/** How a subgraph reaches the others. */
export interface Peers {
  /** Every domain, the asking one included. */
  names(): string[];
  /**
   * Entities of another domain as the given viewer sees them, in the order of `ids`; null for those that they do not see.
   * @param ids global ids, all of `typename`
   * @param selection fields in GraphQL, for example `{ id name }`
   * @throws UNAVAILABLE when the owning subgraph does not answer
   */
  entities<T>(viewerToken: string, typename: string, ids: readonly string[], selection: string): Promise<(T | null)[]>;
  /** Delivers an event to every subgraph that acts on it; throws when one failed, so that the job is tried again. */
  deliver(event: DomainEvent): Promise<void>;
  /** Every domain, the one that asks among them, by name: each exports its own rows. */
  exporters(): readonly (Exporter & Pick<Peer, 'name'>)[];
}

/** Peers over a list that may still grow while the process starts. */
export function createPeers(list: readonly Peer[]): Peers {
  return {
    names: () => list.map(({ name }) => name),
    async entities<T>(viewerToken: string, typename: string, ids: readonly string[], selection: string): Promise<(T | null)[]> {
      const known = ids.map((id) => typenameOfId(id) === typename);
      const asked = ids.filter((_, index) => known[index]);
      if (asked.length === 0) return ids.map(() => null);
      const owner = list.find((peer) => peer.owns.includes(typename));
      if (!owner) throw unavailable(`The domain that owns ${typename}`);
      const result = await owner.execute({
        query: `query Peer($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typename} ${selection} } }`,
        variables: { representations: asked.map((id) => ({ __typename: typename, id })) },
        viewerToken,
        traceId: 'peer',
      });
      const found = (result.data?._entities ?? null) as (T | null)[] | null;
      if (found === null) {
        const code = result.errors?.[0]?.extensions.code;
        throw code === 'UNAUTHENTICATED'
          ? new AppError('UNAUTHENTICATED', 'Sign in to do this.')
          : unavailable(`The domain that owns ${typename}`);
      }
      const answers = found.values();
      return known.map((isAsked) => (isAsked ? (answers.next().value ?? null) : null));
    },

    async deliver(event) {
      const subscribers = list.filter(({ subscribesTo }) => subscribesTo === 'unknown' || subscribesTo.includes(event.type));
      const outcomes = await Promise.allSettled(subscribers.map((peer) => peer.deliver(event)));
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed) throw failed.reason;
    },

    exporters: () => [...list].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
