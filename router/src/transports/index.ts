export { endpointOf, readAddress } from './address.ts';
export { type HttpTransportOptions, overHttp } from './http.ts';
export { inProcess, type LocalSubgraph } from './in-process.ts';
export { createTransportSet, type NamedSubgraph, type TransportSet } from './set.ts';
export { type SendOptions, type SubgraphTransport, states, TransportError, type TransportStats } from './transport.ts';
