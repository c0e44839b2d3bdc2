import type { ApolloGraphQLObjectTypeExtensions, GraphQLReferenceResolver } from '@apollo/subgraph';
import { type FieldNode, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo, isUnionType, Kind } from 'graphql';
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
  /** The variable that holds the references. */
  variable: string;
}

interface Reference {
  __typename: string;
}

/** References to things of one type, and their places among all. */
export interface References {
  entity: EntityType;
  references: readonly Reference[];
  /** Null where they are all that there are. */
  picked: readonly number[] | null;
}

/** How the field finds entities; null for every other field, and for references that are no variable. */
export function entitiesOf({ name }: GraphQLField<unknown, unknown>, type: TypePlan, [node]: readonly FieldNode[]): Entities | null {
  if (name !== '_entities' || type.kind !== 'list' || type.of.kind !== 'abstract' || !isUnionType(type.of.type)) return null;
  const value = node?.arguments?.[0]?.value;
  if (value?.kind !== Kind.VARIABLE) return null;
  const types = new Map<string, EntityType>();
  for (const one of type.of.type.getTypes()) {
    const { apollo }: ApolloGraphQLObjectTypeExtensions = one.extensions;
    const resolve = apollo?.subgraph?.resolveReference ?? null;
    types.set(one.name, { type: one, resolve, resolveAll: resolve && allAtOnce(resolve) });
  }
  return { types, of: type.of, variable: value.name.value };
}

/** Puts references of one type together. Null where one names no entity that is an object: @apollo/subgraph deals with those. */
export function byType({ types }: Entities, references: readonly unknown[]): References[] | null {
  if (!references.every(isReference)) return null;
  const name = references[0]?.__typename ?? '';
  const only = types.get(name);
  if (only !== undefined && references.every(({ __typename }) => __typename === name)) return [{ entity: only, references, picked: null }];
  const groups: References[] = [];
  for (const [typename, picked] of Map.groupBy(references.keys(), (index) => references[index]?.__typename ?? '')) {
    const entity = types.get(typename);
    if (entity === undefined) return null;
    groups.push({ entity, references: references.filter(({ __typename }) => __typename === typename), picked });
  }
  return groups;
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && '__typename' in value && typeof value.__typename === 'string';

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
