import { type GraphQLEnumType, type GraphQLLeafType, type GraphQLNamedType, type GraphQLSchema, isEnumType } from 'graphql';

/** A leaf as JSON text, '' for a value that is kept from clients, null for one that is none of its type. */
export type LeafWriter = (value: unknown) => string | null;

// What JSON takes as it stands: no quote, backslash, control character or half of a surrogate pair.
const plain = /^[^"\\\p{Cc}\p{Cs}]*$/u;

/** Longer ones are not matched: a match needs memory for each character, and fails over some millions. */
const longestMatched = 10_000;

export const text = (value: string): string => (value.length <= longestMatched && plain.test(value) ? `"${value}"` : JSON.stringify(value));

const writers: Record<string, LeafWriter> = {
  Int: (value) => (typeof value === 'number' && (value | 0) === value ? String(value | 0) : null),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? JSON.stringify(value) : null),
  Boolean: (value) => (value === true ? 'true' : value === false ? 'false' : null),
  String: (value) => (typeof value === 'string' ? text(value) : null),
  // Subgraphs that send the numbers of their tables still mean a string.
  ID: (value) => (typeof value === 'string' ? text(value) : Number.isSafeInteger(value) ? `"${value}"` : null),
};

/**
 * How values of a scalar or enum are written. Scalars of the schema's own may hold anything that JSON can. `whole` is the supergraph:
 * it has the values of enums that clients do not see.
 */
export function leafWriter(type: GraphQLLeafType, whole: GraphQLSchema): LeafWriter {
  if (isEnumType(type)) return enumWriter(type, whole.getType(type.name));
  return writers[type.name] ?? ((value) => (typeof value === 'string' ? text(value) : (JSON.stringify(value) ?? null)));
}

function enumWriter(type: GraphQLEnumType, whole: GraphQLNamedType | undefined): LeafWriter {
  const texts = new Map<string, string>();
  if (isEnumType(whole)) for (const { name } of whole.getValues()) texts.set(name, '');
  for (const { name } of type.getValues()) texts.set(name, `"${name}"`);
  return (value) => (typeof value === 'string' ? (texts.get(value) ?? null) : null);
}
