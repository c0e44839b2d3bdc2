import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';
import { conditionOf } from './select.ts';

const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The document without what a constant @skip or @include leaves out. The planner forgets such a constant where a variable decides
 * over something inside of it, and then asks for what nobody wants.
 */
export function withoutLeftOut(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(set) {
      const selections = set.selections.filter(({ directives = [] }) => !directives.some(leavesOut));
      if (selections.length === set.selections.length) return undefined;
      return { ...set, selections: selections.length > 0 ? selections : [typename] };
    },
  });
}

function leavesOut(directive: DirectiveNode): boolean {
  const given = conditionOf(directive);
  return given?.kind === Kind.BOOLEAN && given.value === (directive.name.value === 'skip');
}
