import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { serviceCatalogue } from './catalogue.ts';
import { deploymentOf, serviceOf } from './workload.ts';

/** The manifests of every service of the tree, by file name; each is valid against Kubernetes' own schema. */
export function manifests(root: string): Map<string, string> {
  return new Map(
    serviceCatalogue(root).map((service) => {
      const resources = [deploymentOf(service), serviceOf(service)];
      for (const resource of resources) resource.validate();
      return [`${service.name}.yaml`, resources.map((resource) => stringify(resource.toJSON())).join('---\n')];
    }),
  );
}

/** The names of the files in `directory` that differ from what the tree gives, missing and left-over ones included. */
export async function staleManifests(root: string, directory: string): Promise<string[]> {
  const wanted = manifests(root);
  const present = await readdir(directory).catch(() => []);
  const stale = present.filter((name) => !wanted.has(name));
  for (const [name, text] of wanted) {
    const written = await readFile(join(directory, name), 'utf8').catch(() => null);
    if (written !== text) stale.push(name);
  }
  return stale.sort();
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '../..');
  const directory = join(root, 'k8s', 'manifests');
  const stale = await staleManifests(root, directory);
  const [check, ...more] = process.argv.slice(2);
  if (more.length > 0 || (check !== undefined && check !== '--check')) {
    console.error('npm run k8s renders the whole tree; its one argument is --check, which only says what is stale.');
    process.exitCode = 1;
  } else if (check) {
    if (stale.length > 0) {
      console.error(`Not what the tree gives: ${stale.map((name) => `k8s/manifests/${name}`).join(', ')}. Run: npm run k8s`);
      process.exitCode = 1;
    }
  } else {
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    for (const [name, text] of manifests(root)) await writeFile(join(directory, name), text);
    console.log(`k8s/manifests: ${stale.length === 0 ? 'nothing new' : stale.join(', ')}`);
  }
}
