import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { MIGRATE, type Service, serviceCatalogue, settingsOf } from './catalogue.ts';
import { readNeeds } from './needs.ts';
import { manifests } from './render.ts';
import { deploymentOf } from './workload.ts';

const lanterns: Service = { name: 'lanterns', kind: 'subgraph', entry: 'x.ts', port: 4001, needs: readNeeds('') };
const router: Service = { ...lanterns, name: 'router', kind: 'router', port: 4000 };

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
    expect([...all.keys()].sort()).toEqual(
      ['migrate', ...serviceCatalogue(root).map(({ name }) => name)].sort().map((name) => `${name}.yaml`),
    );
    for (const [name, text] of all) {
      const kinds = parseAllDocuments(text).map((document) => document.get('kind'));
      const files = name === 'accounts.yaml' ? ['PersistentVolumeClaim'] : [];
      expect([name, kinds]).toEqual([name, name === 'migrate.yaml' ? ['Job'] : [...files, 'Deployment', 'Service']]);
    }
  });

  test('list a new folder in subgraphs without being told', async () => {
    const root = await aTree('accounts', 'lanterns');
    expect(serviceCatalogue(root).map(({ name }) => name)).toEqual(['accounts', 'lanterns', 'router', 'web']);
  });

  test('start files that are there', () => {
    const root = resolve(import.meta.dirname, '../..');
    for (const { entry } of [MIGRATE, ...serviceCatalogue(root)]) expect([entry, existsSync(join(root, entry))]).toEqual([entry, true]);
  });

  test('ask each container whether it has started, is ready and is alive', () => {
    const [container] = deploymentOf(lanterns, {}).spec?.template.spec?.containers ?? [];
    expect(container?.startupProbe?.httpGet?.path).toBe('/health/live');
    expect(container?.livenessProbe?.httpGet?.path).toBe('/health/live');
    expect(container?.readinessProbe?.httpGet?.path).toBe('/health/ready');
  });

  test('leave the router in service while a subgraph is out', () => {
    const [container] = deploymentOf(router, {}).spec?.template.spec?.containers ?? [];
    expect(container?.readinessProbe?.httpGet?.path).toBe('/health/live');
  });

  test('tell the router which subgraph answers which path, and refuse a path that two want', () => {
    const withRoutes = { ...lanterns, needs: { ...lanterns.needs, routes: ['/light'] } };
    expect(settingsOf(router, [router, withRoutes])).toEqual({ PORT: '4000', ROUTES: '{"/light":"lanterns"}' });
    expect(() => settingsOf(router, [router, withRoutes, { ...withRoutes, name: 'candles' }])).toThrow('/light');
  });

  test('a Deployment that Kubernetes would refuse is refused here', () => {
    const broken = deploymentOf(lanterns, {});
    Object.assign(broken.spec ?? {}, { replicas: 'two' });
    expect(() => broken.validate()).toThrow();
  });
});
