import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { serviceCatalogue } from './catalogue.ts';
import { manifests } from './render.ts';
import { deploymentOf } from './workload.ts';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function aTree(...subgraphs: string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'atelier-k8s-'));
  made.push(root);
  for (const name of subgraphs) {
    await mkdir(join(root, 'subgraphs', name, 'src'), { recursive: true });
    await writeFile(join(root, 'subgraphs', name, 'src', 'main.ts'), '');
  }
  return root;
}

describe('the manifests', () => {
  test('hold a Deployment and a Service for every service of the tree, each valid', () => {
    const root = resolve(import.meta.dirname, '../..');
    const all = manifests(root);
    expect([...all.keys()]).toEqual(serviceCatalogue(root).map(({ name }) => `${name}.yaml`));
    for (const text of all.values()) {
      expect(parseAllDocuments(text).map((document) => document.get('kind'))).toEqual(['Deployment', 'Service']);
    }
  });

  test('list a new folder in subgraphs without being told', async () => {
    const root = await aTree('accounts', 'lanterns');
    expect(serviceCatalogue(root).map(({ name }) => name)).toEqual(['accounts', 'lanterns', 'router']);
  });

  test('start files that are there', () => {
    const root = resolve(import.meta.dirname, '../..');
    for (const { entry } of serviceCatalogue(root)) expect([entry, existsSync(join(root, entry))]).toEqual([entry, true]);
  });

  test('ask each container whether it has started, is ready and is alive', () => {
    const [container] =
      deploymentOf({ name: 'lanterns', entry: 'x.ts', port: 4001, isPublic: false }).spec?.template.spec?.containers ?? [];
    expect(container?.startupProbe?.httpGet?.path).toBe('/health/live');
    expect(container?.livenessProbe?.httpGet?.path).toBe('/health/live');
    expect(container?.readinessProbe?.httpGet?.path).toBe('/health/ready');
  });

  test('a Deployment that Kubernetes would refuse is refused here', () => {
    const broken = deploymentOf({ name: 'lanterns', entry: 'x.ts', port: 4001, isPublic: false });
    Object.assign(broken.spec ?? {}, { replicas: 'two' });
    expect(() => broken.validate()).toThrow();
  });
});
