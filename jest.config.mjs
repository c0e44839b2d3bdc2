/** How swc strips types: nothing is lowered, imports stay ES modules. */
const strip = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { target: 'es2024', parser: { syntax: 'typescript', tsx }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/**
 * One jest for the whole tree: native ES modules and one PostgreSQL for all test files.
 * Workspace packages are links to .ts files outside any node_modules, and jest follows links, so the transform reaches them.
 * @type {import('jest').Config}
 */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/\\.cache/', '<rootDir>/\\.data/'],
  modulePathIgnorePatterns: ['<rootDir>/\\.cache/', '<rootDir>/\\.data/', '/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': strip(false), '\\.tsx$': strip(true) },
  globalSetup: '<rootDir>/scripts/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/scripts/jest/global-teardown.mjs',
  maxWorkers: 2,
  // Modules of a test file are not let go of: a worker that has grown is begun anew, before its collector stops tests for long.
  workerIdleMemoryLimit: '2GB',
  testTimeout: 30_000,
};
