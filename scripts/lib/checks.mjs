/**
 * What npm test checks besides the tests, in this order: a name, and the commands (arguments of Node) that must all end with 0.
 * None may change a file. To add a check, add a line.
 */
export const checks = [
  {
    name: 'lint',
    commands: [['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--diagnostic-level=warn', '--error-on-warnings', '.']],
  },
  {
    name: 'types',
    commands: [
      ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json'],
      ['node_modules/typescript7/bin/tsc', '-p', 'tests/tsconfig.json'],
      ['node_modules/typescript7/bin/tsc', '-p', 'web/tsconfig.json', '--noEmit'],
    ],
  },
  { name: 'boundaries', commands: [['scripts/boundaries.ts']] },
  { name: 'composition is fresh', commands: [['scripts/compose.ts', '--check']] },
  { name: 'codegen is fresh', commands: [['scripts/codegen.ts', '--check']] },
  { name: 'migrations are fresh', commands: [['scripts/migration.ts', '--check']] },
  { name: 'manifests are fresh', commands: [['k8s/src/render.ts', '--check']] },
  { name: 'lockfile suits every machine', commands: [['scripts/lockfile.ts']] },
  {
    name: 'nothing is unused',
    commands: [
      [
        'node_modules/knip/bin/knip.js',
        '--no-progress',
        '--no-config-hints',
        '--include',
        'files,dependencies,unlisted,unresolved,binaries,exports',
      ],
    ],
  },
  { name: 'first loads stay small', commands: [['scripts/first-load.ts']] },
  { name: 'documents name what is there', commands: [['scripts/docs.ts']] },
];
