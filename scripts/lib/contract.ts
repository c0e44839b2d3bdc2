import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type IntValueNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parseConstValue,
  type TypeNode,
  visit,
} from 'graphql';

/** A subgraph's entries of who may do what, as its permissions.ts says. */
export type AccessTable = Readonly<Record<string, AccessEntry>>;
interface AccessEntry {
  /** The action in plain words. */
  says?: string;
  roles: readonly string[];
  contact?: boolean;
  scope?: string;
  person?: boolean;
}

/** A subgraph's table with what its domain is called. */
export interface DomainTable {
  domain: string;
  table: AccessTable;
}

/** Reads `subgraphs/<name>/src/permissions.ts`; without one, the table is empty. */
export async function readAccessTable(root: string, name: string): Promise<DomainTable> {
  const path = join(root, 'subgraphs', name, 'src/permissions.ts');
  if (!existsSync(path)) return { domain: '', table: {} };
  const { permissions }: { permissions: Partial<DomainTable> } = await import(pathToFileURL(path).href);
  return { domain: permissions.domain ?? '', table: permissions.table ?? {} };
}

/** Writes the entry that each `@access` names beside the name; an unknown one stays as it is, for the lint to find. */
export function writeAccess(document: DocumentNode, table: AccessTable): DocumentNode {
  return visit(document, {
    Directive(node) {
      const entry = node.name.value === 'access' ? table[actionOf(node) ?? ''] : undefined;
      if (!entry) return undefined;
      const { roles, contact, scope, person } = entry;
      const facts = { roles, contact: contact || undefined, scope, person: person || undefined };
      return { ...node, arguments: [...(node.arguments ?? []), ...constArguments(facts)] };
    },
  });
}

/** The name of the entry that an `@access` asks for. */
export function actionOf(directive: { arguments?: readonly { name: { value: string }; value: { kind: string } }[] }): string | null {
  const value = directive.arguments?.find(({ name }) => name.value === 'action')?.value;
  return value && 'value' in value && typeof value.value === 'string' ? value.value : null;
}

/**
 * Prices what is priced the same everywhere: a page of a connection costs its `first` things, the edges round them nothing, and the
 * count of all of them one.
 */
export function writeCosts(document: DocumentNode): DocumentNode {
  const write = (node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode) => {
    const name = node.name.value;
    const isConnection = name.endsWith('Connection');
    const fields = node.fields?.map((field) => {
      const pageSize = pageSizeOf(field);
      if (pageSize !== null) {
        const facts = {
          assumedSize: pageSize,
          slicingArguments: ['first'],
          sizedFields: ['edges', 'nodes'],
          requireOneSlicingArgument: false,
        };
        return withDirective(field, 'listSize', facts);
      }
      return isConnection && field.name.value === 'totalCount' ? withDirective(field, 'cost', { weight: 1 }) : field;
    });
    const priced = { ...node, fields };
    return name.endsWith('Edge') ? withDirective(priced, 'cost', { weight: 0 }) : priced;
  };
  return visit(document, { ObjectTypeDefinition: write, ObjectTypeExtension: write });
}

/** The default of `first`, for a field that gives pages of a connection. */
function pageSizeOf(field: FieldDefinitionNode): number | null {
  if (!nameOf(field.type).endsWith('Connection')) return null;
  const first = field.arguments?.find(({ name }) => name.value === 'first')?.defaultValue;
  return first?.kind === Kind.INT ? Number((first satisfies IntValueNode).value) : null;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function withDirective<Node extends { directives?: readonly ConstDirectiveNode[] }>(
  node: Node,
  name: string,
  facts: Record<string, unknown>,
): Node {
  if (node.directives?.some((each) => each.name.value === name)) return node;
  const directive: ConstDirectiveNode = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: constArguments(facts),
  };
  return { ...node, directives: [...(node.directives ?? []), directive] };
}

function constArguments(facts: Record<string, unknown>): ConstArgumentNode[] {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value: parseConstValue(JSON.stringify(value), { noLocation: true }),
    }));
}
