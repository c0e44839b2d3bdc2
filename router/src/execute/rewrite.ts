import type { FetchDataRewrite } from '@apollo/query-planner';
import type { TypeTest } from './possible-types.ts';
import { isObject, type Json, type JsonObject } from './types.ts';

/** Changes an answer or a representation in place, as a plan's rewrites say. */
export type Rewrite = (value: Json) => void;

const fragment = '... on ';

/** Compiles rewrites (of interface objects and of fields that had to be renamed); null when there are none. */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, isOfType: TypeTest): Rewrite | null {
  if (!rewrites || rewrites.length === 0) return null;
  const each = rewrites.map((rewrite) => compileRewrite(rewrite, isOfType));
  return (value) => {
    for (const apply of each) apply(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, isOfType: TypeTest): Rewrite {
  const path = rewrite.path.slice(0, -1);
  const field = rewrite.path.at(-1);
  if (field === undefined || field.startsWith(fragment)) throw new Error(`A rewrite ends in a field, not in ${field}.`);
  const change = (object: JsonObject) => {
    if (rewrite.kind === 'ValueSetter') {
      object[field] = rewrite.setValueTo;
      return;
    }
    const value = Object.hasOwn(object, field) ? object[field] : undefined;
    if (value === undefined) return;
    object[rewrite.renameKeyTo] = value;
    delete object[field];
  };
  return path.reduceRight<Rewrite>(
    (inner, segment) => step(segment, inner, isOfType),
    (value) => onObjects(value, change),
  );
}

function step(segment: string, inner: Rewrite, isOfType: TypeTest): Rewrite {
  if (!segment.startsWith(fragment))
    return (value) =>
      onObjects(value, (object) => {
        if (Object.hasOwn(object, segment)) inner(object[segment]);
      });
  const condition = segment.slice(fragment.length);
  return (value) =>
    onObjects(value, (object) => {
      const name = object.__typename;
      // Without a name it is what the field says, which is what the planner reckoned with.
      if (typeof name !== 'string' || isOfType(name, condition)) inner(object);
    });
}

function onObjects(value: Json, work: (object: JsonObject) => void): void {
  if (Array.isArray(value)) for (const each of value) onObjects(each, work);
  else if (isObject(value)) work(value);
}
