import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';

const WEB = join(import.meta.dirname, '../../web/src');

/** Every operation and fragment of the pages, by name. */
const known: ReadonlyMap<string, OperationDefinitionNode | FragmentDefinitionNode> = new Map(
  readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => parse(readFileSync(join(WEB, file), 'utf8')).definitions.filter(isNamed))
    .map((definition) => [definition.name?.value ?? '', definition]),
);

/**
 * What a page sends under this name: the operation with every fragment that it draws on, and `__typename` in each selection.
 * @throws when the pages have no such operation
 */
export function pageOperation(name: string): string {
  const needed = new Map<string, OperationDefinitionNode | FragmentDefinitionNode>();
  const take = (wanted: string): void => {
    if (needed.has(wanted)) return;
    const definition = known.get(wanted);
    if (!definition) throw new Error(`The pages have no operation or fragment ${wanted}.`);
    needed.set(wanted, asSent(definition));
    visit(definition, { FragmentSpread: (spread) => take(spread.name.value) });
  };
  take(name);
  return [...needed.values()].map(print).join('\n');
}

/** The client's own directive is taken out and types are asked for, as Apollo Client does. */
function asSent<Definition extends OperationDefinitionNode | FragmentDefinitionNode>(definition: Definition): Definition {
  return visit(definition, {
    Directive: (directive) => (directive.name.value === 'unmask' ? null : undefined),
    OperationDefinition: { leave: (operation) => ({ ...operation, selectionSet: withoutTypename(operation.selectionSet) }) },
    SelectionSet: { leave: withTypename },
  }) as Definition;
}

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

function withTypename(set: SelectionSetNode): SelectionSetNode {
  return { ...withoutTypename(set), selections: [...withoutTypename(set).selections, typename] };
}

const withoutTypename = (set: SelectionSetNode): SelectionSetNode => ({
  ...set,
  selections: set.selections.filter((each) => each.kind !== Kind.FIELD || each.name.value !== '__typename'),
});

function isNamed(definition: DefinitionNode): definition is OperationDefinitionNode | FragmentDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION;
}
