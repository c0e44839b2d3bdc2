import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Needs, readNeeds } from './needs.ts';

/** One service as it runs in the fleet. */
export interface Service {
  /** The name by which others reach it. */
  name: string;
  kind: 'subgraph' | 'router' | 'web';
  /** The file that Node runs, from the root of the image. */
  entry: string;
  /** Where it listens. */
  port: number;
  needs: Needs;
}

/** The one-shot that comes before all services. */
export const MIGRATE = { name: 'migrate', entry: 'packages/service-kit/src/migrate/main.ts' };
/** Where folders that are kept lie in a container. */
export const FOLDERS = '/data';

const INNER_PORT = 4001;
const ROUTER_PORT = 4000;

/** Every service of the tree: each folder in `subgraphs` that has an entry, the router, and the pages. */
export function serviceCatalogue(root: string): Service[] {
  const subgraphs = readdirSync(join(root, 'subgraphs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'subgraphs', entry.name, 'src', 'main.ts')))
    .map(
      ({ name }): Service => ({
        name,
        kind: 'subgraph',
        entry: `subgraphs/${name}/src/main.ts`,
        port: INNER_PORT,
        needs: readNeeds(join(root, 'subgraphs', name, 'fleet.json')),
      }),
    );
  const router: Service = {
    name: 'router',
    kind: 'router',
    entry: 'router/src/main.ts',
    port: ROUTER_PORT,
    needs: readNeeds(join(root, 'router', 'fleet.json')),
  };
  const web: Service = { name: 'web', kind: 'web', entry: 'all-in-one/src/web-main.ts', port: INNER_PORT, needs: readNeeds('') };
  return [...subgraphs, router, web].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** What is said once, by whoever writes a manifest, and is no secret: paths of kept folders, and for the router who answers which path. */
export function settingsOf(service: Service, all: readonly Service[]): Record<string, string> {
  const routes = all.flatMap(({ name, needs }) => needs.routes.map((path) => [path, name] as const));
  const taken = routes.find(([path], index) => routes.findIndex(([other]) => other === path) !== index);
  if (taken) throw new Error(`Two subgraphs want to answer ${taken[0]}: see their fleet.json.`);
  return {
    PORT: String(service.port),
    ...(service.kind === 'router' ? { ROUTES: JSON.stringify(Object.fromEntries(routes)) } : {}),
    ...Object.fromEntries(Object.entries(service.needs.folders).map(([name, folder]) => [name, `${FOLDERS}/${folder}`])),
  };
}

/** Which path says whether a service can take requests. */
export function readinessPath({ kind }: Service): string {
  // The router serves what is left when a subgraph is out: it must not be taken away along with it.
  return kind === 'router' ? '/health/live' : '/health/ready';
}
