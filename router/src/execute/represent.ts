import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { getResponseName } from '@apollo/query-planner';
import { mergeInto } from './merge.ts';
import type { TypeTest } from './possible-types.ts';
import { isObject, type Json, type JsonObject } from './types.ts';

/** What a subgraph is told of an object so that it finds it: its type and keys, and what its fields require. */
export type Represent = (object: JsonObject) => JsonObject | null;

/**
 * Compiles the `requires` of a fetch. The answer is null for an object that is none of the types asked for, or lacks a field that
 * was to come from elsewhere: whoever should have sent it has said why.
 */
export function compileRepresent(requires: readonly QueryPlanSelectionNode[], isOfType: TypeTest): Represent {
  const byType = new Map<string, Represent>();
  const forType = (typename: string): Represent => {
    const known = byType.get(typename);
    if (known) return known;
    const parts = requires
      .filter((each) => each.kind === 'InlineFragment')
      .filter(({ typeCondition }) => typeCondition !== undefined && isOfType(typename, typeCondition))
      .map(({ selections }) => compileSelections(selections, isOfType));
    const [only, ...more] = parts;
    const made: Represent = !only ? () => null : more.length === 0 ? only : (object) => together(parts, object);
    // A name of no type asked for is not kept: subgraphs may send any.
    if (only) byType.set(typename, made);
    return made;
  };
  return (object) => {
    const typename = object.__typename;
    if (typeof typename !== 'string') return null;
    const found = forType(typename)(object);
    return found?.__typename === undefined ? null : found;
  };
}

function together(parts: readonly Represent[], object: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const part of parts) {
    const found = part(object);
    if (found) mergeInto(result, found);
  }
  return result;
}

/** Copies the selected fields; null when one is missing. */
function compileSelections(selections: readonly QueryPlanSelectionNode[], isOfType: TypeTest): Represent {
  if (isTypenameAndId(selections)) return typenameAndId;
  const steps = selections.map((selection): ((from: JsonObject, to: JsonObject) => boolean) => {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition } = selection;
      const inner = compileSelections(selection.selections, isOfType);
      return (from, to) => {
        if (!typeCondition || typeof from.__typename !== 'string' || !isOfType(from.__typename, typeCondition)) return true;
        const found = inner(from);
        if (found) mergeInto(to, found);
        return true;
      };
    }
    const name = getResponseName(selection);
    const inner = selection.selections ? compileSelections(selection.selections, isOfType) : null;
    return (from, to) => {
      const value = Object.hasOwn(from, name) ? from[name] : undefined;
      if (value === undefined) return false;
      to[name] = inner === null ? value : through(inner, value);
      return true;
    };
  });
  return (from) => {
    const to: JsonObject = {};
    for (const step of steps) if (!step(from, to)) return null;
    return to;
  };
}

const isTypenameAndId = (selections: readonly QueryPlanSelectionNode[]): boolean =>
  selections.length === 2 &&
  selections.every((each, index) => each.kind === 'Field' && !each.selections && getResponseName(each) === ['__typename', 'id'][index]);

/** By far the most frequent: objects of one shape are sent, read and numbered faster than such as are put together. */
const typenameAndId: Represent = ({ __typename, id }) => (__typename === undefined || id === undefined ? null : { __typename, id });

function through(represent: Represent, value: Json): Json {
  if (Array.isArray(value)) return value.map((each) => through(represent, each));
  return isObject(value) ? represent(value) : null;
}

/** Numbers representations: two of the same thing have one number, so that it is asked for once; `next` is that of a new one. */
export function numbering(): (representation: JsonObject, next: number) => number {
  const byId = new Map<Json | undefined, Map<string, number>>();
  const byText = new Map<string, number>();
  return (representation, next) => {
    const { __typename, id } = representation;
    let keys = 0;
    for (const _ in representation) keys += 1;
    // An id is looked up as it is: a text that is made for it would have to be read to its end.
    if (keys !== 2 || typeof id !== 'string') return numberIn(byText, JSON.stringify(representation), next);
    let ofType = byId.get(__typename);
    if (ofType === undefined) {
      ofType = new Map();
      byId.set(__typename, ofType);
    }
    return numberIn(ofType, id, next);
  };
}

function numberIn(known: Map<string, number>, key: string, next: number): number {
  const number = known.get(key);
  if (number !== undefined) return number;
  known.set(key, next);
  return next;
}
