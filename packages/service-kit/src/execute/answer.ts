import type { GraphQLResolveInfo } from 'graphql';
import type { FieldPlan } from './plan.ts';

/** A part of the answer: an object by names, a list by places. */
export type Container = Record<string | number, unknown>;

/** Where in the answer something stands, up to the root: for errors, and for the nulls that they leave. */
export interface Slot {
  container: Container;
  key: string | number;
  /** Its place among its siblings. */
  order: number;
  up: Slot | null;
  isNullable: boolean;
  /** The type of the object that it is a field of; none for an item of a list. */
  typename: string | undefined;
  /** An error made it null: nothing below it counts any more. */
  isLost: boolean;
}

/** Places in the answer for many values of one kind: one field of many objects, or the items of many lists. */
export interface Places {
  containers: Container[];
  ups: Slot[];
  field: FieldPlan;
  /** The items' places in their lists; null for the field itself. */
  indexes: number[] | null;
}

/** What a resolver threw, or its promise was rejected with. */
export class Failure {
  readonly cause: unknown;
  constructor(cause: unknown) {
    this.cause = cause;
  }
}

/** The place of one of the values. */
export function slotOf({ containers, ups, field, indexes }: Places, index: number, isNullable: boolean): Slot {
  const place = indexes === null ? null : (indexes[index] ?? 0);
  return {
    container: containers[index] ?? {},
    key: place ?? field.key,
    order: place ?? field.order,
    up: ups[index] ?? null,
    isNullable,
    typename: place === null ? field.parent.name : undefined,
    isLost: false,
  };
}

/** The path as resolvers get it: from the last step to the first. */
export function pathTo({ key, up, typename }: Slot): GraphQLResolveInfo['path'] | undefined {
  return up === null ? undefined : { prev: pathTo(up), key, typename };
}

/** Orders places as they stand in the answer. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((order, index) => order !== b[index]);
  return place === -1 ? a.length - b.length : (a[place] ?? 0) - (b[place] ?? -1);
}
