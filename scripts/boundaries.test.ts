import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ICruiseResult } from 'dependency-cruiser';
import { cruiseTree, walls } from './boundaries.ts';

/** A violation of each rule: the file that is planted, and what it imports. */
const planted: Record<string, { file: string; imports: string }> = {
  'rules-are-pure': { file: 'subgraphs/one/src/thing/thing.ts', imports: './thing.repository.ts' },
  'repositories-own-their-table': { file: 'subgraphs/one/src/thing/thing.repository.ts', imports: '../other/other.table.ts' },
  'no-graphql-below-resolvers': { file: 'subgraphs/one/src/thing/thing.service.ts', imports: 'graphql' },
  'resolvers-are-thin': { file: 'subgraphs/one/src/thing/resolvers/Thing.ts', imports: '../thing.repository.ts' },
  'subgraphs-do-not-know-each-other': { file: 'subgraphs/one/src/context.ts', imports: '../../two/src/context.ts' },
  'subgraphs-know-no-router-or-web': { file: 'subgraphs/one/src/env.ts', imports: '../../../router/src/router.ts' },
  'router-knows-no-domain': { file: 'router/src/router.ts', imports: '../../subgraphs/two/src/context.ts' },
  'web-knows-the-schema-only': { file: 'web/src/app.ts', imports: '../../subgraphs/two/src/context.ts' },
  'service-kit-knows-no-service': { file: 'packages/service-kit/src/kit.ts', imports: '../../../subgraphs/two/src/context.ts' },
  'testing-in-tests-only': { file: 'router/src/start.ts', imports: '../../packages/testing/src/builders.ts' },
  'no-circles': { file: 'subgraphs/two/src/a.ts', imports: './b.ts' },
};

const targets: Record<string, string> = {
  'all-in-one/src/stack.ts': 'export const stack = 1;\n',
  'subgraphs/one/src/other/other.table.ts': 'export const others = 1;\n',
  'subgraphs/two/src/context.ts': 'export const context = 1;\n',
  'subgraphs/two/src/b.ts': "import './a.ts';\nexport const b = 1;\n",
  'packages/testing/src/builders.ts': 'export const build = 1;\n',
};

describe('the walls of the house', () => {
  let tree = '';
  let found: ICruiseResult;

  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'atelier-walls-'));
    const files = {
      ...targets,
      ...Object.fromEntries(Object.values(planted).map(({ file, imports }) => [file, `import '${imports}';\n`])),
    };
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(tree, file)), { recursive: true });
      await writeFile(join(tree, file), text);
    }
    for (const file of ['tsconfig.json', 'tsconfig.base.json']) await cp(resolve(file), join(tree, file));
    await symlink(resolve('node_modules'), join(tree, 'node_modules'));
    found = await cruiseTree(tree);
  });

  afterAll(() => rm(tree, { recursive: true, force: true }));

  test('each have a violation planted here', () => {
    expect(Object.keys(planted).sort()).toEqual(walls.map(({ name }) => name ?? '').sort());
  });

  test.each(Object.entries(planted))('%s finds the one that was planted', (rule, { file }) => {
    expect(found.summary.violations.filter(({ rule: { name } }) => name === rule).map(({ from }) => from)).toContain(file);
  });
});
