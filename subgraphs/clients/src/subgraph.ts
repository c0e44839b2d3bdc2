import { join } from 'node:path';
import { defineSubgraph, type SubgraphFactory } from '@atelier/service-kit/subgraph';
import { resolvers } from './__generated__/resolvers.ts';
import { PURGE_TASK } from './clients/client.service.ts';
import { purgeClient } from './clients/purge-client.ts';
import { createContext } from './context.ts';
import { readEnv } from './env.ts';
import { personalData } from './personal-data.ts';

/** The domain of clients and their contacts. */
export const createSubgraph: SubgraphFactory = (runtime) => {
  const env = readEnv(runtime.env);
  return defineSubgraph(runtime, {
    name: 'clients',
    directory: join(import.meta.dirname, '..'),
    resolvers,
    personalData,
    context: (request, kit) => createContext(request, kit, env),
    jobs: (kit) => ({ [PURGE_TASK]: purgeClient(kit, env.TRASH_DAYS) }),
  });
};
