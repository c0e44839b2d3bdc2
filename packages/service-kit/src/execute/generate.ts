import {
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** A query that is valid for a schema, for tests that compare executors. */
export interface Generated {
  query: string;
  variables: Record<string, unknown>;
}

/** Makes a source of numbers from 0 up to 1 that repeats itself for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const DEPTH = 5;

/** A random query: aliases, fragments, abstract types, conditions by literal and by variable, arguments, the same field twice. */
export function generateQuery(schema: GraphQLSchema, random: () => number): Generated {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];
  const chance = (share: number) => random() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

  const variable = (type: string, value: unknown): string => {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  };
  const condition = (): string => {
    if (!chance(0.15) || declared.length > 3) return '';
    const value = chance(0.5);
    return ` @${pick(['skip', 'include'])}(if: ${chance(0.5) ? variable('Boolean!', value) : value})`;
  };
  const argument = (type: GraphQLInputType): string | null => {
    const named = getNamedType(type);
    if (!isNonNullType(type) && chance(0.3)) return null;
    if (named.name === 'Int') return chance(0.3) ? variable(String(type), Math.floor(random() * 4)) : String(Math.floor(random() * 4));
    if (named.name === 'String') return chance(0.3) ? variable(String(type), 'text') : '"text"';
    if (isEnumType(named)) return pick(named.getValues()).name;
    return null;
  };

  const selection = (type: GraphQLNamedType, depth: number): string => {
    const parts: string[] = [];
    const concrete: readonly GraphQLObjectType[] = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    if (chance(0.3)) parts.push(chance(0.3) ? `kind${Math.floor(random() * 3)}: __typename` : '__typename');
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const of = getNamedType(field.type);
        if (chance(0.45) || (isCompositeType(of) && depth <= 0)) continue;
        const args = field.args.flatMap((arg) => {
          const value = argument(arg.type);
          return value === null ? [] : [`${arg.name}: ${value}`];
        });
        // An alias names the field and its arguments, so that what is merged is the same field.
        const alias = args.length > 0 || chance(0.1) ? `${field.name}_${args.join('').replace(/\W/g, '') || 'again'}: ` : '';
        const times = chance(0.1) ? 2 : 1;
        for (let time = 0; time < times; time += 1) {
          const inner = isCompositeType(of) ? ` ${selection(of, depth - 1)}` : '';
          parts.push(`${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${condition()}${inner}`);
        }
      }
    }
    if (depth > 0) {
      const narrowed = isUnionType(type) || isInterfaceType(type) ? concrete : isObjectType(type) ? [type, ...type.getInterfaces()] : [];
      for (const one of narrowed) {
        if (chance(isObjectType(type) ? 0.85 : 0.4)) continue;
        const body = selection(one, depth - 1);
        if (chance(0.4)) {
          const name = `F${fragments.length}`;
          fragments.push('');
          fragments[Number(name.slice(1))] = `fragment ${name} on ${one.name} ${body}`;
          parts.push(`...${name}${condition()}`);
        } else {
          parts.push(`... on ${one.name}${condition()} ${body}`);
        }
      }
    }
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  };

  const root = schema.getQueryType();
  const body = root ? selection(root, DEPTH) : '{ __typename }';
  const head = declared.length > 0 ? `query Generated(${declared.join(', ')})` : 'query Generated';
  return { query: [`${head} ${body}`, ...fragments].join('\n'), variables };
}
