import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind, type TypeNode, valueFromASTUntyped } from 'graphql';

/** How long a list is, before it is read. */
export interface ListSize {
  /** When no argument says. */
  assumed: number;
  /** The arguments that say how many, as a number or by a list as long; the greatest counts. */
  slicing: readonly string[];
  /** The fields that have this length; the field itself has it when there are none. */
  sized: readonly string[];
}

/** What things cost, in points. */
export interface Prices {
  /** An object of the type. */
  object(type: string): number;
  /** The field, each time it is asked of an object, beside the objects that it gives. */
  field(type: string, field: string): number;
  /** Null where nothing says. */
  size(type: string, field: string): ListSize | null;
}

/** A mutation that says nothing else. */
const mutationPrice = 10;
/** The whole schema is a long answer. */
const schemaPrice: Record<string, number> = { __schema: 50, __type: 5 };

/** Reads `@cost` and `@listSize` of a supergraph. What says nothing: an object is 1, a value 0, a mutation 10. */
export function readPrices(supergraph: DocumentNode): Prices {
  const types = new Map<string, number>([
    ['Query', 0],
    ['Mutation', 0],
    ['Subscription', 0],
  ]);
  const leaves = new Map<string, number>();
  const fields = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  for (const node of supergraph.definitions) {
    const price = weightOf(node);
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION && price !== undefined) types.set(node.name.value, price);
    if ((node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION) && price !== undefined)
      leaves.set(node.name.value, price);
  }
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of node.fields ?? []) {
      const key = `${node.name.value}.${field.name.value}`;
      const price = weightOf(field) ?? (node.name.value === 'Mutation' ? mutationPrice : leaves.get(nameOf(field.type)));
      const ofArguments = (field.arguments ?? []).reduce((sum, each) => sum + (weightOf(each) ?? 0), 0);
      if (price || ofArguments) fields.set(key, (price ?? 0) + ofArguments);
      const size = sizeOf(field);
      if (size) sizes.set(key, size);
    }
  }
  return {
    object: (type) => types.get(type) ?? 1,
    field: (type, field) => fields.get(`${type}.${field}`) ?? schemaPrice[field] ?? 0,
    size: (type, field) => sizes.get(`${type}.${field}`) ?? null,
  };
}

function sizeOf(field: FieldDefinitionNode): ListSize | null {
  const facts = factsOf(field, 'listSize');
  if (facts) {
    const { assumedSize, slicingArguments, sizedFields } = facts;
    return { assumed: typeof assumedSize === 'number' ? assumedSize : 1, slicing: texts(slicingArguments), sized: texts(sizedFields) };
  }
  // A list of things by their ids, which the directive cannot name: its arguments are numbers.
  const ids = field.arguments?.find(({ name, type }) => name.value === 'ids' && isList(type));
  return ids && isList(field.type) ? { assumed: 1, slicing: ['ids'], sized: [] } : null;
}

type Bearer = { directives?: readonly ConstDirectiveNode[] } | object;

function weightOf(node: Bearer): number | undefined {
  const weight = factsOf(node, 'cost')?.weight;
  return typeof weight === 'number' ? weight : undefined;
}

function factsOf(node: Bearer, directive: string): Record<string, unknown> | null {
  const found = 'directives' in node ? node.directives?.find(({ name }) => name.value === directive) : undefined;
  if (!found) return null;
  return Object.fromEntries((found.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));
const isList = (type: TypeNode): boolean => type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
