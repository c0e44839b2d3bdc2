import { describe, expect, test } from '@jest/globals';
import { abstractCases } from './cases/abstract.ts';
import { conditionCases } from './cases/conditions.ts';
import { errorCases } from './cases/errors.ts';
import { interfaceObjectCases } from './cases/interface-objects.ts';
import { keyCases } from './cases/keys.ts';
import { mutationCases } from './cases/mutations.ts';
import { requiredArgumentCases } from './cases/required-arguments.ts';
import { requireCases } from './cases/requires.ts';
import { sharedCases } from './cases/shared.ts';
import { type Answer, apollo, type FederationCase, type Operation, ours } from './harness.ts';

const families: Record<string, FederationCase[]> = {
  keys: keyCases,
  '@requires and @provides': [...requireCases, ...requiredArgumentCases],
  'abstract types': abstractCases,
  '@interfaceObject': interfaceObjectCases,
  '@skip and @include': conditionCases,
  'what is shared': sharedCases,
  'what fails': errorCases,
  mutations: mutationCases,
};

const ofApollo = ({ expected, apollo }: Operation): Answer => (apollo === 'silent' ? { data: expected.data } : (apollo ?? expected));

const plain = ({ data, errors }: Answer): Answer => ({
  ...(data === undefined ? {} : { data }),
  ...(errors ? { errors: [...errors].sort() } : {}),
});

for (const [family, cases] of Object.entries(families)) {
  describe(`federation, ${family}:`, () => {
    for (const { name, subgraphs, operations } of cases) {
      test(name, async () => {
        const [us, them] = await Promise.all([ours(subgraphs), apollo(subgraphs)]);
        const given = [];
        const wanted = [];
        for (const operation of operations) {
          const { query, variables, expected } = operation;
          given.push({ query, variables, ours: await us.run(operation), apollo: await them.run(operation) });
          wanted.push({ query, variables, ours: plain(expected), apollo: plain(ofApollo(operation)) });
        }
        expect(given).toEqual(wanted);
        await Promise.all([us.stop(), them.stop()]);
      });
    }
  });
}
