import {
  type DocumentNode,
  defaultFieldResolver,
  defaultTypeResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLID,
  GraphQLIncludeDirective,
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  GraphQLString,
  type GraphQLTypeResolver,
  type GraphQLUnionType,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { allAtOnce, type ResolveAll } from '../batched.ts';
import { makerOf } from '../shape.ts';
import { type Entities, entitiesOf } from './entities.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** How a value of an output type becomes part of the answer. */
export type TypePlan = { isNullable: boolean } & (
  | { kind: 'leaf'; type: GraphQLLeafType /** What `typeof` says of values that are the answer already. */; asIs: string | null }
  | { kind: 'list'; of: TypePlan }
  | { kind: 'object'; selection: () => Selection }
  | {
      kind: 'abstract';
      type: GraphQLInterfaceType | GraphQLUnionType;
      typeOf: GraphQLTypeResolver<unknown, unknown>;
      /** The same where it has no use for `info`. */
      brief: BriefTypeResolver | null;
      selection: (type: GraphQLObjectType) => Selection;
    }
);

/** A resolver that takes three parameters. */
export type BriefResolver = (source: unknown, args: Variables, context: unknown) => unknown;

/** Whoever names no fourth parameter, nor takes them all, has no use for it. */
const isBrief = (resolve: GraphQLFieldResolver<unknown, unknown>): resolve is BriefResolver => resolve.length > 0 && resolve.length < 4;

/** Names the type of a value by two parameters. */
export type BriefTypeResolver = (value: unknown, context: unknown) => ReturnType<GraphQLTypeResolver<unknown, unknown>>;

const isBriefType = (typeOf: GraphQLTypeResolver<unknown, unknown>): typeOf is BriefTypeResolver => typeOf.length > 0 && typeOf.length < 3;

/** What graphql-js does by default where no type has an `isTypeOf`. */
const ownTypename: BriefTypeResolver = (value) => {
  const name = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>).__typename : undefined;
  return typeof name === 'string' ? name : undefined;
};

/** One field of a selection, for all objects that it is resolved on. */
export interface FieldPlan {
  /** The name in the answer. */
  key: string;
  /** Its place in the selection. */
  order: number;
  parent: GraphQLObjectType;
  /** Null for `__typename`. */
  field: GraphQLField<unknown, unknown>;
  nodes: readonly FieldNode[];
  /** Null for what is read from the parent by the field's name. */
  resolve: GraphQLFieldResolver<unknown, unknown> | null;
  /** The same where it has no use for `info`: then none is made. */
  brief: BriefResolver | null;
  /** The same for all objects at once, where it can. */
  resolveAll: ResolveAll | null;
  /** Null but for `_entities`. */
  entities: Entities | null;
  args: (variables: Variables) => Variables;
  type: TypePlan;
}

/** What is selected of one object type. */
export interface Selection {
  type: GraphQLObjectType;
  /** Names of the answer that are the type's own name. */
  typenames: readonly string[];
  fields: readonly FieldPlan[];
  /** An object with all names of the answer, in their order. */
  make(): Record<string, unknown>;
}

/** An operation, ready to run. */
export interface OperationPlan {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The name of the only variable, where it holds representations of entities. */
  representations: string | null;
  /** What is selected, where the variables of `@skip` and `@include` have these values. */
  root: (variables: Variables) => Selection;
}

const MOST_CONDITIONS = 6;

/** Whether objects of this schema can be told apart by name alone. */
export const isPlannable = (schema: GraphQLSchema): boolean =>
  Object.values(schema.getTypeMap()).every((type) => !(isObjectType(type) && type.isTypeOf));

function representationsOf({ variableDefinitions = [] }: OperationDefinitionNode): string | null {
  const [only, ...others] = variableDefinitions;
  return only && others.length === 0 && print(only.type) === '[_Any!]!' ? only.variable.name.value : null;
}

/**
 * Plans the only operation of a valid document; null for what graphql-js is left to do: several operations, subscriptions, mutations of
 * more than one field, introspection, and answers with a key `__proto__`.
 */
export function planOperation(schema: GraphQLSchema, document: DocumentNode): OperationPlan | null {
  const [operation, ...others] = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined || others.length > 0 || operation.operation === 'subscription') return null;
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) return null;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const conditions = new Set<string>();
  let isUsual = true;
  visit(document, {
    Field({ name, alias }) {
      if (name.value === '__schema' || name.value === '__type' || alias?.value === '__proto__') isUsual = false;
    },
    Directive({ name, arguments: args }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  if (!isUsual || conditions.size > MOST_CONDITIONS) return null;
  if (operation.operation === 'mutation' && operation.selectionSet.selections.length > 1) return null;

  const roots = new Map<string, Selection>();
  return {
    schema,
    operation,
    fragments,
    representations: representationsOf(operation),
    root(variables) {
      let key = '';
      for (const name of conditions) key += variables[name] === true ? '1' : '0';
      let root = roots.get(key);
      if (root === undefined) {
        root = new Planner(schema, fragments, variables).selection(rootType, [operation.selectionSet]);
        roots.set(key, root);
      }
      return root;
    },
  };
}

class Planner {
  readonly #schema: GraphQLSchema;
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #conditions: Variables;

  constructor(schema: GraphQLSchema, fragments: Readonly<Record<string, FragmentDefinitionNode>>, conditions: Variables) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#conditions = conditions;
  }

  selection(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
    const found = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    for (const set of sets) this.#collect(type, set, found, seen);
    const typenames: string[] = [];
    const fields: FieldPlan[] = [];
    for (const [order, [key, nodes]] of [...found].entries()) {
      const [first] = nodes;
      if (first?.name.value === '__typename') typenames.push(key);
      const field = type.getFields()[first?.name.value ?? ''];
      // graphql-js leaves out a field that the type does not have; a valid document holds none.
      if (field && first) fields.push(this.#field(key, order, type, field, nodes));
    }
    return { type, typenames, fields, make: makerOf([...found.keys()]) };
  }

  #collect(type: GraphQLObjectType, set: SelectionSetNode, found: Map<string, FieldNode[]>, seen: Set<string>): void {
    for (const node of set.selections) {
      if (getDirectiveValues(GraphQLSkipDirective, node, this.#conditions)?.if === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, node, this.#conditions)?.if === false) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const nodes = found.get(key);
        if (nodes) nodes.push(node);
        else found.set(key, [node]);
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (seen.has(node.name.value)) continue;
        seen.add(node.name.value);
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.#fragments[node.name.value] : node;
      if (fragment && this.#applies(type, fragment.typeCondition?.name.value)) this.#collect(type, fragment.selectionSet, found, seen);
    }
  }

  #applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = this.#schema.getType(condition);
    return isAbstractType(conditional) && this.#schema.isSubType(conditional, type);
  }

  #field(
    key: string,
    order: number,
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
  ): FieldPlan {
    const resolve = field.resolve === undefined || field.resolve === defaultFieldResolver ? null : field.resolve;
    const type = this.#type(
      field.type,
      nodes.flatMap((node) => node.selectionSet ?? []),
    );
    return {
      key,
      order,
      parent,
      field,
      nodes,
      resolve,
      brief: resolve !== null && isBrief(resolve) ? resolve : null,
      resolveAll: resolve !== null ? allAtOnce(resolve) : null,
      entities: parent === this.#schema.getQueryType() ? entitiesOf(field, type, nodes) : null,
      args: argumentsOf(field, nodes),
      type,
    };
  }

  #type(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): TypePlan {
    if (isNonNullType(type)) return { ...this.#type(type.ofType, sets), isNullable: false };
    if (isListType(type)) return { kind: 'list', isNullable: true, of: this.#type(type.ofType, sets) };
    if (isLeafType(type)) return { kind: 'leaf', isNullable: true, type, asIs: asIs(type) };
    const made = new Map<GraphQLObjectType, Selection>();
    const selection = (object: GraphQLObjectType): Selection => {
      let known = made.get(object);
      if (known === undefined) {
        known = this.selection(object, sets);
        made.set(object, known);
      }
      return known;
    };
    if (isObjectType(type)) return { kind: 'object', isNullable: true, selection: () => selection(type) };
    const own = type.resolveType ?? defaultTypeResolver;
    const typeOf = own === defaultTypeResolver ? ownTypename : own;
    return { kind: 'abstract', isNullable: true, type, typeOf, brief: isBriefType(typeOf) ? typeOf : null, selection };
  }
}

function asIs(type: GraphQLLeafType): string | null {
  if (type === GraphQLString || type === GraphQLID) return 'string';
  return type === GraphQLBoolean ? 'boolean' : null;
}

/** Arguments without variables are read once; the objects are shared, and nobody changes what they are given. */
function argumentsOf(field: GraphQLField<unknown, unknown>, [node]: readonly FieldNode[]): (variables: Variables) => Variables {
  if (field.args.length === 0 || node === undefined) return () => NONE;
  const used = new Set<string>();
  for (const argument of node.arguments ?? []) visit(argument, { Variable: ({ name }) => void used.add(name.value) });
  if (used.size > 0) return (variables) => getArgumentValues(field, node, variables);
  let known: Variables | null = null;
  return () => {
    known ??= getArgumentValues(field, node);
    return known;
  };
}

const NONE: Variables = Object.freeze({});
