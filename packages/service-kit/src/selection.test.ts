import { expect, test } from '@jest/globals';
import { type FieldNode, type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { asksOnly } from './selection.ts';

const LINE = new Set(['id', 'name']);

/** Whether the root fields of a document, taken as one, ask for no more than a line. */
function isLine(text: string): boolean {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  const fieldNodes: FieldNode[] = [];
  for (const definition of parse(text).definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const selection of definition.selectionSet.selections) if (selection.kind === Kind.FIELD) fieldNodes.push(selection);
  }
  return asksOnly({ fieldNodes, fragments }, LINE);
}

test.each([
  ['{ things { totalCount pageInfo { endCursor } } }', true],
  ['{ things { nodes { __typename id also: name } } }', true],
  ['{ things { all: nodes { id } edges { cursor node { name } } } }', true],
  ['{ things { nodes { ...Line } } } fragment Line on Thing { id ... { name } }', true],
  ['{ things { nodes { id size } } }', false],
  ['{ things { nodes { name: size } } }', false],
  ['{ things { edges { node { size } } } }', false],
  ['{ things { ...Page } } fragment Page on Things { nodes { ... on Thing { size } } }', false],
  ['{ things { nodes { id } } things { nodes { size } } }', false],
  ['query ($all: Boolean!) { things { nodes { id size @include(if: $all) } } }', false],
  ['{ things { nodes { id inner { id } } } }', false],
])('%s asks only for a line: %s', (text, expected) => {
  expect(isLine(text)).toBe(expected);
});

test('a node that was looked at before is answered anew for other fields', () => {
  const [operation] = parse('{ things { nodes { id size } } }').definitions;
  const fieldNodes = operation?.kind === Kind.OPERATION_DEFINITION ? (operation.selectionSet.selections as FieldNode[]) : [];
  expect(asksOnly({ fieldNodes, fragments: {} }, LINE)).toBe(false);
  expect(asksOnly({ fieldNodes, fragments: {} }, new Set(['id', 'size']))).toBe(true);
});
