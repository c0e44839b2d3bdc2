import type { FormattedExecutionResult } from 'graphql';
import { type Chance, chanceOf } from './chance.ts';

/** What may stand where something else should. */
const strange: readonly unknown[] = [
  null,
  0,
  -1.5,
  '',
  'text',
  true,
  [],
  {},
  [null],
  [[]],
  { __typename: 'Nobody' },
  { a: { b: 1 } },
  9e300,
];

/**
 * Makes of an honest answer one that no GraphQL server gives: values of other kinds, missing fields, lists that are too long. Each
 * entity is spoilt by what it is and not by where it stands.
 * @param representations those of an entity fetch, else null
 */
export function spoil(
  answer: FormattedExecutionResult,
  seed: string,
  representations: readonly unknown[] | null,
): FormattedExecutionResult {
  const luck = chanceOf(`${seed} spoil`);
  if (luck.is(0.02)) return { data: luck.pick(strange) } as FormattedExecutionResult;
  if (luck.is(0.01)) return {};
  const { data } = answer;
  const entities: unknown = data?._entities;
  if (representations && Array.isArray(entities)) {
    const spoilt = entities.map((entity, index) => change(entity, chanceOf(`${seed} ${JSON.stringify(representations[index])}`)));
    if (luck.is(0.03)) spoilt.push(null);
    return { ...answer, data: { ...data, _entities: luck.is(0.02) ? luck.pick(strange) : spoilt } };
  }
  return { ...answer, data: change(data, luck) as FormattedExecutionResult['data'] };
}

function change(value: unknown, luck: Chance): unknown {
  if (luck.is(0.02)) return luck.pick(strange);
  if (Array.isArray(value)) return value.map((each) => change(each, luck));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(() => !luck.is(0.02))
      .map(([name, each]) => [name, change(each, luck)]),
  );
}
