import { type ConstDirectiveNode, Kind, parse, print, visit } from 'graphql';

/**
 * A subgraph may name keys of a type that it does not resolve. Where the planner comes back to a subgraph for what a field requires,
 * it takes the first key that it has the fields of, resolvable or not, and asks in vain. In the planner's supergraph the resolvable
 * keys of a type therefore stand before the others.
 */
export function resolvableKeysFirst(supergraphSdl: string): string {
  if (!/resolvable:\s*false/.test(supergraphSdl)) return supergraphSdl;
  const sort = (directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] => [
    ...directives.filter((each) => !isUnresolvable(each)),
    ...directives.filter(isUnresolvable),
  ];
  return print(
    visit(parse(supergraphSdl, { noLocation: true }), {
      ObjectTypeDefinition: (type) => ({ ...type, directives: sort(type.directives) }),
      InterfaceTypeDefinition: (type) => ({ ...type, directives: sort(type.directives) }),
    }),
  );
}

const isUnresolvable = ({ name, arguments: args }: ConstDirectiveNode): boolean =>
  name.value === 'join__type' &&
  args?.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value) === true;
