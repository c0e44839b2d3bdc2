import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  parse,
  validate,
} from 'graphql';
import { type Chance, chanceOf } from './chance.ts';

/** An operation with variables, as a client sends it. */
export interface Sent {
  query: string;
  variables: Record<string, unknown>;
}

/** Values for the variables that a type asks for, some of them left out where they may be. */
export function inputOf(type: GraphQLInputType, luck: Chance, depth = 0): unknown {
  if (isNonNullType(type)) return inputOf(type.ofType, luck, depth) ?? inputOf(type.ofType, luck, depth);
  if (isListType(type)) return Array.from({ length: 1 + luck.upTo(2) }, () => inputOf(type.ofType, luck, depth + 1));
  if (isEnumType(type)) return luck.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || (depth < 2 && luck.is(0.3)));
    return Object.fromEntries(fields.map((field) => [field.name, inputOf(field.type, luck, depth + 1)]));
  }
  if (type.name === 'Int') return 1 + luck.upTo(50);
  if (type.name === 'Float') return luck.upTo(100) / 4;
  if (type.name === 'Boolean') return luck.is(0.5);
  return `text${luck.upTo(3)}`;
}

/** Makes a valid operation over a schema; the same one for the same seed. */
export function operationOf(schema: GraphQLSchema, seed: string): Sent {
  for (let attempt = 0; ; attempt += 1) {
    // Parts that do not go together are likelier the more there are.
    const made = new Writer(schema, chanceOf(`${seed} ${attempt}`), Math.max(2, 24 - attempt)).write();
    if (validate(schema, parse(made.query)).length === 0) return made;
    if (attempt > 200) throw new Error(`No valid operation came of the seed "${seed}".`);
  }
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #luck: Chance;
  readonly #aliases: readonly string[];
  readonly #variables = new Map<string, { type: string; value: unknown }>();
  readonly #fragments: string[] = [];
  #left: number;

  constructor(schema: GraphQLSchema, luck: Chance, size: number) {
    this.#schema = schema;
    this.#luck = luck;
    this.#left = size;
    this.#aliases = ['a', 'b', 'x1', 'c', 'd'];
  }

  write(): Sent {
    const mutation = this.#schema.getMutationType();
    const query = this.#schema.getQueryType();
    if (!query) throw new Error('A schema has a Query.');
    const root = mutation && this.#luck.is(0.1) ? mutation : query;
    const selections = this.#set(root, 0);
    const definitions = [...this.#variables].map(([name, { type, value }]) => {
      const isDefault = !type.endsWith('!') && typeof value !== 'object' && this.#luck.is(0.3);
      return `$${name}: ${type}${isDefault ? ` = ${type === 'Boolean' ? value : JSON.stringify(value)}` : ''}`;
    });
    const heading = definitions.length > 0 ? ` Made(${definitions.join(', ')})` : '';
    const variables: Record<string, unknown> = {};
    for (const [name, { type, value }] of this.#variables) if (type.endsWith('!') || this.#luck.is(0.7)) variables[name] = value;
    const text = `${root === mutation ? 'mutation' : 'query'}${heading} ${selections}\n${this.#fragments.join('\n')}`;
    return { query: text.trim(), variables };
  }

  #set(type: GraphQLCompositeType, depth: number): string {
    const wanted = 1 + this.#luck.upTo(depth === 0 ? 3 : 4);
    const parts: string[] = [];
    for (let index = 0; index < wanted && (this.#left > 0 || parts.length === 0); index += 1) parts.push(this.#selection(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    this.#left -= 1;
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    if (depth > 7 || this.#left < 0) return this.#leaf(fields);
    if (isAbstractType(type) && this.#luck.is(0.6)) return this.#fragment(type, depth);
    if (this.#luck.is(0.12)) return this.#fragment(type, depth);
    if (fields.length === 0 || (depth > 0 && this.#luck.is(0.12))) return `${this.#alias('__typename')}__typename${this.#condition()}`;
    return this.#field(this.#luck.pick(fields), depth);
  }

  /** Something that ends here, for a set that may not stay empty. */
  #leaf(fields: readonly GraphQLField<unknown, unknown>[]): string {
    const plain = fields.filter(({ type, args }) => !isCompositeType(getNamedType(type)) && !args.some(isRequiredArgument));
    return plain.length > 0 && this.#luck.is(0.7) ? this.#luck.pick(plain).name : '__typename';
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter((each) => isRequiredArgument(each) || this.#luck.is(0.3));
    const args = given.map((each) => `${each.name}: ${this.#value(each.type)}`);
    const named = getNamedType(field.type);
    const inner = isCompositeType(named) ? ` ${this.#set(named, depth + 1)}` : '';
    return `${this.#alias(field.name)}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.#condition()}${inner}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const on = this.#luck.pick(this.#overlapping(type));
    const inner = this.#set(on, depth + 1);
    if (on === type && this.#luck.is(0.3)) return `...${this.#condition()} ${inner}`;
    if (this.#luck.is(0.6)) return `... on ${on.name}${this.#condition()} ${inner}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${on.name} ${inner}`);
    return `...${name}${this.#condition()}`;
  }

  #overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    if (isObjectType(type)) return [type, ...type.getInterfaces()];
    const possible = this.#schema.getPossibleTypes(type);
    return [type, ...possible, ...possible.flatMap((each) => each.getInterfaces())];
  }

  #alias(field: string): string {
    return this.#luck.is(0.2) ? `${this.#luck.pick([...this.#aliases, `my_${field}`])}: ` : '';
  }

  #condition(): string {
    if (!this.#luck.is(0.12)) return '';
    const name = this.#luck.is(0.5) ? '@skip' : '@include';
    const value = this.#luck.is(0.3) ? String(this.#luck.is(0.5)) : `$${this.#variable('Boolean!', this.#luck.is(0.5), 'if')}`;
    return ` ${name}(if: ${value})`;
  }

  #variable(type: string, value: unknown, hint: string): string {
    const known = [...this.#variables].filter(([name, each]) => each.type === type && name.startsWith(hint));
    if (known.length > 0 && this.#luck.is(0.6)) return this.#luck.pick(known)[0];
    const name = `${hint}${this.#variables.size}`;
    this.#variables.set(name, { type, value });
    return name;
  }

  #value(type: GraphQLInputType): string {
    const value = inputOf(type, this.#luck);
    if (this.#luck.is(0.4)) return `$${this.#variable(String(type), value, 'v')}`;
    return literal(value, type);
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  const named: GraphQLNamedType = getNamedType(type);
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, type)).join(', ')}]`;
  if (isInputObjectType(named) && typeof value === 'object' && value !== null) {
    const fields = named.getFields();
    return `{ ${Object.entries(value)
      .flatMap(([name, each]) => (fields[name] ? [`${name}: ${literal(each, fields[name].type)}`] : []))
      .join(', ')} }`;
  }
  return isEnumType(named) ? String(value) : JSON.stringify(value);
}
