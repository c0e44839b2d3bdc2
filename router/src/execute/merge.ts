import { isObject, type JsonObject } from './types.ts';

/**
 * Puts what a subgraph sent into what is already there: objects key by key, lists of one length item by item, everything else
 * replaces. `__proto__` is never a key of an answer.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  if (target === source) return;
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined || key === '__proto__') continue;
    const present = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(present) && isObject(value)) mergeInto(present, value);
    else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) mergeLists(present, value);
    // A null beside an object is a subgraph that does not know what another one does.
    else if (value !== null || !isObject(present)) target[key] = value;
  }
}

function mergeLists(target: unknown[], source: unknown[]): void {
  if (target === source) return;
  source.forEach((value, index) => {
    const present = target[index];
    if (isObject(present) && isObject(value)) mergeInto(present, value);
    else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) mergeLists(present, value);
    else target[index] = value;
  });
}
