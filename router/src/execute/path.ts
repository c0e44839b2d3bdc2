import { isObject, type JsonObject } from './types.ts';

/** Where in the answer a fetch puts its data: response names, and `@` for each item of a list. */
export type PlanPath = readonly string[];

/** The values at a path, in order; what is null or no object on the way is left out. */
function valuesAt(root: JsonObject, path: PlanPath): unknown[] {
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
  return level;
}

/** The objects at a path, in order. */
export const objectsAt = (root: JsonObject, path: PlanPath): JsonObject[] => valuesAt(root, path).filter(isObject);

/** Where an object of the answer stands: in another one under a name, or in a list at a number. */
export type Holder = Record<string | number, unknown>;

/** The objects at a path as far as they stand in something, in order, each with its place. */
export interface Spots {
  objects: JsonObject[];
  holders: Holder[];
  keys: (string | number)[];
}

export function spotsAt(root: JsonObject, path: PlanPath): Spots {
  const spots: Spots = { objects: [], holders: [], keys: [] };
  const note = (holder: unknown, key: string | number, value: unknown) => {
    if (!isObject(value)) return;
    spots.objects.push(value);
    spots.holders.push(holder as Holder);
    spots.keys.push(key);
  };
  const last = path.at(-1);
  for (const holder of valuesAt(root, path.slice(0, -1))) {
    if (last === '@') {
      if (Array.isArray(holder)) for (let index = 0; index < holder.length; index += 1) note(holder, index, holder[index]);
    } else if (last !== undefined && isObject(holder) && Object.hasOwn(holder, last)) note(holder, last, holder[last]);
  }
  return spots;
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
