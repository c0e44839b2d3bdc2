import { join } from 'node:path';
import { runSubgraph } from '@atelier/service-kit/fleet';
import { createSubgraph } from './subgraph.ts';

await runSubgraph(join(import.meta.dirname, '..'), 'clients', createSubgraph);
