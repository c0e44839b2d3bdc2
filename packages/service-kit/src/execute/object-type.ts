import { GraphQLError, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { Failure } from './answer.ts';
import type { FieldPlan, TypePlan } from './plan.ts';

/**
 * The type of a value of an interface or union, by the name that was found for it.
 * @throws what graphql-js would, where that is no type that the value can have
 */
export function objectTypeOf(
  schema: GraphQLSchema,
  { type }: TypePlan & { kind: 'abstract' },
  name: unknown,
  value: unknown,
  { parent, field, nodes }: FieldPlan,
): GraphQLObjectType {
  if (name instanceof Failure) throw name.cause;
  if (name === null || name === undefined) {
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${parent.name}.${field.name}". Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  }
  const found = typeof name === 'string' ? schema.getType(name) : undefined;
  if (!isObjectType(found)) {
    throw new GraphQLError(`Abstract type "${type.name}" was resolved to "${String(name)}", which is no object type (${typeof value}).`, {
      nodes,
    });
  }
  if (!schema.isSubType(type, found)) {
    throw new GraphQLError(`Runtime Object type "${found.name}" is not a possible type for "${type.name}".`, { nodes });
  }
  return found;
}
