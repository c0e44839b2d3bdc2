import type { FetchDataRewrite, FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type DocumentNode, Kind, parse, print, type SelectionNode, type SelectionSetNode, stripIgnoredCharacters, visit } from 'graphql';
import type { StandIns } from './stand-ins.ts';

/**
 * Turns stand-ins back in a plan: a fetch asks for the field with its arguments under the stand-in's name, and a representation
 * carries what came under the field's own. A fetch whose fields require one field with different arguments becomes several.
 */
export function restoreArguments(node: PlanNode, standIns: StandIns): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((each) => restoreArguments(each, standIns)) };
    case 'Flatten':
      return { ...node, node: restoreArguments(node.node, standIns) };
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause && { ifClause: restoreArguments(node.ifClause, standIns) }),
        ...(node.elseClause && { elseClause: restoreArguments(node.elseClause, standIns) }),
      };
    case 'Fetch':
      return restoreFetch(node, standIns);
    default:
      return node;
  }
}

function restoreFetch(node: FetchNode, standIns: StandIns): PlanNode {
  const document = withArguments(parse(node.operation, { noLocation: true }), standIns);
  if (!namesIn(node.requires ?? []).some((name) => standIns.byName.has(name))) return { ...node, operation: shortOf(document) };
  const groups = groupsOf(document, standIns);
  const fetches = groups.map((group, index) => partOf(node, document, group, index === 0, standIns));
  const [only, ...more] = fetches;
  if (!only) return partOf(node, document, new Set(), true, standIns);
  return more.length === 0 ? only : { kind: 'Parallel', nodes: fetches };
}

/** The stand-ins of each part of an entity fetch: fields go together unless they require one field with different arguments. */
function groupsOf(document: DocumentNode, { byName, neededBy }: StandIns): ReadonlySet<string>[] {
  const groups: Set<string>[] = [];
  keepFields(document, (typename, field) => {
    const needs = neededBy.get(`${typename}.${field}`) ?? new Set();
    const conflicts = (group: ReadonlySet<string>) =>
      [...needs].some((name) => [...group].some((other) => other !== name && byName.get(other)?.field === byName.get(name)?.field));
    const group = groups.find((each) => !conflicts(each));
    if (!group) groups.push(new Set(needs));
    else for (const name of needs) group.add(name);
    return true;
  });
  return groups;
}

/** The fetch for the fields whose requirements stand in one group. What requires nothing goes with the first. */
function partOf(node: FetchNode, document: DocumentNode, group: ReadonlySet<string>, isFirst: boolean, standIns: StandIns): FetchNode {
  const { byName, neededBy } = standIns;
  const part = keepFields(document, (typename, field) => {
    const needs = neededBy.get(`${typename}.${field}`);
    return needs ? [...needs].every((name) => group.has(name)) : isFirst;
  });
  const others = new Set([...byName.keys()].filter((name) => !group.has(name)));
  const requires = without(node.requires ?? [], others);
  const used = variablesIn(part);
  return {
    ...node,
    operation: shortOf(withVariables(part, used)),
    requires,
    ...(node.variableUsages && { variableUsages: node.variableUsages.filter((name) => used.has(name)) }),
    inputRewrites: [...(node.inputRewrites ?? []), ...renamesIn(requires, [], byName)],
  };
}

/** An entity fetch with only those fields of its entities that are to be kept. */
function keepFields(document: DocumentNode, isKept: (typename: string | undefined, field: string) => boolean): DocumentNode {
  const keep = (set: SelectionSetNode, typename: string | undefined): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((each): SelectionNode[] => {
      if (each.kind === Kind.FIELD) return each.name.value === '__typename' || isKept(typename, each.name.value) ? [each] : [];
      if (each.kind !== Kind.INLINE_FRAGMENT) return [each];
      const inner = keep(each.selectionSet, each.typeCondition?.name.value ?? typename);
      return inner.selections.length > 0 ? [{ ...each, selectionSet: inner }] : [];
    }),
  });
  return visit(document, {
    Field: (field) =>
      field.name.value === '_entities' && field.selectionSet ? { ...field, selectionSet: keep(field.selectionSet, undefined) } : false,
  });
}

const withArguments = (document: DocumentNode, { byName }: StandIns): DocumentNode =>
  visit(document, {
    Field(field) {
      const standIn = byName.get(field.name.value);
      if (!standIn) return undefined;
      return {
        ...field,
        alias: field.alias ?? field.name,
        name: { kind: Kind.NAME, value: standIn.field },
        arguments: [...standIn.args],
      };
    },
  });

function variablesIn(document: DocumentNode): Set<string> {
  const used = new Set<string>();
  visit(document, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) });
  return used;
}

const withVariables = (document: DocumentNode, used: ReadonlySet<string>): DocumentNode =>
  visit(document, { VariableDefinition: (each) => (used.has(each.variable.name.value) ? false : null) });

const shortOf = (document: DocumentNode): string => stripIgnoredCharacters(print(document));

function namesIn(selections: readonly QueryPlanSelectionNode[]): string[] {
  return selections.flatMap((each) => [...(each.kind === 'Field' ? [each.name] : []), ...namesIn(each.selections ?? [])]);
}

function without(selections: readonly QueryPlanSelectionNode[], names: ReadonlySet<string>): QueryPlanSelectionNode[] {
  return selections
    .filter((each) => each.kind !== 'Field' || !names.has(each.name))
    .map((each) => (each.selections ? { ...each, selections: without(each.selections, names) } : each)) as QueryPlanSelectionNode[];
}

/** How representations get the field's own name. Fields inside come first: their path is by the stand-in's name. */
function renamesIn(selections: readonly QueryPlanSelectionNode[], path: readonly string[], byName: StandIns['byName']): FetchDataRewrite[] {
  return selections.flatMap((each): FetchDataRewrite[] => {
    if (each.kind === 'InlineFragment') return renamesIn(each.selections, path, byName);
    const here = [...path, each.alias ?? each.name];
    const inside = renamesIn(each.selections ?? [], here, byName);
    const standIn = byName.get(each.name);
    return standIn ? [...inside, { kind: 'KeyRenamer', path: here, renameKeyTo: standIn.field }] : inside;
  });
}
