import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { asInvalid, type Operation } from '../operations.ts';
import type { LiveField } from '../supergraph.ts';

/** What a subscription listens to. */
export interface Subscribed {
  field: LiveField;
  /** The field's arguments, coerced. */
  args: Record<string, unknown>;
  /** The same for two subscriptions that are answered alike: `after` says only where one begins. */
  key: string;
}

/** Finds the one live field of a subscription and its arguments; or what is wrong with them. */
export function readSubscription(operation: Operation, variables: Record<string, unknown>): Subscribed | readonly GraphQLError[] {
  const { engine, prepared } = operation;
  const node = fieldNodeOf(prepared.operation, prepared.fragments);
  const field = node && engine.facts.liveFields.get(node.name.value);
  const definition = node && engine.schema.getSubscriptionType()?.getFields()[node.name.value];
  if (!field || !definition) {
    return [new GraphQLError('A subscription selects one live field, without conditions.', { extensions: { code: 'BAD_USER_INPUT' } })];
  }
  const { errors, coerced } = getVariableValues(engine.schema, prepared.operation.variableDefinitions ?? [], variables, { maxErrors: 10 });
  if (errors) return errors.map(asInvalid);
  try {
    const args = getArgumentValues(definition, node, coerced);
    const start = startVariable(operation, node);
    const asked = Object.entries(coerced).filter(([name]) => name !== start);
    return { field, args, key: `${operation.key}\n${JSON.stringify(asked)}` };
  } catch (error) {
    if (error instanceof GraphQLError) return [asInvalid(error)];
    throw error;
  }
}

/** The variable that says where a stream begins and nothing else; null when there is none. */
function startVariable({ prepared }: Operation, node: FieldNode): string | null {
  const value = node.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (value?.kind !== Kind.VARIABLE) return null;
  let uses = 0;
  const count = {
    Variable({ name }: { name: { value: string } }) {
      if (name.value === value.name.value) uses += 1;
    },
  };
  visit(prepared.operation.selectionSet, count);
  for (const fragment of prepared.fragments.values()) visit(fragment, count);
  return uses === 1 ? value.name.value : null;
}

/** The one field of a subscription's root, looked for inside fragments too. Null where a condition could take it away. */
function fieldNodeOf(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): FieldNode | null {
  let at: SelectionSetNode = operation.selectionSet;
  for (;;) {
    const [selection, ...more] = at.selections;
    if (!selection || more.length > 0 || (selection.directives ?? []).length > 0) return null;
    if (selection.kind === Kind.FIELD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) at = selection.selectionSet;
    else {
      const fragment = fragments.get(selection.name.value);
      if (!fragment) return null;
      at = fragment.selectionSet;
    }
  }
}
