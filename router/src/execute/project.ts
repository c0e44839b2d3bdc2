import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import type { Prices } from '../protect/prices.ts';
import { leafWriter } from './leaf.ts';
import type { TypeTest } from './possible-types.ts';
import type { Selector } from './select.ts';
import { isObject, type Json } from './types.ts';

/** A value that did not fit its type. The path is built from the inside out: reversed. */
export interface Misfit {
  message: string;
  path: (string | number)[];
}

/** What is noted while one answer is written. */
export interface Notes {
  misfits: Misfit[];
  /** What the objects of the answer cost. */
  points: number;
  /** Objects whose owner does not show them: one that lacks what it must have is null, without a word. */
  unknown: ReadonlySet<Json>;
}

/** JSON text of a value; '' for null and for what bubbles up as null. */
type Write = (value: Json, notes: Notes) => string;

/** Writes answers of one selection: in the client's order, with every leaf checked and nulls where the schema lets them stand. */
export type Projection = (root: Json, notes: Notes) => string;

/** What projections of one schema are made from. */
export interface ProjectionContext {
  /** The schema that clients see. */
  schema: GraphQLSchema;
  /** What is in it and not in `schema` is inaccessible: null to clients, without a word. */
  supergraphSchema: GraphQLSchema;
  /** Over the supergraph. */
  isOfType: TypeTest;
  /** Null where nothing has a price. */
  prices: Prices | null;
}

/**
 * Compiles the projection of an operation under one set of conditions. What is not met is not compiled. `asked`: the response names
 * at the root, without its type.
 */
export function compileProjection(
  context: ProjectionContext,
  selector: Selector,
  rootType: GraphQLCompositeType,
  root: SelectionSetNode,
): { asked: readonly string[]; project: Projection } {
  const write = objectWriter(context, selector, rootType, [root], rootType.name);
  const fields = [...selector.fieldsOf([root], rootType.name)].filter(([, [node]]) => node?.name.value !== '__typename');
  const asked = fields.map(([name]) => name);
  return {
    asked,
    project(value, notes) {
      const text = write(value, notes);
      for (const misfit of notes.misfits) misfit.path.reverse();
      if (notes.misfits.length === 0)
        for (const name of asked) if (!isObject(value) || value[name] === undefined) notes.misfits.push(absent(name));
      return text === '' ? 'null' : text;
    },
  };
}

function writerOf(
  context: ProjectionContext,
  selector: Selector,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  where: string,
): Write {
  if (isNonNullType(type)) {
    const inner = writerOf(context, selector, type.ofType, nodes, where);
    const whole: Write = (value, notes) => {
      const before = notes.misfits.length;
      const text = inner(value, notes);
      if (text === '' && notes.misfits.length === before) {
        notes.misfits.push({ message: `Cannot return null for non-nullable ${where}.`, path: [] });
      }
      return text;
    };
    if (!isLeafType(type.ofType)) return whole;
    // Most of an answer are leaves as they should be.
    const quick = leafWriter(type.ofType, context.supergraphSchema);
    return (value, notes) => (value === null || value === undefined ? null : quick(value)) || whole(value, notes);
  }
  if (isListType(type))
    return listWriter(writerOf(context, selector, type.ofType, nodes, `item of ${where}`), isNonNullType(type.ofType), where);
  if (isLeafType(type)) {
    const write = leafWriter(type, context.supergraphSchema);
    return (value, notes) => {
      if (value === null || value === undefined) return '';
      const text = write(value);
      if (text !== null) return text;
      notes.misfits.push({ message: `Invalid value found for ${where}.`, path: [] });
      return '';
    };
  }
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return objectWriter(context, selector, type, sets, where);
}

function listWriter(item: Write, isStrict: boolean, where: string): Write {
  return (value, notes) => {
    if (value === null || value === undefined) return '';
    if (!Array.isArray(value)) {
      notes.misfits.push({ message: `Invalid value found for ${where}: no list.`, path: [] });
      return '';
    }
    let out = '';
    let isLost = false;
    for (let index = 0; index < value.length; index += 1) {
      const before = notes.misfits.length;
      const text = item(value[index], notes);
      if (notes.misfits.length > before) prefix(notes, before, index);
      if (text !== '') out += index === 0 ? text : `,${text}`;
      else if (isStrict) isLost = true;
      else out += index === 0 ? 'null' : ',null';
    }
    if (isLost) return '';
    return `[${out}]`;
  };
}

/** The writer of one concrete type. */
type Shape = (object: Record<string, Json>, notes: Notes) => string;

function objectWriter(
  context: ProjectionContext,
  selector: Selector,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  where: string,
): Write {
  const { schema } = context;
  const shapes = new Map<string, Shape>();
  const shapeOf = (name: string): Shape | null => {
    const known = shapes.get(name);
    if (known) return known;
    const actual = schema.getType(name);
    if (!isCompositeType(actual) || !fits(schema, actual, type)) return null;
    const made = compileShape(context, selector, actual, sets);
    shapes.set(name, made);
    return made;
  };
  return (value, notes) => {
    if (value === null || value === undefined) return '';
    const name = isObject(value) ? (value.__typename ?? type.name) : null;
    const shape = typeof name === 'string' ? shapeOf(name) : null;
    if (shape) return shape(value as Record<string, Json>, notes);
    if (typeof name === 'string' && isKept(context, name, type)) return '';
    const what = isObject(value) ? 'Invalid __typename found for object at' : 'Invalid value found for';
    notes.misfits.push({ message: `${what} ${where}.`, path: [] });
    return '';
  };
}

function compileShape(
  context: ProjectionContext,
  selector: Selector,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): Shape {
  const fields: { name: string; label: string; write: Write; isStrict: boolean }[] = [];
  const definitions = 'getFields' in type ? type.getFields() : {};
  const { prices } = context;
  let price = prices?.object(type.name) ?? 0;
  for (const [name, nodes] of selector.fieldsOf(sets, type.name)) {
    const [node] = nodes;
    const label = `${fields.length === 0 ? '' : ','}${JSON.stringify(name)}:`;
    if (node?.name.value === '__typename') {
      fields.push({ name, label, write: typenameWriter(type), isStrict: true });
      continue;
    }
    const definition = node && definitions[node.name.value];
    if (!definition) continue;
    price += prices?.field(type.name, node.name.value) ?? 0;
    const write = writerOf(context, selector, definition.type, nodes, `field ${type.name}.${node.name.value}`);
    fields.push({ name, label, write, isStrict: isNonNullType(definition.type) });
  }
  return (object, notes) => {
    notes.points += price;
    let out = '{';
    for (const { name, label, write, isStrict } of fields) {
      const before = notes.misfits.length;
      const text = write(object[name], notes);
      if (text === '' && isStrict && object[name] === undefined && notes.unknown.has(object)) {
        notes.misfits.length = before;
        return '';
      }
      if (notes.misfits.length > before) prefix(notes, before, name);
      if (text !== '') out += label + text;
      else if (isStrict) return '';
      else out += `${label}null`;
    }
    return `${out}}`;
  };
}

function fits(schema: GraphQLSchema, actual: GraphQLCompositeType, expected: GraphQLCompositeType): boolean {
  return actual === expected || (isAbstractType(expected) && !isUnionType(actual) && schema.isSubType(expected, actual));
}

/** Whether things of a type that clients do not see may stand where they see `expected`. */
function isKept({ schema, isOfType }: ProjectionContext, name: string, expected: GraphQLCompositeType): boolean {
  return schema.getType(name) === undefined && isOfType(name, expected.name);
}

/** A name of an abstract type is no answer: whoever was to say which type it is did not. */
function typenameWriter(type: GraphQLCompositeType): Write {
  if (isObjectType(type)) return () => `"${type.name}"`;
  return (_value, notes) => {
    notes.misfits.push({ message: `The type of an object that is some ${type.name} is not known.`, path: [] });
    return '';
  };
}

/** Of a root field nobody said anything, not even null. */
export const absent = (name: string): Misfit => ({ message: 'This field cannot be answered.', path: [name] });

function prefix(notes: Notes, from: number, segment: string | number): void {
  for (let index = from; index < notes.misfits.length; index += 1) notes.misfits[index]?.path.push(segment);
}
