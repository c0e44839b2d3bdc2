import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** By the list's node: documents are kept, so most lists have been looked at before. */
const known = new WeakMap<FieldNode, readonly string[]>();

/**
 * Whether an operation asks nothing of a connection's nodes but these fields, `__typename` apart: then their columns are enough. What
 * `@skip`, `@include` or a type leaves out counts as asked for.
 */
export function asksOnly({ fieldNodes, fragments }: Asked, fields: ReadonlySet<string>): boolean {
  return fieldNodes.every((node) => {
    let names = known.get(node);
    if (names === undefined) {
      names = nodeFields(node, fragments);
      known.set(node, names);
    }
    return names.every((name) => fields.has(name));
  });
}

function nodeFields(connection: FieldNode, fragments: Asked['fragments']): string[] {
  const names = new Set<string>();
  for (const field of below(connection.selectionSet, fragments)) {
    const nodes = field.name.value === 'edges' ? named('node', below(field.selectionSet, fragments)) : named('nodes', [field]);
    for (const { selectionSet } of nodes) for (const { name } of below(selectionSet, fragments)) names.add(name.value);
  }
  names.delete('__typename');
  return [...names];
}

const named = (name: string, fields: readonly FieldNode[]): FieldNode[] => fields.filter((field) => field.name.value === name);

function below(set: SelectionSetNode | undefined, fragments: Asked['fragments']): FieldNode[] {
  return (set?.selections ?? []).flatMap((node) => {
    if (node.kind === 'Field') return [node];
    return below(node.kind === 'InlineFragment' ? node.selectionSet : fragments[node.name.value]?.selectionSet, fragments);
  });
}
