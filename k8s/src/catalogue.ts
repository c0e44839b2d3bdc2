import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One service as it runs in the fleet. */
export interface Service {
  /** The name of its Deployment and Service. */
  name: string;
  /** The file that Node runs, from the root of the image. */
  entry: string;
  /** Where it listens. */
  port: number;
  /** Whether browsers reach it, or only other services. */
  isPublic: boolean;
}

const SUBGRAPH_PORT = 4001;
const ROUTER_PORT = 4000;

/** Every service of the tree: each folder in `subgraphs` that has an entry, and the router. */
export function serviceCatalogue(root: string): Service[] {
  const subgraphs = readdirSync(join(root, 'subgraphs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'subgraphs', entry.name, 'src', 'main.ts')))
    .map((entry) => ({ name: entry.name, entry: `subgraphs/${entry.name}/src/main.ts`, port: SUBGRAPH_PORT, isPublic: false }));
  return [...subgraphs, { name: 'router', entry: 'router/src/main.ts', port: ROUTER_PORT, isPublic: true }].sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
}
