import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql';

/** The most that a document and its variables may hold. All counts are of the operation with its fragments written out. */
export interface DocumentLimits {
  /** Characters of the document. */
  characters: number;
  /** Words and marks of the document. */
  tokens: number;
  /** How deep braces, brackets and fragments stand in each other, in the document and in variables. */
  nesting: number;
  /** How deep fields stand in each other; a field of the root is at depth 1. */
  depth: number;
  /** Fields in all. */
  fields: number;
  /** Fields of Query, Mutation or Subscription. */
  rootFields: number;
  /** Fields with an alias, `__typename` included. */
  aliases: number;
  /** Directives on fields, fragments, variables and the operation. */
  directives: number;
}

/** What a document asks for, its fragments written out, and how many selections were looked at to know it. */
export interface Measured extends Omit<DocumentLimits, 'characters' | 'tokens'> {
  visited: number;
}

const words: Record<keyof DocumentLimits, { what: string; cure: string }> = {
  characters: { what: 'characters', cure: 'Shorten the document, or ask in several requests.' },
  tokens: { what: 'words and marks', cure: 'Shorten the document, or ask in several requests.' },
  nesting: { what: 'levels of braces, brackets and fragments', cure: 'Nest less.' },
  depth: { what: 'levels of fields', cure: 'Ask for what lies deeper by its id, in a second request.' },
  fields: { what: 'fields, fragments written out', cure: 'Ask for less at once.' },
  rootFields: { what: 'fields at the root', cure: 'Ask in several requests.' },
  aliases: { what: 'aliases, fragments written out', cure: 'Ask for things by a list (`nodes`), or in several requests.' },
  directives: { what: 'directives, fragments written out', cure: 'Leave some out.' },
};

/** Refuses a text before it is parsed: the parser calls itself once a level, so that what is too deep would end in a RangeError. */
export function textErrors(text: string, limits: DocumentLimits): GraphQLError[] {
  if (text.length > limits.characters) return [tooMuch('characters', text.length, limits)];
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      tokens += 1;
      if (tokens > limits.tokens) return [tooMuch('tokens', tokens, limits)];
      if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L) nesting += 1;
      if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R) nesting -= 1;
      if (nesting > limits.nesting) return [tooMuch('nesting', nesting, limits)];
    }
  } catch (error) {
    // Not GraphQL: the parser stops at the same place, and words it.
    if (!(error instanceof GraphQLError)) throw error;
  }
  return [];
}

/**
 * Refuses an operation before it is validated and planned. Time and memory grow with the document, not with what its fragments
 * multiply to. Without a name, the document's operations are all looked at.
 */
export function limitErrors(document: DocumentNode, operationName: string | undefined, limits: DocumentLimits): GraphQLError[] {
  const found = measure(document, operationName);
  const kinds = ['nesting', 'depth', 'fields', 'rootFields', 'aliases', 'directives'] as const;
  return kinds.filter((kind) => found[kind] > limits[kind]).map((kind) => tooMuch(kind, found[kind], limits));
}

/** Refuses variables that are nested too deep to be copied and written out again. */
export function variableErrors(variables: Readonly<Record<string, unknown>>, limits: DocumentLimits): GraphQLError[] {
  let level: object[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.nesting) return [tooMuch('nesting', depth, limits)];
    const next: object[] = [];
    for (const each of level) for (const value of Object.values(each)) if (typeof value === 'object' && value !== null) next.push(value);
    level = next;
  }
  return [];
}

/** Measures the operations of that name, or all when none has it. Fragments that lead into themselves are left to validation. */
export function measure(document: DocumentNode, operationName?: string): Measured {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const named = operations.filter((node) => operationName !== undefined && node.name?.value === operationName);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Facts>();
  const total: Measured = { nesting: 0, depth: 0, fields: 0, rootFields: 0, aliases: 0, directives: 0, visited: 0 };
  for (const operation of named.length > 0 ? named : operations) {
    const facts = writtenOut(operation, fragments, known);
    for (const key of countedKeys) total[key] = Math.max(total[key], facts[key]);
  }
  for (const { visited } of known.values()) total.visited += visited;
  return total;
}

const countedKeys = ['nesting', 'depth', 'fields', 'rootFields', 'aliases', 'directives'] as const;
type Definition = OperationDefinitionNode | FragmentDefinitionNode;
interface Spread {
  name: string;
  depth: number;
  nesting: number;
}
/** The counts of one definition, and where it leads on. */
interface Facts extends Measured {
  spreads: Spread[];
}

/** Counts of a definition with everything it spreads: each fragment is counted once, and used wherever it is spread. */
function writtenOut(root: Definition, fragments: ReadonlyMap<string, FragmentDefinitionNode>, known: Map<string, Facts>): Facts {
  const own = ownFacts(root);
  known.set(`operation ${known.size}`, own);
  const path: { facts: Facts; at: number }[] = [{ facts: own, at: 0 }];
  const open = new Set<Facts>([own]);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const spread = top.facts.spreads[top.at];
    if (!spread) {
      open.delete(top.facts);
      path.pop();
      continue;
    }
    const fragment = fragments.get(spread.name);
    const facts = known.get(spread.name);
    if (fragment && !facts) {
      const found = ownFacts(fragment);
      known.set(spread.name, found);
      open.add(found);
      path.push({ facts: found, at: 0 });
      continue;
    }
    if (facts && !open.has(facts)) add(top.facts, facts, spread);
    top.at += 1;
  }
  return own;
}

function add(to: Facts, fragment: Facts, at: Spread): void {
  to.fields += fragment.fields;
  to.aliases += fragment.aliases;
  to.directives += fragment.directives;
  if (at.depth === 0) to.rootFields += fragment.rootFields;
  to.depth = Math.max(to.depth, at.depth + fragment.depth);
  to.nesting = Math.max(to.nesting, at.nesting + fragment.nesting);
}

/** What stands in the definition itself. `rootFields` of a fragment are those at its top. */
function ownFacts(definition: Definition): Facts {
  const facts: Facts = { nesting: 0, depth: 0, fields: 0, rootFields: 0, aliases: 0, directives: 0, visited: 0, spreads: [] };
  facts.directives += definition.directives?.length ?? 0;
  for (const variable of definition.variableDefinitions ?? []) facts.directives += variable.directives?.length ?? 0;
  const sets: { set: SelectionSetNode; depth: number; nesting: number }[] = [{ set: definition.selectionSet, depth: 0, nesting: 1 }];
  for (let each = sets.pop(); each; each = sets.pop()) {
    const { set, depth, nesting } = each;
    facts.nesting = Math.max(facts.nesting, nesting);
    for (const selection of set.selections) {
      facts.visited += 1;
      facts.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        facts.spreads.push({ name: selection.name.value, depth, nesting });
        continue;
      }
      if (selection.kind === Kind.FIELD) {
        facts.fields += 1;
        if (selection.alias) facts.aliases += 1;
        if (depth === 0) facts.rootFields += 1;
        facts.depth = Math.max(facts.depth, depth + 1);
      }
      const below = selection.selectionSet;
      if (below) sets.push({ set: below, depth: selection.kind === Kind.FIELD ? depth + 1 : depth, nesting: nesting + 1 });
    }
  }
  return facts;
}

function tooMuch(kind: keyof DocumentLimits, found: number, limits: DocumentLimits): GraphQLError {
  const { what, cure } = words[kind];
  const number = Number.isSafeInteger(found) ? String(found) : 'far more';
  return new GraphQLError(`The request has ${number} ${what}; at most ${limits[kind]} are taken. ${cure}`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
