import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

/** Values of an operation's variables: as the client sent them, with the document's defaults. */
export type Lookup = (variable: string) => unknown;

/** All of these must hold for a selection to be taken: a variable or a value, and whether it must be true or false. */
export type Conditions = readonly { value: ValueNode; wanted: boolean }[];

/** A selection's field and what stands before it. */
export interface Selected {
  field: FieldNode;
  conditions: Conditions;
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Looks up variables as an execution would: what was not sent has its default. */
export function lookupOf(operation: OperationDefinitionNode): (variables: Readonly<Record<string, unknown>>) => Lookup {
  const defaults = new Map<string, unknown>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue) defaults.set(variable.name.value, valueFromASTUntyped(defaultValue));
  return (variables) => (name) => {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return given === undefined ? defaults.get(name) : given;
  };
}

/** Whether @skip and @include let it stand. */
export const holds = (conditions: Conditions, lookup: Lookup): boolean =>
  conditions.every(
    ({ value, wanted }) => (value.kind === Kind.VARIABLE ? lookup(value.name.value) : valueFromASTUntyped(value)) === wanted,
  );

/**
 * The fields of selection sets that stand on `type`, fragments followed; those of fragments on other types are left out by `isOn`.
 * Bounded by the limits on a document, which are held before.
 */
export function fieldsOf(sets: readonly SelectionSetNode[], fragments: Fragments, isOn: (condition: string) => boolean): Selected[] {
  const found: Selected[] = [];
  const collect = (set: SelectionSetNode, conditions: Conditions) => {
    for (const selection of set.selections) {
      const all = [...conditions, ...conditionsOf(selection.directives)];
      if (selection.kind === Kind.FIELD) found.push({ field: selection, conditions: all });
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (!selection.typeCondition || isOn(selection.typeCondition.name.value)) collect(selection.selectionSet, all);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment && isOn(fragment.typeCondition.name.value)) collect(fragment.selectionSet, all);
      }
    }
  };
  for (const set of sets) collect(set, []);
  return found;
}

function conditionsOf(directives: readonly DirectiveNode[] | undefined): Conditions {
  const found: { value: ValueNode; wanted: boolean }[] = [];
  for (const { name, arguments: given } of directives ?? []) {
    const value = given?.find((each) => each.name.value === 'if')?.value;
    if (value && (name.value === 'skip' || name.value === 'include')) found.push({ value, wanted: name.value === 'include' });
  }
  return found;
}
