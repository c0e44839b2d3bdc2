import {
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { ListSize, Prices } from './prices.ts';
import { type Conditions, type Fragments, fieldsOf, holds, type Lookup, lookupOf, type Selected } from './selections.ts';

/** What one operation costs before it runs. */
export interface Cost {
  /** Points, at most: of all types that a thing can be, the dearest counts. @param variables as the client sent them */
  requested(variables: Readonly<Record<string, unknown>>): number;
}

/** A length: known, or to be looked up. */
type Size = number | ((lookup: Lookup) => number);
/** What a field adds to the object that it is asked of. */
interface Part {
  /** When any of these holds; null: always. */
  conditions: readonly Conditions[] | null;
  price: number;
  size: Size | null;
  /** One a kind of object that the field may give; the dearest counts. */
  kinds: readonly ObjectKind[];
}
interface ObjectKind {
  /** Of itself and of all parts that cost the same whatever the variables are. */
  price: number;
  /** The others. */
  parts: readonly Part[];
}

/** Types of selections looked at for one operation. Beyond it, nobody can say what it costs in sensible time. */
const mostSteps = 20_000;
/** The length of a list of which nothing says how long it is. */
const unknownSize = 10;

/** Reckons an operation of a valid document once; null when it is so entangled that its cost cannot be told. */
export function compileCost(schema: GraphQLSchema, prices: Prices, operation: OperationDefinitionNode, fragments: Fragments): Cost | null {
  const root = schema.getRootType(operation.operation);
  if (!root) return null;
  let steps = 0;

  function kindOf(type: string, sets: readonly SelectionSetNode[], sized: ReadonlyMap<string, Size>): ObjectKind {
    steps += 1;
    if (steps > mostSteps) throw new TooEntangled();
    const actual = schema.getType(type);
    const definitions = isObjectType(actual) ? actual.getFields() : {};
    const byKey = new Map<string, Selected[]>();
    for (const each of fieldsOf(sets, fragments, (condition) => isOn(schema, type, condition))) {
      const key = (each.field.alias ?? each.field.name).value;
      byKey.set(key, [...(byKey.get(key) ?? []), each]);
    }
    let price = prices.object(type);
    const parts: Part[] = [];
    for (const group of byKey.values()) {
      const part = partOf(type, definitions, group, sized);
      const fixed = fixedCostOf(part);
      if (fixed === null) parts.push(part);
      else price += fixed;
    }
    return { price, parts };
  }

  function partOf(
    type: string,
    definitions: Record<string, GraphQLField<unknown, unknown>>,
    group: readonly Selected[],
    sized: ReadonlyMap<string, Size>,
  ): Part {
    const [first] = group;
    const name = first?.field.name.value ?? '';
    const conditions = group.some((each) => each.conditions.length === 0) ? null : group.map((each) => each.conditions);
    const definition = definitions[name];
    const part: Part = { conditions, price: prices.field(type, name), size: null, kinds: [] };
    if (!first || !definition || !isCompositeType(getNamedType(definition.type))) return part;
    const listSize = prices.size(type, name);
    const size = listSize ? sizeOf(listSize, definition, first.field) : null;
    const ownSize = listSize && listSize.sized.length === 0 ? size : (sized.get(name) ?? unknownSize);
    const below = new Map<string, Size>();
    if (size !== null) for (const field of listSize?.sized ?? []) below.set(field, size);
    const sets = group.flatMap(({ field }) => field.selectionSet ?? []);
    return {
      ...part,
      size: isList(definition.type) ? ownSize : null,
      kinds: kindsOf(schema, prices, fragments, definition.type, sets).map((each) => kindOf(each, sets, below)),
    };
  }

  try {
    const whole = kindOf(root.name, [operation.selectionSet], new Map());
    const lookup = lookupOf(operation);
    return { requested: (variables) => costOf(whole, lookup(variables)) };
  } catch (error) {
    if (error instanceof TooEntangled) return null;
    throw error;
  }
}

class TooEntangled extends Error {}

function costOf(kind: ObjectKind, lookup: Lookup): number {
  let total = kind.price;
  for (const { conditions, price, size, kinds } of kind.parts) {
    if (conditions && !conditions.some((each) => holds(each, lookup))) continue;
    let dearest = 0;
    for (const each of kinds) dearest = Math.max(dearest, costOf(each, lookup));
    total += price + (typeof size === 'function' ? size(lookup) : (size ?? 1)) * dearest;
  }
  return total;
}

/** What a part costs whatever the variables are; null where they say. */
function fixedCostOf({ conditions, price, size, kinds }: Part): number | null {
  if (conditions !== null || typeof size === 'function' || kinds.some(({ parts }) => parts.length > 0)) return null;
  return price + (size ?? 1) * Math.max(0, ...kinds.map((kind) => kind.price));
}

/** Types that a field's objects can have, one of each group that the selection treats alike. */
function kindsOf(
  schema: GraphQLSchema,
  prices: Prices,
  fragments: Fragments,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
): string[] {
  const named = getNamedType(type);
  if (!isAbstractType(named)) return [named.name];
  const conditions = new Set<string>();
  const collect = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) continue;
      const from: InlineFragmentNode | undefined = selection.kind === Kind.INLINE_FRAGMENT ? selection : undefined;
      const fragment = from ?? (selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined);
      if (fragment?.typeCondition) conditions.add(fragment.typeCondition.name.value);
      if (fragment) collect(fragment.selectionSet);
    }
  };
  sets.forEach(collect);
  const alike = new Map<string, string>();
  for (const { name } of schema.getPossibleTypes(named)) {
    const signature = [prices.object(name), ...[...conditions].filter((condition) => isOn(schema, name, condition))].join(' ');
    if (!alike.has(signature)) alike.set(signature, name);
  }
  return [...alike.values()];
}

function isOn(schema: GraphQLSchema, type: string, condition: string): boolean {
  if (type === condition) return true;
  const actual = schema.getType(type);
  const wanted = schema.getType(condition);
  return isObjectType(actual) && isAbstractType(wanted) && schema.isSubType(wanted, actual);
}

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

/** The greatest of the arguments that say how many. What is less than nothing is none; who owns the field refuses it in words. */
function sizeOf({ assumed, slicing }: ListSize, definition: GraphQLField<unknown, unknown>, field: FieldNode): Size {
  const readers = slicing.map((name) => {
    const given: ValueNode | undefined = field.arguments?.find((each) => each.name.value === name)?.value;
    const byDefault = definition.args.find((each) => each.name === name)?.defaultValue;
    return (lookup: Lookup): number | null => {
      const value = given?.kind === Kind.VARIABLE ? lookup(given.name.value) : given && valueFromASTUntyped(given, undefined);
      return lengthOf(value === undefined ? byDefault : value);
    };
  });
  const size = (lookup: Lookup): number => {
    const lengths = readers.map((read) => read(lookup)).filter((length) => length !== null);
    return lengths.length > 0 ? Math.max(...lengths) : assumed;
  };
  const isAsked = field.arguments?.some(({ name, value }) => slicing.includes(name.value) && value.kind === Kind.VARIABLE);
  return isAsked ? size : size(() => undefined);
}

function lengthOf(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : null;
}
