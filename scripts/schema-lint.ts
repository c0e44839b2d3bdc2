import {
  type ASTNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  getLocation,
  type InputValueDefinitionNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { actionOf } from './lib/contract.ts';

/** The SDL of one subgraph, as its rooms wrote it. `document` keeps locations, so that a finding names file and line. */
export interface SubgraphSdl {
  name: string;
  document: DocumentNode;
}

/** The highest version of the Federation spec that the gateway's composition can read. */
const newestFederation = 14;
/** The gateway refuses to start on the first three; the fourth gives wrong answers with keys that can't be resolved. */
const bannedDirectives = ['authenticated', 'requiresScopes', 'policy', 'interfaceObject'];
const rootTypes = ['Query', 'Mutation', 'Subscription'];

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

const isObject = (node: DefinitionNode): node is ObjectNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
const directives = <Directive extends DirectiveNode>(node: { directives?: readonly Directive[] }, name: string): Directive[] =>
  (node.directives ?? []).filter((directive) => directive.name.value === name);
const argument = (directive: ConstDirectiveNode, name: string) => directive.arguments?.find((each) => each.name.value === name)?.value;
const fieldSet = (directive: ConstDirectiveNode) => {
  const value = argument(directive, 'fields');
  return value?.kind === Kind.STRING ? value.value : '';
};

/** Whether a type definition is another subgraph's entity, named here only to point at it. */
export function isStub(node: DefinitionNode): boolean {
  return (
    isObject(node) &&
    directives(node, 'key').some((key) => {
      const resolvable = argument(key, 'resolvable');
      return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
    })
  );
}

/** The entities that a subgraph owns: those it declares as a Node with a key that it resolves. */
export function ownedEntities(document: DocumentNode): ObjectTypeDefinitionNode[] {
  return document.definitions.filter(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION &&
      !isStub(node) &&
      directives(node, 'key').length > 0 &&
      (node.interfaces ?? []).some((each) => each.name.value === 'Node'),
  );
}

/** Where a node stands, as `file:line`. */
export function whereIs(node: ASTNode): string {
  if (!node.loc) return '?';
  return `${node.loc.source.name}:${getLocation(node.loc.source, node.loc.start).line}`;
}

/**
 * Holds the rules of docs/playbooks/schema-design.md against the SDL of all subgraphs.
 * Returns one line a finding (`file:line what is wrong and what to do`), none when all is well.
 */
export function lintSchema(subgraphs: SubgraphSdl[]): string[] {
  const owners = new Map<string, string>();
  const findings: string[] = [];
  for (const { name, document } of subgraphs) {
    for (const entity of ownedEntities(document)) {
      const other = owners.get(entity.name.value);
      if (other) {
        findings.push(
          `${whereIs(entity)} ${entity.name.value} is a Node of ${other} already: one that extends it leaves out "implements Node".`,
        );
      } else owners.set(entity.name.value, name);
    }
  }
  for (const subgraph of subgraphs) {
    const report = (node: ASTNode, text: string) => findings.push(`${whereIs(node)} ${text}`);
    for (const node of subgraph.document.definitions) {
      lintDescriptions(node, owners, subgraph.name, report);
      lintDirectives(node, report);
      if (!isObject(node)) continue;
      lintForeignFields(node, subgraph, owners, report);
      lintAccess(node, report);
      lintListSizes(node, subgraph.document, report);
      if (node.name.value === 'Mutation') for (const field of node.fields ?? []) lintMutation(field, subgraph.document, report);
    }
  }
  return [...new Set(findings)].sort();
}

type Report = (node: ASTNode, text: string) => void;

function lintDescriptions(node: DefinitionNode, owners: Map<string, string>, subgraph: string, report: Report): void {
  if (!('name' in node) || !node.name || node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) return;
  const name = node.name.value;
  const owner = owners.get(name);
  const foreign = isStub(node) || (owner !== undefined && owner !== subgraph);
  const bare = (each: ASTNode & { description?: unknown }, what: string) => {
    if (!each.description) report(each, `${what} has no description.`);
  };
  if (!node.kind.endsWith('Extension') && !foreign && !rootTypes.includes(name)) bare(node, name);
  if ('values' in node) for (const value of node.values ?? []) bare(value, `${name}.${value.name.value}`);
  if (!('fields' in node)) return;
  for (const field of node.fields ?? []) {
    const label = `${name}.${field.name.value}`;
    if (!(foreign && keyFields(node).has(field.name.value))) bare(field, label);
    if (field.kind !== Kind.FIELD_DEFINITION) continue;
    for (const each of field.arguments ?? []) {
      // A mutation's `input` is described by its type.
      if (name === 'Mutation' && each.name.value === 'input') continue;
      bare(each, `${label}(${each.name.value}:)`);
    }
  }
}

const keyFields = (node: { directives?: readonly ConstDirectiveNode[] }) =>
  new Set(directives(node, 'key').flatMap((key) => fieldSet(key).split(/[\s{},]+/)));

function lintDirectives(node: DefinitionNode, report: Report): void {
  if (node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.SCHEMA_DEFINITION) {
    for (const link of directives(node, 'link')) {
      const url = argument(link, 'url');
      const version = url?.kind === Kind.STRING ? /specs\.apollo\.dev\/federation\/v2\.(\d+)/.exec(url.value)?.[1] : undefined;
      if (version && Number(version) > newestFederation)
        report(link, `@link to Federation v2.${version} does not compose: v2.${newestFederation} at most.`);
    }
  }
  for (const name of bannedDirectives) {
    const owners: (ASTNode & { directives?: readonly DirectiveNode[] })[] = [node, ...('fields' in node ? (node.fields ?? []) : [])];
    for (const owner of owners)
      for (const each of directives(owner, name)) report(each, `@${name} is not supported by the gateway: take it out.`);
  }
  if (!isObject(node)) return;
  for (const key of directives(node, 'key')) {
    if (/[{(]/.test(fieldSet(key))) report(key, `The key of ${node.name.value} is not flat: the gateway answers null for nested keys.`);
  }
  for (const field of node.fields ?? []) {
    for (const requires of directives(field, 'requires')) {
      if (hasArguments(fieldSet(requires)))
        report(
          field,
          `@requires of ${node.name.value}.${field.name.value} has arguments: the gateway returns wrong data without an error.`,
        );
    }
  }
}

function hasArguments(selection: string): boolean {
  return /\(/.test(selection) || JSON.stringify(parse(`{${selection}}`, { noLocation: true })).includes('"Argument"');
}

/** A field that leads into another subgraph is null when that one is dead; were it non-null, it would take its parent along. */
function lintForeignFields(node: ObjectNode, subgraph: SubgraphSdl, owners: Map<string, string>, report: Report): void {
  const isForeign = (type: string): boolean => {
    const owner = owners.get(type);
    return owner !== undefined && owner !== subgraph.name;
  };
  const union = (name: string) =>
    subgraph.document.definitions.find(
      (each): each is UnionTypeDefinitionNode => each.kind === Kind.UNION_TYPE_DEFINITION && each.name.value === name,
    );
  const leadsOut = (type: string) => isForeign(type) || (union(type)?.types ?? []).some((member) => isForeign(member.name.value));
  const typeIsForeign = isForeign(node.name.value);
  const keys = keyFields(node);
  for (const field of node.fields ?? []) {
    const label = `${node.name.value}.${field.name.value}`;
    const { name, required } = innermost(field.type);
    if (required && leadsOut(name))
      report(field, `${label} leads into another subgraph (${name}): make it, and the items of a list, nullable.`);
    const borrowed = keys.has(field.name.value) || directives(field, 'external').length > 0;
    if (typeIsForeign && !borrowed && field.type.kind === Kind.NON_NULL_TYPE)
      report(
        field,
        `${label} is added to another subgraph's ${node.name.value}: make it nullable, so that a dead subgraph costs this field only.`,
      );
  }
}

/** The router refuses by `@access` before it plans: a mutation or live field without one would be open until a service has it. */
function lintAccess(node: ObjectNode, report: Report): void {
  for (const field of node.fields ?? []) {
    const label = `${node.name.value}.${field.name.value}`;
    const [access] = directives(field, 'access');
    if (!access) {
      if (node.name.value === 'Mutation' || node.name.value === 'Subscription')
        report(field, `${label} has no @access: name the entry of permissions.ts that it needs.`);
      continue;
    }
    if (!rootTypes.includes(node.name.value)) report(field, `${label} is no field of a root: the service holds who may, take @access out.`);
    if (!argument(access, 'roles')) report(field, `${label}: permissions.ts has no entry "${actionOf(access) ?? ''}".`);
  }
}

/** What a list costs is known before it is read: by its `first`, or by what is written beside it. */
function lintListSizes(node: ObjectNode, document: DocumentNode, report: Report): void {
  if (node.name.value.endsWith('Connection') || node.name.value === 'Query') return;
  for (const field of node.fields ?? []) {
    if (!isList(field.type) || directives(field, 'listSize').length > 0) continue;
    const { name } = innermost(field.type);
    const isThings = document.definitions.some(
      (each) =>
        'name' in each &&
        each.name?.value === name &&
        (isObject(each) || each.kind === Kind.INTERFACE_TYPE_DEFINITION || each.kind === Kind.UNION_TYPE_DEFINITION),
    );
    if (isThings) report(field, `${node.name.value}.${field.name.value} has no @listSize: say how many there are as a rule.`);
  }
}

const isList = (type: TypeNode): boolean => type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

function innermost(type: TypeNode): { name: string; required: boolean } {
  let at: TypeNode = type;
  let required = false;
  while (at.kind !== Kind.NAMED_TYPE) {
    required = at.kind === Kind.NON_NULL_TYPE && at.type.kind === Kind.NAMED_TYPE;
    at = at.type;
  }
  return { name: at.name.value, required };
}

function lintMutation(field: FieldDefinitionNode, document: DocumentNode, report: Report): void {
  const label = `Mutation.${field.name.value}`;
  const [input, ...more] = field.arguments ?? [];
  if (more.length > 0 || (input && !isRequiredInput(input))) report(field, `${label} takes one argument, "input", not null (or none).`);
  const expected = `${field.name.value.charAt(0).toUpperCase()}${field.name.value.slice(1)}Result`;
  const { name } = innermost(field.type);
  const union = document.definitions.find(
    (each): each is UnionTypeDefinitionNode => each.kind === Kind.UNION_TYPE_DEFINITION && each.name.value === name,
  );
  if (name !== expected || !union || field.type.kind !== Kind.NON_NULL_TYPE) {
    report(field, `${label} returns a union ${expected}!, not ${name}.`);
    return;
  }
  const success = expected.replace(/Result$/, 'Success');
  const members: readonly NamedTypeNode[] = union.types ?? [];
  if (!members.some((member) => member.name.value === success)) report(union, `${expected} has no member ${success}.`);
  for (const member of members) {
    if (member.name.value === success) continue;
    const type = document.definitions.find(
      (each): each is ObjectTypeDefinitionNode => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === member.name.value,
    );
    if (type && !(type.interfaces ?? []).some((each) => each.name.value === 'UserError'))
      report(type, `${member.name.value} says what went wrong in ${expected}: it implements UserError.`);
  }
}

const isRequiredInput = (node: InputValueDefinitionNode) => node.name.value === 'input' && node.type.kind === Kind.NON_NULL_TYPE;
