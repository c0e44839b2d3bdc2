import type { PlanNode } from '@apollo/query-planner';
import { Kind, parse, type SelectionSetNode } from 'graphql';

/** The response names of all root fields that a plan asks somebody for, whatever its conditions. */
export function rootNamesOf(plan: PlanNode | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (node: PlanNode | undefined): void => {
    if (node?.kind === 'Fetch') {
      if (!node.requires) for (const name of rootNames(node.operation)) names.add(name);
    } else if (node?.kind === 'Condition') {
      walk(node.ifClause);
      walk(node.elseClause);
    } else if (node?.kind === 'Sequence' || node?.kind === 'Parallel') node.nodes.forEach(walk);
  };
  walk(plan);
  return names;
}

/** The response names at the root of a fetch, each once: what is missing when it fails. The type of the root never is. */
export function rootNames(operation: string): string[] {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  const names = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const each of selections) {
      if (each.kind === Kind.INLINE_FRAGMENT) collect(each.selectionSet);
      else if (each.kind === Kind.FIELD && each.name.value !== '__typename') names.add((each.alias ?? each.name).value);
    }
  };
  if (definition?.kind === Kind.OPERATION_DEFINITION) collect(definition.selectionSet);
  return [...names];
}
