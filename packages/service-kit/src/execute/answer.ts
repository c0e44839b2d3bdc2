import type { GraphQLResolveInfo } from 'graphql';
import type { FieldPlan } from './plan.ts';

/** A part of the answer: an object by names, a list by places. */
export type Container = Record<string | number, unknown>;

/** Places in the answer for many values of one kind: one field of many objects, or the items of many lists. */
export interface Places {
  readonly field: FieldPlan;
  /** For each value the object or the list that it goes into. */
  readonly containers: readonly Container[];
  /** The items' places in their lists; null for the field itself. */
  readonly indexes: readonly number[] | null;
  /** The places that the containers have in what holds them; null for the root of the answer. */
  readonly up: Places | null;
  /** For each container the number of its place there; null where it is the container's own. */
  readonly ups: readonly number[] | null;
  /** Whether a container may be null instead. */
  readonly isUpNullable: boolean;
  /** The places that an error made null: nothing below them counts any more. */
  lost: Set<number> | null;
}

/** What a resolver threw, or its promise was rejected with. */
export class Failure {
  readonly cause: unknown;
  constructor(cause: unknown) {
    this.cause = cause;
  }
}

/** What a value is called in its container. */
export const keyAt = ({ field, indexes }: Places, index: number): string | number => (indexes === null ? field.key : (indexes[index] ?? 0));

/** A value's place among its siblings. */
export const orderAt = ({ field, indexes }: Places, index: number): number => (indexes === null ? field.order : (indexes[index] ?? 0));

/** The number that the container of a value has among the places above. */
export const upOf = ({ ups }: Places, index: number): number => (ups === null ? index : (ups[index] ?? 0));

/** The path of a value as resolvers get it: from the last step to the first. */
export function pathTo(places: Places, index: number): GraphQLResolveInfo['path'] {
  const { up, field, indexes } = places;
  const prev = up === null ? undefined : pathTo(up, upOf(places, index));
  return { prev, key: keyAt(places, index), typename: indexes === null ? field.parent.name : undefined };
}

/** Orders places as they stand in the answer. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((order, index) => order !== b[index]);
  return place === -1 ? a.length - b.length : (a[place] ?? 0) - (b[place] ?? -1);
}
