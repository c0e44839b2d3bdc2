import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { CHECKOUT } from '../support/world.ts';

/** The public schema, as integrators read it. */
export const api = buildSchema(readFileSync(join(CHECKOUT, 'docs/api/schema.graphql'), 'utf8'));

/** Every type that `node(id)` can answer with. */
export const nodeTypes: string[] = (() => {
  const node = api.getType('Node');
  return isInterfaceType(node)
    ? api
        .getPossibleTypes(node)
        .map(({ name }) => name)
        .sort()
    : [];
})();

/** A place in a mutation's input that takes an id. */
export interface IdArgument {
  mutation: string;
  /** The name of the input's field. */
  field: string;
  input: GraphQLInputObjectType;
  isList: boolean;
}

/** Every place in every mutation's input that takes an id of something that is there; ids of new things are not. */
export const idArguments: IdArgument[] = Object.values(api.getMutationType()?.getFields() ?? {}).flatMap((mutation) => {
  const input = mutation.args.map(({ type }) => getNamedType(type)).find(isInputObjectType);
  if (!input) return [];
  return Object.values(input.getFields())
    .filter(({ name, type }) => getNamedType(type).name === 'ID' && !(name === 'id' && mutation.name.startsWith('create')))
    .map(({ name, type }) => ({
      mutation: mutation.name,
      field: name,
      input,
      isList: isListType(isNonNullType(type) ? type.ofType : type),
    }));
});

/** An input in which every required field has a value that is allowed; ids come from `idOf`. */
export function inputFor(input: GraphQLInputObjectType, idOf: (field: string) => string): Record<string, unknown> {
  const fields = Object.values(input.getFields()).filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return Object.fromEntries(fields.map(({ name, type }) => [name, valueFor(name, type, idOf)]));
}

function valueFor(field: string, type: GraphQLInputType, idOf: (field: string) => string): unknown {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [valueFor(field, bare.ofType, idOf)];
  if (isEnumType(bare)) return bare.getValues().at(-1)?.name;
  if (isInputObjectType(bare)) return inputFor(bare, idOf);
  switch (bare.toString()) {
    case 'ID':
      return idOf(field);
    case 'Int':
      return 1;
    case 'Boolean':
      return true;
    case 'String':
      return field === 'email' ? 'somebody@example.test' : 'Something';
    default:
      throw new Error(`No value for ${field}: ${type.toString()}`);
  }
}

/** A document that calls a mutation and asks what became of it. */
export function callOf(mutation: string): string {
  const field = api.getMutationType()?.getFields()[mutation];
  const result = field && getNamedType(field.type);
  const input = field?.args.find(({ name }) => name === 'input');
  if (!field || !isUnionType(result)) throw new Error(`${mutation} has no union of results.`);
  const canFail = result.getTypes().some((type) => type.getInterfaces().some(({ name }) => name === 'UserError'));
  const failure = canFail ? '... on UserError { message code path }' : '';
  const parameters = input ? [`($input: ${input.type.toString()})`, '(input: $input)'] : ['', ''];
  return `mutation ${parameters[0]} { ${mutation}${parameters[1]} { __typename ${failure} } }`;
}

/** What a subgraph can say of an entity, key apart; null when it does not resolve that type. */
export function entitySelection(schema: GraphQLSchema, type: string): string | null {
  const entities = schema.getType('_Entity');
  const found = schema.getType(type);
  if (!isUnionType(entities) || !isObjectType(found) || !entities.getTypes().includes(found)) return null;
  const fields = Object.values(found.getFields()).filter(({ name }) => name !== 'id');
  const selected = fields.map(({ name, type: result }) => {
    const named = getNamedType(result);
    if (!isCompositeType(named)) return name;
    return 'getFields' in named && 'nodes' in named.getFields() ? `${name} { nodes { __typename } }` : `${name} { __typename }`;
  });
  return selected.length === 0 ? null : selected.join(' ');
}
