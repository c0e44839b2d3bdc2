import type { ApolloGraphQLObjectTypeExtensions, GraphQLReferenceResolver } from '@apollo/subgraph';
import { type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo, isUnionType } from 'graphql';
import { allAtOnce, type ResolveAll } from '../batched.ts';
import { Failure } from './answer.ts';
import type { TypePlan } from './plan.ts';
import { isPromise, type Waiting } from './waiting.ts';

/** How references to things of one type become the things. */
interface EntityType {
  type: GraphQLObjectType;
  /** Null where a reference is all that there is. */
  resolve: GraphQLReferenceResolver<unknown> | null;
  /** The same for all references at once, where it can. */
  resolveAll: ResolveAll | null;
}

/** The field `_entities`: what may be asked of it, by the name of the type. */
export interface Entities {
  types: ReadonlyMap<string, EntityType>;
  /** An item of its list. */
  of: TypePlan & { kind: 'abstract' };
}

/** References to things of one type, and their places among all. */
export interface References {
  entity: EntityType;
  references: object[];
  picked: number[];
}

/** How the field finds entities; null for every other field. */
export function entitiesOf({ name }: GraphQLField<unknown, unknown>, type: TypePlan): Entities | null {
  if (name !== '_entities' || type.kind !== 'list' || type.of.kind !== 'abstract' || !isUnionType(type.of.type)) return null;
  const types = new Map<string, EntityType>();
  for (const one of type.of.type.getTypes()) {
    const { apollo }: ApolloGraphQLObjectTypeExtensions = one.extensions;
    const resolve = apollo?.subgraph?.resolveReference ?? null;
    types.set(one.name, { type: one, resolve, resolveAll: resolve && allAtOnce(resolve) });
  }
  return { types, of: type.of };
}

/** Puts references of one type together. Null where one names no entity that is an object: @apollo/subgraph deals with those. */
export function byType({ types }: Entities, representations: readonly unknown[]): References[] | null {
  const groups = new Map<string, References>();
  for (let index = 0; index < representations.length; index += 1) {
    const reference = representations[index];
    const name = typeof reference === 'object' && reference !== null && '__typename' in reference ? reference.__typename : null;
    if (typeof name !== 'string') return null;
    let group = groups.get(name);
    if (group === undefined) {
      const entity = types.get(name);
      if (entity === undefined) return null;
      group = { entity, references: [], picked: [] };
      groups.set(name, group);
    }
    group.references.push(reference as object);
    group.picked.push(index);
  }
  return [...groups.values()];
}

/** Finds what the references name, all at once or each by itself, and goes on with it. */
export function resolveReferences(
  { entity: { resolve, resolveAll }, references }: References,
  context: unknown,
  info: () => GraphQLResolveInfo,
  waiting: Waiting,
  next: (values: readonly unknown[]) => void,
): void {
  if (resolveAll !== null) {
    waiting.forAll(() => resolveAll(references, NONE, context), references.length, next);
    return;
  }
  if (resolve === null) {
    next(references);
    return;
  }
  const values = references.map((reference): unknown => {
    try {
      return resolve(reference, context, info());
    } catch (error) {
      return new Failure(error);
    }
  });
  if (values.some(isPromise)) waiting.forEach(values, () => next(values));
  else next(values);
}

const NONE = Object.freeze({});
