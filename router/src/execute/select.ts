import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql';
import type { TypeTest } from './possible-types.ts';

/** The fields of one answer object: by response name, in the order of the answer, with all nodes that ask for it. */
export type Selected = Map<string, FieldNode[]>;

/** Reads selections under one set of conditions. */
export interface Selector {
  /** The fields that these selection sets ask for on an object of type `typename` (GraphQL's CollectFields). */
  fieldsOf(sets: readonly SelectionSetNode[], typename: string): Selected;
}

/** The variables that decide over @skip and @include, wherever they stand in the operation. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const given = conditionOf(node);
      if (given?.kind === Kind.VARIABLE) names.add(given.name.value);
    },
  });
  return [...names];
}

export function createSelector(document: DocumentNode, isOn: (variable: string) => boolean, isOfType: TypeTest): Selector {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);

  const isTaken = (directives: readonly DirectiveNode[] | undefined): boolean =>
    (directives ?? []).every((directive) => {
      const given = conditionOf(directive);
      if (!given) return true;
      const value = given.kind === Kind.VARIABLE ? isOn(given.name.value) : given.kind === Kind.BOOLEAN && given.value;
      return directive.name.value === 'include' ? value : !value;
    });

  function collect(set: SelectionSetNode, typename: string, into: Selected, seen: Set<string>): void {
    for (const selection of set.selections) {
      if (!isTaken(selection.directives)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const nodes = into.get(name);
        if (nodes) nodes.push(selection);
        else into.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        if (condition === undefined || isOfType(typename, condition)) collect(selection.selectionSet, typename, into, seen);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment && isOfType(typename, fragment.typeCondition.name.value)) collect(fragment.selectionSet, typename, into, seen);
      }
    }
  }

  return {
    fieldsOf(sets, typename) {
      const into: Selected = new Map();
      const seen = new Set<string>();
      for (const set of sets) collect(set, typename, into, seen);
      return into;
    },
  };
}

/** What a @skip or @include hangs on; undefined for every other directive. */
export function conditionOf(directive: DirectiveNode): ValueNode | undefined {
  if (directive.name.value !== 'skip' && directive.name.value !== 'include') return undefined;
  return directive.arguments?.find(({ name }) => name.value === 'if')?.value;
}
