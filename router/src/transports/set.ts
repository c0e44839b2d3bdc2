import type { SubgraphTransport } from './transport.ts';

/** A subgraph that a supergraph names. */
export interface NamedSubgraph {
  name: string;
  url: string;
}

/** The transports of the newest supergraph. */
export interface TransportSet {
  /** By subgraph; changes with the supergraph. */
  readonly record: Readonly<Record<string, SubgraphTransport>>;
  /**
   * Opens what a new supergraph needs, and calls `use`. Throws when `make` or `use` does, and all is as before. What is needed no
   * longer stays for `retireMs`, for operations that began before.
   */
  change(subgraphs: readonly NamedSubgraph[], use: () => void): void;
}

/** @param options.make opens the transport to a subgraph; a throw says that there is none */
export function createTransportSet(options: {
  subgraphs: readonly NamedSubgraph[];
  make(subgraph: NamedSubgraph): SubgraphTransport;
  /** Milliseconds; longer than an operation may take. 40,000. */
  retireMs?: number;
}): TransportSet {
  const { make, retireMs = 40_000 } = options;
  const record: Record<string, SubgraphTransport> = {};
  const urls = new Map<string, string>();
  const close = (transport: SubgraphTransport | undefined) => void transport?.close().catch(() => undefined);

  function change(subgraphs: readonly NamedSubgraph[], use: () => void): void {
    const before = { ...record };
    const made: NamedSubgraph[] = [];
    try {
      for (const subgraph of subgraphs) {
        const { name, url } = subgraph;
        if (record[name] && urls.get(name) === url) continue;
        record[name] = make(subgraph);
        made.push(subgraph);
      }
      use();
    } catch (error) {
      for (const { name } of made) {
        close(record[name]);
        if (before[name]) record[name] = before[name];
        else delete record[name];
      }
      throw error;
    }
    for (const { name, url } of made) {
      urls.set(name, url);
      close(before[name]);
    }
    const needed = new Set(subgraphs.map(({ name }) => name));
    for (const name of urls.keys()) if (!needed.has(name)) retire(name);
  }

  function retire(name: string): void {
    const transport = record[name];
    urls.delete(name);
    const end = () => {
      // Another supergraph may have named it again meanwhile, with a transport of its own.
      if (record[name] === transport) delete record[name];
      close(transport);
    };
    setTimeout(end, retireMs).unref();
  }

  change(options.subgraphs, () => {});
  return { record, change };
}
