import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { Limits } from '../limits.ts';
import type { PlannedOperation, Planner } from '../plan.ts';
import type { LiveField } from '../supergraph.ts';

/** A document that came over a socket, read and checked. */
export interface SocketDocument {
  document: DocumentNode;
  operation: OperationTypeNode;
  /** For a subscription: its plan and its one field. */
  live: { planned: PlannedOperation; field: LiveField } | null;
}

/** Reads documents that come over a socket: same rules as HTTP, and a mistake ends one operation, not the socket. */
export interface Documents {
  /** The document, from memory when it was seen before; or what is wrong with it. */
  read(query: string, operationName: string | undefined): SocketDocument | readonly GraphQLError[];
  /** The live field's arguments and the operation's variables, coerced; or what is wrong with them. */
  bind(
    live: NonNullable<SocketDocument['live']>,
    variables: Record<string, unknown>,
  ): { args: Record<string, unknown>; variables: Record<string, unknown> } | readonly GraphQLError[];
}

const remembered = 500;

export function createDocuments(options: { planner: Planner; liveFields: ReadonlyMap<string, LiveField>; limits: Limits }): Documents {
  const { planner, liveFields, limits } = options;
  const known = new Map<string, SocketDocument>();

  function readNew(query: string, key: string, operationName: string | undefined): SocketDocument | readonly GraphQLError[] {
    const document = parse(query, { maxTokens: limits.maxTokens });
    const errors = validate(planner.schema, document, [...specifiedRules, ...limits.rules]);
    if (errors.length > 0) return errors.map(asInvalid);
    const node = getOperationAST(document, operationName);
    if (!node) return [new GraphQLError('Name one of the operations of the document.', { extensions: { code: 'BAD_USER_INPUT' } })];
    if (node.operation !== OperationTypeNode.SUBSCRIPTION) return { document, operation: node.operation, live: null };
    const name = rootFieldOf(document, node.selectionSet);
    const field = name === null ? undefined : liveFields.get(name);
    if (!field)
      return [new GraphQLError('A subscription selects one live field, without conditions.', { extensions: { code: 'BAD_USER_INPUT' } })];
    const planned = planner.planEvents(document, key, operationName);
    return { document, operation: node.operation, live: { planned, field } };
  }

  return {
    read(query, operationName) {
      const key = createHash('sha256')
        .update(`${operationName ?? ''}\n${query}`)
        .digest('base64');
      const found = known.get(key);
      if (found) return found;
      let read: SocketDocument | readonly GraphQLError[];
      try {
        read = readNew(query, key, operationName);
      } catch (error) {
        if (error instanceof GraphQLError) return [error.extensions.code ? error : asInvalid(error)];
        throw error;
      }
      if ('document' in read) {
        if (known.size >= remembered) known.delete(known.keys().next().value ?? '');
        known.set(key, read);
      }
      return read;
    },
    bind({ planned, field }, given) {
      const node = getOperationAST(planned.document, planned.operationName);
      const { errors, coerced } = getVariableValues(planner.schema, node?.variableDefinitions ?? [], given);
      if (errors) return errors.map(asInvalid);
      const definition = planner.schema.getSubscriptionType()?.getFields()[field.name];
      const fieldNode = node && fieldNodeOf(planned.document, node.selectionSet);
      if (!definition || !fieldNode) throw new Error(`Subscription.${field.name} is not in the schema.`);
      try {
        return { args: getArgumentValues(definition, fieldNode, coerced), variables: coerced };
      } catch (error) {
        if (error instanceof GraphQLError) return [asInvalid(error)];
        throw error;
      }
    },
  };
}

const asInvalid = (error: GraphQLError) =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });

/** The one field of a subscription's root, looked for inside fragments too. Null where a condition could take it away. */
function fieldNodeOf(document: DocumentNode, set: SelectionSetNode) {
  let at = set;
  for (;;) {
    const [selection, ...more] = at.selections;
    if (!selection || more.length > 0 || (selection.directives ?? []).length > 0) return null;
    if (selection.kind === Kind.FIELD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) at = selection.selectionSet;
    else {
      const fragment = document.definitions.find(
        (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
      );
      if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return null;
      at = fragment.selectionSet;
    }
  }
}

const rootFieldOf = (document: DocumentNode, set: SelectionSetNode) => fieldNodeOf(document, set)?.name.value ?? null;
