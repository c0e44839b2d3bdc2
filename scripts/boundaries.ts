import { resolve } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet, type IResolveOptions } from 'dependency-cruiser';

const subgraph = '^subgraphs/([^/]+)/';

/** The walls of the house (docs/architecture.md, "Who may import what"). `boundaries.test.ts` plants a violation of each. */
export const walls: NonNullable<IFlattenedRuleSet['forbidden']> = [
  {
    name: 'rules-are-pure',
    comment: 'Rules are functions over plain data: no database, no GraphQL, no environment.',
    severity: 'error',
    from: { path: '^subgraphs/[^/]+/src/[^/]+/[^/.]+\\.ts$', pathNot: '^subgraphs/[^/]+/src/(auth|__generated__)/' },
    to: { path: '(^|/)(drizzle-orm|graphql|pg|@apollo)(/|$)|/env\\.ts$|\\.(repository|service|table)\\.ts$' },
  },
  {
    name: 'repositories-own-their-table',
    comment: "A repository reads and writes its own room's tables; another room's rows come through its service.",
    severity: 'error',
    from: { path: '^subgraphs/([^/]+)/src/([^/]+)/.*\\.repository\\.ts$' },
    to: { path: '\\.table\\.ts$', pathNot: '^subgraphs/$1/src/($2|access)/' },
  },
  {
    name: 'no-graphql-below-resolvers',
    comment: 'Repositories and services know nothing of GraphQL: what they decide holds on every path that reaches them.',
    severity: 'error',
    from: { path: '\\.(repository|service|table)\\.ts$' },
    to: { path: '(^|/)(graphql|@apollo)(/|$)' },
  },
  {
    name: 'resolvers-are-thin',
    comment: "Resolvers call the context's services; they touch no table, repository or database.",
    severity: 'error',
    from: { path: '^subgraphs/[^/]+/src/.*/resolvers/' },
    to: { path: '\\.(table|repository)\\.ts$|(^|/)(drizzle-orm|pg)(/|$)' },
  },
  {
    name: 'subgraphs-do-not-know-each-other',
    comment: 'Domains meet in the schema and in events, never in code.',
    severity: 'error',
    from: { path: subgraph },
    to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
  },
  {
    name: 'subgraphs-know-no-router-or-web',
    severity: 'error',
    comment: 'A domain can be moved to a server of its own.',
    from: { path: '^subgraphs/' },
    to: { path: '^(router|web|all-in-one|tests|bench|k8s)/' },
  },
  {
    name: 'router-knows-no-domain',
    severity: 'error',
    comment: 'The router serves any supergraph.',
    from: { path: '^router/' },
    to: { path: '^(subgraphs|web|all-in-one)/' },
  },
  {
    name: 'web-knows-the-schema-only',
    severity: 'error',
    comment: 'The web client is built from the schema like any other client.',
    from: { path: '^web/src/' },
    to: { path: '^(subgraphs|router|packages|all-in-one)/' },
  },
  {
    name: 'service-kit-knows-no-service',
    severity: 'error',
    comment: 'What everything stands on stands on nothing of ours.',
    from: { path: '^packages/service-kit/', pathNot: '\\.test\\.ts$' },
    to: { path: '^(subgraphs|router|web|all-in-one|packages/testing)/' },
  },
  {
    name: 'testing-in-tests-only',
    severity: 'error',
    comment: 'Test builders never reach the product.',
    from: { path: '^(subgraphs|router|all-in-one|packages/service-kit)/', pathNot: '\\.test\\.ts$|/testing/' },
    to: { path: '^packages/testing/' },
  },
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'A circle has no first room to read. Types may refer to each other, and a page that is loaded when it is opened to its route.',
    from: { path: '^(packages|subgraphs|router|all-in-one|web/src)/', pathNot: '__generated__' },
    to: { circular: true, viaOnly: { pathNot: '__generated__', dependencyTypesNot: ['type-only', 'dynamic-import'] } },
  },
];

const resolution: Partial<IResolveOptions> = {
  exportsFields: ['exports'],
  conditionNames: ['import', 'node', 'default'],
  extensions: ['.ts', '.tsx', '.mjs', '.js'],
};

/** Follows every import below `root` and names those that break a wall. */
export async function cruiseTree(root: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    ['packages', 'subgraphs', 'router', 'web/src', 'all-in-one'],
    {
      baseDir: root,
      ruleSet: { forbidden: walls },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(dist|\\.cache|\\.data)/' },
      tsPreCompilationDeps: true,
    },
    resolution,
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
}

if (import.meta.main) {
  const { summary } = await cruiseTree(resolve(import.meta.dirname, '..'));
  for (const { from, to, rule, comment } of summary.violations)
    console.error(`${from} may not import ${to}: ${rule.name}. ${comment ?? ''}`);
  console.log(`${summary.totalCruised} modules, ${summary.violations.length} imports through a wall`);
  if (summary.violations.length > 0) process.exitCode = 1;
}
