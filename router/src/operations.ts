import { type DocumentNode, GraphQLError, OperationTypeNode, parse, specifiedRules, validate } from 'graphql';
import type { Engine, Prepared } from './execute/engine.ts';
import { type DocumentLimits, limitErrors, textErrors } from './protect/limits.ts';

/** An operation that was read, checked and planned: it can be run any number of times, for anybody who may. */
export interface Operation {
  /** Names document and operation: the same key, the same operation. */
  key: string;
  query: string;
  name: string | undefined;
  kind: OperationTypeNode;
  engine: Engine;
  prepared: Prepared;
  /** When it was read, checked and planned, on the clock of `performance.now()`. */
  planned?: { from: number; to: number };
}

/** Reads documents for every protocol under the same rules, and remembers those that hold. */
export interface Operations {
  /** Whether this was read before and held: to read it again costs nothing. */
  knows(query: string, operationName: string | undefined): boolean;
  /** The operation, or what is wrong with the document: GraphQLErrors with a code. */
  read(query: string, operationName: string | undefined): Operation | readonly GraphQLError[];
  /** How often what was to be read was known, and how often not, since the start. */
  readonly counts: { hits: number; misses: number };
}

const keyOf = (query: string, operationName: string | undefined) => (operationName === undefined ? query : `${operationName}\n${query}`);

/** The operation of a document that holds. @throws BAD_USER_INPUT as `Engine.prepare` does */
export function operationOf(engine: Engine, document: DocumentNode, query: string, operationName: string | undefined): Operation {
  const prepared = engine.prepare(document, operationName);
  const { operation } = prepared;
  return { key: keyOf(query, operationName), query, name: operation.name?.value, kind: operation.operation, engine, prepared };
}

const mostRemembered = 2_000;
const mostCharacters = 16 * 1024 * 1024;

/**
 * @param options.engine gives the engine of the newest schema: what was read under an older one is read again
 * @param options.onRead told how many milliseconds a new document took
 */
export function createOperations(options: {
  engine(): Engine;
  limits: DocumentLimits;
  onRead?: ((milliseconds: number) => void) | undefined;
}): Operations {
  const { limits } = options;
  const known = new Map<string, Operation>();
  const counts = { hits: 0, misses: 0 };
  let characters = 0;

  function readNew(engine: Engine, query: string, operationName: string | undefined): Operation | readonly GraphQLError[] {
    const unreadable = textErrors(query, limits);
    if (unreadable.length > 0) return unreadable;
    const document = parse(query, { maxTokens: limits.tokens });
    const tooMuch = limitErrors(document, operationName, limits);
    if (tooMuch.length > 0) return tooMuch;
    const errors = validate(engine.schema, document, specifiedRules);
    if (errors.length > 0) return errors.map(asInvalid);
    return operationOf(engine, document, query, operationName);
  }

  function remember(operation: Operation): void {
    while (known.size >= mostRemembered || characters > mostCharacters) {
      const [oldest] = known.values();
      if (!oldest) break;
      forget(oldest);
    }
    known.set(operation.key, operation);
    characters += operation.query.length;
  }

  function forget(operation: Operation): void {
    known.delete(operation.key);
    characters -= operation.query.length;
  }

  return {
    counts,
    knows: (query, operationName) => known.get(keyOf(query, operationName))?.engine === options.engine(),
    read(query, operationName) {
      const key = keyOf(query, operationName);
      const engine = options.engine();
      const found = known.get(key);
      if (found?.engine === engine) {
        counts.hits += 1;
        return found;
      }
      if (found) forget(found);
      counts.misses += 1;
      const from = performance.now();
      try {
        const read = readNew(engine, query, operationName);
        const to = performance.now();
        options.onRead?.(to - from);
        if (!('prepared' in read)) return read;
        read.planned = { from, to };
        remember(read);
        return read;
      } catch (error) {
        if (error instanceof GraphQLError) return [error.extensions.code ? error : asInvalid(error)];
        throw error;
      }
    },
  };
}

export const isSubscription = (operation: Operation): boolean => operation.kind === OperationTypeNode.SUBSCRIPTION;

/** A mistake in the client's own document. */
export const asInvalid = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
