import { VIEWER_HEADER } from './lib/viewer.mjs';

/** Hive Gateway as its documents set it up: who asks is handed on to the subgraphs. */
export const gatewayConfig = {
  supergraph: process.env.SUPERGRAPH,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ [VIEWER_HEADER]: request.headers.get(VIEWER_HEADER) ?? '' }),
  },
};
