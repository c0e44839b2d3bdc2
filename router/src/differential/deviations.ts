import type { GraphQLFormattedError } from 'graphql';
import type { Answered, Executors } from './executors.ts';
import type { Manners } from './subgraphs.ts';

/** Where our executor's answers are not Apollo's, and why that is better. Anything else that differs is a fault. */
export const deviations = {
  misfits:
    'A value that does not fit its type, or a null that took its parent along, is an error of the answer. Apollo notes it in extensions.valueCompletion, where no client looks, and names the field by its alias.',
  hidden:
    'A thing that its owner answers with null, and that lacks what it must have, is null without a word where it may be null: to show less to some is no fault. Where it may not, the error stands there. Apollo notes it in valueCompletion, at the field that is missing.',
  kept: 'A value or a thing that clients do not see, as it is inaccessible, is null without a word where it may be null; where it may not, that is the error. Apollo notes in valueCompletion that the value is invalid, which it is not.',
  places:
    'An error of a whole fetch stands at the fields that it leaves empty, once for each. Apollo gives it no path, or that of the subgraph’s request with "@" and "_entities" in it.',
  order:
    'Fields stand where the operation first names them, as GraphQL says. Apollo puts those of merged selections where its planner does.',
  unknownType:
    'An object whose type nobody could tell is an error. Apollo makes it null, or leaves the fields out that depend on its type, and says nothing.',
  indices:
    'An error of an entity stands at that entity. Apollo counts the objects of the path, also those that it did not ask for, and points at another one.',
  lost: 'A null that takes its parent along ends at the first parent that may be null. Inside of fragments Apollo leaves fields out of that parent instead.',
  kinds:
    'What the subgraph of an interface object says of a thing’s type does not count where its kind is known. Apollo forgets the kind, and makes the thing null or leaves fields out.',
  strange:
    'A value of another kind where an object should be is an error, and a number where an id should be is its text. Apollo takes a list or a text for an object without fields, and hands the number on.',
  silence: 'An answer with neither data nor errors is an error at the fields that it leaves empty. Apollo takes it for nulls.',
  wording: 'An answer that is no GraphQL is "A part of the service does not answer." Apollo shows what its own code stumbled over.',
  whole:
    'A value that cannot be used costs its own field. Apollo’s executor stumbles over it and gives up the whole answer, or the whole fetch.',
} as const;

/** The name of a way in which we are not like Apollo. */
export type Deviation = keyof typeof deviations;

const unanswered = 'A part of the service does not answer.';
/** How Apollo's code words that it cannot go on, in the words of its own assertions and of JavaScript. */
const stumbled =
  /^(Error: |TypeError: |Expected "data\._entities"|Invalid non-(object|string|list) value|Cannot (read|use|create|convert) )/;
const aboutTypes = /^(The type of an object that is some |Invalid __typename found )/;
const strange = /^Invalid value found for (field|item of)/;

/** How two answers differ: by the deviations named; `fault` says what else there is. */
export function compare(
  ours: Answered,
  apollo: Answered,
  manners: Manners,
  { hasInterfaceObjects, keepsThings }: Pick<Executors, 'hasInterfaceObjects' | 'keepsThings'>,
): { seen: Set<Deviation>; fault: string | null } {
  const seen = new Set<Deviation>();
  if (manners === 'ill' && apollo.errors.some(({ message }) => stumbled.test(message))) {
    // What is left of its answer is chance; ours is looked at by its own test.
    return { seen: seen.add(apollo.data === ours.data ? 'wording' : 'whole'), fault: null };
  }
  if (ours.data !== apollo.data) {
    const said = ours.errors.map(({ message }) => message);
    if (sorted(ours.data) === sorted(apollo.data)) seen.add('order');
    else if (said.some((message) => aboutTypes.test(message))) seen.add('unknownType');
    else if (isPartOf(JSON.parse(apollo.data), JSON.parse(ours.data), false)) seen.add('lost');
    else if (hasInterfaceObjects && isPartOf(JSON.parse(apollo.data), JSON.parse(ours.data), true)) seen.add('kinds');
    else if (manners === 'ill' && said.includes(unanswered)) seen.add('silence');
    else if (manners === 'ill' && numbersAsTexts(ours.data) === numbersAsTexts(apollo.data)) seen.add('strange');
    // Where a subgraph has said that something is wrong, the nulls have no words of their own.
    else if (manners === 'ill' && said.length > 0) seen.add('strange');
    else return { seen, fault: 'the data differ' };
  }
  const rest = compareErrors(ours, apollo, seen, keepsThings);
  if (rest.length === 0) return { seen, fault: null };
  // Over nonsense both say that something is wrong, each where it came upon it.
  if (manners === 'ill' && ours.errors.length > 0) return { seen, fault: null };
  const lists = rest.map(([error, number]) => [error.replaceAll(/(?<=[[,])\d+(?=[,\]])/g, '#'), number] as const);
  if ([...totals(lists)].every(([, number]) => number === 0)) return { seen: seen.add('indices'), fault: null };
  return { seen, fault: rest.map(([error, number]) => `${number > 0 ? 'only Apollo says' : 'only we say'}: ${error}`).join('\n') };
}

/** The errors that only one of both has, with how often: above zero those of Apollo. */
function compareErrors(ours: Answered, apollo: Answered, seen: Set<Deviation>, keepsThings: boolean): [string, number][] {
  const expected = new Map<string, number>();
  const loose = new Set<string>();
  for (const error of [...apollo.errors, ...apollo.misfits]) {
    const { path } = error;
    if (!path || path.includes('@') || path.includes('_entities')) loose.add(error.message);
    else count(expected, textOf(error), 1);
  }
  if (apollo.misfits.length > 0) seen.add('misfits');
  for (const error of ours.errors) {
    const isNew = !expected.has(textOf(error));
    if (error.message === unanswered && error.path) {
      // Whoever has heard that does not hear of the nulls that follow from it, too.
      seen.add('silence');
      for (const misfit of apollo.misfits) expected.delete(textOf(misfit));
    } else if (loose.has(error.message)) seen.add('places');
    else if (isNew && aboutTypes.test(error.message)) seen.add('unknownType');
    else if (isNew && strange.test(error.message)) seen.add('strange');
    else count(expected, textOf(error), -1);
  }
  if (ours.hidesThings) {
    for (const [error, number] of [...expected]) {
      if (number === 0 || !error.startsWith('["Cannot return null for non-nullable')) continue;
      seen.add('hidden');
      expected.delete(error);
    }
  }
  if (keepsThings) {
    for (const [error, number] of [...expected]) {
      if (number <= 0 || !/^\["Invalid (value|__typename) found"/.test(error)) continue;
      seen.add('kept');
      expected.delete(error);
      const ofNull = error.replace(/^\["[^"]*"/, '["Cannot return null for non-nullable"');
      if ((expected.get(ofNull) ?? 0) < 0) expected.delete(ofNull);
    }
  }
  for (const message of loose) if (!ours.errors.some((error) => error.message === message)) count(expected, message, 1);
  return [...expected].filter(([, number]) => number !== 0);
}

/** Whether two values are the same but for fields that the first lacks; with `nulls`, also for objects that it has null for. */
function isPartOf(some: unknown, all: unknown, nulls: boolean): boolean {
  if (some === null) return all === null || (nulls && typeof all === 'object');
  if (Array.isArray(some)) {
    return Array.isArray(all) && some.length === all.length && some.every((each, index) => isPartOf(each, all[index], nulls));
  }
  if (typeof some !== 'object') return some === all;
  if (typeof all !== 'object' || all === null || Array.isArray(all)) return false;
  const fields = all as Record<string, unknown>;
  return Object.entries(some).every(([name, each]) => Object.hasOwn(fields, name) && isPartOf(each, fields[name], nulls));
}

function totals(counted: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, by] of counted) count(sums, key, by);
  return sums;
}

/** An error of ours whose path leads to a leaf that is there; null when there is none. */
export function misplaced({ data, errors }: Answered): string | null {
  for (const { message, path } of errors) {
    let value: unknown = JSON.parse(data);
    for (const part of path ?? []) {
      if (typeof value !== 'object' || value === null) break;
      value = (value as Record<string | number, unknown>)[part];
    }
    if (path && value !== undefined && value !== null && typeof value !== 'object')
      return `"${message}" stands at ${path.join('.')}, where ${JSON.stringify(value)?.slice(0, 80)} is`;
  }
  return null;
}

function count(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

/** An error as it is compared: the subgraph's name is not shown, and fields are not named by their alias. */
function textOf({ message, path, extensions }: GraphQLFormattedError): string {
  const { serviceName: _, ...shown } = extensions ?? {};
  const words = /^(Invalid value found|Invalid __typename found|Cannot return null for non-nullable)/.exec(message)?.[0] ?? message;
  return JSON.stringify([message === unanswered ? '' : words, path, shown]);
}

const numbersAsTexts = (json: string): string =>
  JSON.stringify(JSON.parse(json, (_name, value: unknown) => (typeof value === 'number' ? String(value) : value)));

function sorted(json: string): string {
  const sort = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sort);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, each]) => [name, sort(each)]),
    );
  };
  return JSON.stringify(sort(JSON.parse(json)));
}
