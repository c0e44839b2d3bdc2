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
      ['node_modules/typescript7/bin/tsc', '-p', 'web/tsconfig.json', '--noEmit'],
    ],
  },
  { name: 'boundaries', commands: [['scripts/boundaries.ts']] },
  { name: 'composition is fresh', commands: [['scripts/compose.ts', '--check']] },
  { name: 'codegen is fresh', commands: [['node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts', '--check']] },
];
