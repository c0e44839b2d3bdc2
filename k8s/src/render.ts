import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { discoverSchemas } from '@atelier/service-kit/migrate';
import { stringify } from 'yaml';
import { MIGRATE, serviceCatalogue, settingsOf } from './catalogue.ts';
import { composeFile } from './compose-file.ts';
import { claimsOf, deploymentOf, migrateJob, serviceOf } from './workload.ts';

const MANIFESTS = 'k8s/manifests';

/** The manifests of the migration and of every service of the tree, by file name; each is valid against Kubernetes' own schema. */
export function manifests(root: string): Map<string, string> {
  const all = serviceCatalogue(root);
  const resources = all.map(
    (service) => [service.name, [...claimsOf(service), deploymentOf(service, settingsOf(service, all)), serviceOf(service)]] as const,
  );
  return new Map(
    [[MIGRATE.name, [migrateJob()]] as const, ...resources].map(([name, each]) => {
      for (const resource of each) resource.validate();
      return [`${name}.yaml`, each.map((resource) => stringify(resource.toJSON())).join('---\n')];
    }),
  );
}

/** Every file that says how the fleet runs, by its path: the manifests and `compose.yaml`. */
async function rendered(root: string): Promise<Map<string, string>> {
  const files = [...manifests(root)].map(([name, text]) => [`${MANIFESTS}/${name}`, text] as const);
  return new Map([...files, ['compose.yaml', composeFile(serviceCatalogue(root), await discoverSchemas(root))]]);
}

/** The paths of the files that differ from what the tree gives, missing and left-over ones included. */
export async function staleManifests(root: string): Promise<string[]> {
  const wanted = await rendered(root);
  const present = await readdir(join(root, MANIFESTS)).catch(() => []);
  const stale = present.map((name) => `${MANIFESTS}/${name}`).filter((path) => !wanted.has(path));
  for (const [path, text] of wanted) {
    const written = await readFile(join(root, path), 'utf8').catch(() => null);
    if (written !== text) stale.push(path);
  }
  return stale.sort();
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '../..');
  const stale = await staleManifests(root);
  const [check, ...more] = process.argv.slice(2);
  if (more.length > 0 || (check !== undefined && check !== '--check')) {
    console.error('npm run k8s renders the whole tree; its one argument is --check, which only says what is stale.');
    process.exitCode = 1;
  } else if (check) {
    if (stale.length > 0) {
      console.error(`Not what the tree gives: ${stale.join(', ')}. Run: npm run k8s`);
      process.exitCode = 1;
    }
  } else {
    await rm(join(root, MANIFESTS), { recursive: true, force: true });
    await mkdir(join(root, MANIFESTS), { recursive: true });
    for (const [path, text] of await rendered(root)) await writeFile(join(root, path), text);
    console.log(`k8s: ${stale.length === 0 ? 'nothing new' : stale.join(', ')}`);
  }
}
