import { isObject, type JsonObject } from './types.ts';

/** Where in the answer a fetch puts its data: response names, and `@` for each item of a list. */
export type PlanPath = readonly string[];

/** The objects at a path, in order; what is null or no object on the way is left out. */
export function objectsAt(root: JsonObject, path: PlanPath): JsonObject[] {
  let level: unknown[] = [root];
  for (const segment of path) {
    const next: unknown[] = [];
    for (const item of level) {
      if (segment === '@') {
        if (Array.isArray(item)) for (const each of item) if (each != null) next.push(each);
      } else if (isObject(item) && Object.hasOwn(item, segment)) {
        const value = item[segment];
        if (value != null) next.push(value);
      }
    }
    level = next;
  }
  return level.filter(isObject);
}

/** The response paths of the same objects, in the same order. Only asked for when something went wrong. */
export function responsePathsAt(root: JsonObject, path: PlanPath): (string | number)[][] {
  let level: { at: (string | number)[]; value: unknown }[] = [{ at: [], value: root }];
  for (const segment of path) {
    const next: typeof level = [];
    for (const { at, value } of level) {
      if (segment === '@') {
        if (Array.isArray(value))
          value.forEach((each, index) => {
            if (each != null) next.push({ at: [...at, index], value: each });
          });
      } else if (isObject(value) && Object.hasOwn(value, segment)) {
        const inner = value[segment];
        if (inner != null) next.push({ at: [...at, segment], value: inner });
      }
    }
    level = next;
  }
  return level.filter(({ value }) => isObject(value)).map(({ at }) => at);
}

/** A path as far as it is the same for all: up to the first list. */
export function commonPath(path: PlanPath): string[] {
  const end = path.indexOf('@');
  return end === -1 ? [...path] : path.slice(0, end);
}
