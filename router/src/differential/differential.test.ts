import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { abstractCases } from '../federation/cases/abstract.ts';
import { conditionCases } from '../federation/cases/conditions.ts';
import { errorCases } from '../federation/cases/errors.ts';
import { interfaceObjectCases } from '../federation/cases/interface-objects.ts';
import { keyCases } from '../federation/cases/keys.ts';
import { mutationCases } from '../federation/cases/mutations.ts';
import { requiredArgumentCases } from '../federation/cases/required-arguments.ts';
import { requireCases } from '../federation/cases/requires.ts';
import { sharedCases } from '../federation/cases/shared.ts';
import { composeSubgraphs } from '../testing/subgraphs.ts';
import { asGraphQL, withTypenames } from './conforms.ts';
import { compare, type Deviation, deviations, misplaced } from './deviations.ts';
import { type Duel, type Executors, executorsOver } from './executors.ts';
import { operationOf, type Sent } from './operations.ts';
import { sentOperations } from './sent.ts';
import type { Manners } from './subgraphs.ts';
import { wildSubgraphs } from './wild.ts';

const root = join(import.meta.dirname, '../../..');
/** Operations made up for each schema and manner; more for a longer look. */
const perSchema = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 25);
const manners: readonly Manners[] = ['fair', 'ill'];

const product = readFileSync(join(root, 'supergraph.graphql'), 'utf8');
const wild = composeSubgraphs(wildSubgraphs);
const cases = [
  keyCases,
  requireCases,
  requiredArgumentCases,
  abstractCases,
  interfaceObjectCases,
  conditionCases,
  errorCases,
  mutationCases,
  sharedCases,
].flat();

/** Thousands of plans are made. */
const longMs = 180_000;

/** Deviations that were met; one that no operation shows has no place in the list. */
const met = new Set<Deviation>();
let compiled = 0;
let all = 0;

/** Runs an operation through both; what is wrong with our answer, or nothing. */
function prepare(executors: Executors, query: string): Duel | null {
  try {
    return executors.prepare(query);
  } catch {
    // The planner is Apollo's, and so is what it does not plan.
    return null;
  }
}

async function faultsOf(executors: Executors, sent: Sent, seed: number, manner: Manners): Promise<string[]> {
  const fetch = executors.worlds(seed, manner);
  const duel = prepare(executors, sent.query);
  if (!duel || duel.isRenamed) return [];
  all += 1;
  if (duel.isOurs) compiled += 1;
  const ours = await duel.ours(sent.variables, fetch);
  const { seen, fault } = compare(ours, await duel.apollo(sent.variables, fetch), manner, executors);
  for (const each of seen) met.add(each);
  const faults = [fault, manner === 'fair' ? misplaced(ours) : null].filter((each) => each !== null);
  if (sent.query.startsWith(typed) && ours.data !== 'null' && asGraphQL(executors.schema, sent, ours.data) !== ours.data)
    faults.push('our answer is no GraphQL');
  return faults.map(
    (each) => `${each}\n${sent.query}\n${JSON.stringify(sent.variables)} seed ${seed} ${manner}\nours: ${JSON.stringify(ours)}`,
  );
}

const typed = '# with types\n';

async function makeUp(name: string, supergraphSdl: string, manner: Manners, count: number): Promise<string[]> {
  const executors = executorsOver(supergraphSdl);
  const faults: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const made = operationOf(executors.schema, `${name} ${manner} ${seed}`);
    const { query, variables } = seed % 2 === 0 ? made : withTypenames(made);
    faults.push(...(await faultsOf(executors, { query: seed % 2 === 0 ? query : typed + query, variables }, seed, manner)));
  }
  return faults;
}

describe('our executor answers as Apollo’s does', () => {
  test(
    'to every operation of our clients and tests',
    async () => {
      const executors = executorsOver(product);
      const sent = sentOperations(
        executors.schema,
        ['web/src', 'mobile/src', 'tests'].map((folder) => join(root, folder)),
      );
      expect(sent.length).toBeGreaterThan(60);
      const faults: string[] = [];
      for (const manner of manners) {
        for (const [index, each] of sent.entries()) {
          faults.push(...(await faultsOf(executors, each, index, manner)));
          const { query, variables } = withTypenames(each);
          faults.push(...(await faultsOf(executors, { query: typed + query, variables }, index + 1, manner)));
        }
      }
      expect(faults).toEqual([]);
    },
    longMs,
  );

  for (const manner of manners) {
    test(
      `to made-up operations over our schema and one of all that GraphQL has, of ${manner} subgraphs`,
      async () => {
        expect(await makeUp('product', product, manner, perSchema * 4)).toEqual([]);
        expect(await makeUp('wild', wild, manner, perSchema * 8)).toEqual([]);
      },
      longMs,
    );

    test(
      `to made-up operations over schemas of all that federation has, of ${manner} subgraphs`,
      async () => {
        const faults: string[] = [];
        for (const { name, subgraphs } of cases) {
          faults.push(...(await makeUp(name, composeSubgraphs(subgraphs), manner, perSchema)));
        }
        expect(faults).toEqual([]);
      },
      longMs,
    );
  }

  test('and is what runs nearly all of them; every deviation that is written down was met', () => {
    expect(compiled / all).toBeGreaterThan(0.97);
    expect([...met].sort()).toEqual(Object.keys(deviations).sort());
  });
});
