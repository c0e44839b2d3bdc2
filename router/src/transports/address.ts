/** Where a subgraph's GraphQL endpoint is. */
export interface Address {
  /** What undici connects to; over a Unix socket it only names the host in the request. */
  origin: string;
  /** Path and query of the endpoint. */
  path: string;
  socketPath?: string;
}

/**
 * Reads the address of a subgraph: `http://host:port/graphql`, or a Unix socket as `unix:/run/projects.sock`, as its path alone, or
 * either with the endpoint's path behind a colon: `unix:/run/projects.sock:/graphql`, which is also what is asked where none is given.
 * @throws when it is neither
 */
export function readAddress(address: string): Address {
  const socket = /^(?:unix:)?(\/[^:]+)(?::(\/.*))?$/.exec(address);
  if (socket?.[1]) return { origin: 'http://localhost', path: socket[2] ?? '/graphql', socketPath: socket[1] };
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Error(`"${address}" is no address of a subgraph: give http://host:port/path, or unix:/path/of.sock.`);
  }
  return { origin: url.origin, path: url.pathname + url.search };
}

/** The GraphQL endpoint of a service of the fleet, by the service's address. */
export const endpointOf = (service: string): string => (/^(unix:|\/)/.test(service) ? `${service}:/graphql` : `${service}/graphql`);
