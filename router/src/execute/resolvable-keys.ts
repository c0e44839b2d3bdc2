import { type ConstDirectiveNode, type DefinitionNode, Kind, parse, print } from 'graphql';

/**
 * A subgraph may name keys of a type that it does not resolve. Where the planner comes back to a subgraph for what a field requires,
 * it takes the first key that it has the fields of, resolvable or not, and asks in vain. In the planner's supergraph the resolvable
 * keys of a type therefore stand before the others.
 */
export function resolvableKeysFirst(supergraphSdl: string): string {
  if (!/resolvable:\s*false/.test(supergraphSdl)) return supergraphSdl;
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  let isChanged = false;
  const sorted = definitions.map((definition): DefinitionNode => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return definition;
    const { directives = [] } = definition;
    const isInOrder = directives.every(
      (each, index) =>
        !isUnresolvable(each) ||
        !directives.slice(index).some((later) => isKey(later) && !isUnresolvable(later) && graphOf(later) === graphOf(each)),
    );
    if (isInOrder) return definition;
    isChanged = true;
    return { ...definition, directives: [...directives.filter((each) => !isUnresolvable(each)), ...directives.filter(isUnresolvable)] };
  });
  return isChanged ? print({ kind: Kind.DOCUMENT, definitions: sorted }) : supergraphSdl;
}

const isKey = ({ name, arguments: args = [] }: ConstDirectiveNode): boolean =>
  name.value === 'join__type' && args.some(({ name }) => name.value === 'key');

const graphOf = ({ arguments: args = [] }: ConstDirectiveNode): string => {
  const value = args.find(({ name }) => name.value === 'graph')?.value;
  return value?.kind === Kind.ENUM ? value.value : '';
};

const isUnresolvable = (directive: ConstDirectiveNode): boolean =>
  isKey(directive) &&
  directive.arguments?.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value) === true;
