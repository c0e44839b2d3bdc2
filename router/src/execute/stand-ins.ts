import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** One field with certain arguments, as some `@requires` names it. */
export interface StandIn {
  field: string;
  args: readonly ArgumentNode[];
}

/**
 * The planner tells fields of one object apart by their response name only. So what is required with arguments gets overwritten by
 * the same field with others, be it the client's or another requirement's, and the wrong value is sent. In the planner's supergraph
 * such a requirement therefore is a field of its own, without arguments; `restoreArguments` turns it back in every fetch.
 */
export interface StandIns {
  byName: ReadonlyMap<string, StandIn>;
  /** The stand-ins that a field requires, by `Type.field`. */
  neededBy: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Puts stand-ins into a supergraph's SDL. The text comes back as it is when nothing is required with arguments. */
export function withStandIns(supergraphSdl: string): { supergraphSdl: string; standIns: StandIns } {
  const byName = new Map<string, StandIn>();
  const neededBy = new Map<string, Set<string>>();
  if (!/requires:\s*"[^"]*\(/.test(supergraphSdl)) return { supergraphSdl, standIns: { byName, neededBy } };

  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const objects = new Map<string, ObjectTypeDefinitionNode>();
  for (const each of definitions) if (each.kind === Kind.OBJECT_TYPE_DEFINITION) objects.set(each.name.value, each);
  const added = new Map<string, Map<string, FieldDefinitionNode>>();
  const known = new Map<string, string>();

  const standInFor = (type: ObjectTypeDefinitionNode, definition: FieldDefinitionNode, { arguments: args = [] }: FieldNode): string => {
    const key = `${type.name.value}.${definition.name.value}(${args.map(print).sort().join()})`;
    const name = known.get(key) ?? `${definition.name.value}__with${byName.size}`;
    known.set(key, name);
    byName.set(name, { field: definition.name.value, args });
    const ofType = added.get(type.name.value) ?? new Map<string, FieldDefinitionNode>();
    added.set(type.name.value, ofType.set(name, { ...definition, name: { kind: Kind.NAME, value: name }, arguments: [] }));
    return name;
  };

  const replace = (set: SelectionSetNode, typename: string, used: Set<string>): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((each) => {
      if (each.kind === Kind.INLINE_FRAGMENT) {
        return { ...each, selectionSet: replace(each.selectionSet, each.typeCondition?.name.value ?? typename, used) };
      }
      if (each.kind !== Kind.FIELD) return each;
      const type = objects.get(typename);
      const definition = type?.fields?.find(({ name }) => name.value === each.name.value);
      if (!type || !definition) return each;
      const inner = each.selectionSet ? { selectionSet: replace(each.selectionSet, namedType(definition.type), used) } : {};
      if (!each.arguments || each.arguments.length === 0) return { ...each, ...inner };
      const name = standInFor(type, definition, each);
      used.add(name);
      return { ...each, ...inner, name: { kind: Kind.NAME, value: name }, arguments: [] };
    }),
  });

  const rewritten = definitions.map((definition): DefinitionNode => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
    const typename = definition.name.value;
    const fields = definition.fields?.map((field) => {
      const directives = field.directives?.map((directive) =>
        withRequirement(directive, (text) => {
          const used = neededBy.get(`${typename}.${field.name.value}`) ?? new Set<string>();
          const set = replace(fieldSet(text), typename, used);
          if (used.size > 0) neededBy.set(`${typename}.${field.name.value}`, used);
          return print(set).replaceAll(/\s+/g, ' ').slice(1, -1).trim();
        }),
      );
      return { ...field, ...(directives ? { directives } : {}) };
    });
    return { ...definition, ...(fields ? { fields } : {}) };
  });
  const complete = rewritten.map((definition): DefinitionNode => {
    const more = definition.kind === Kind.OBJECT_TYPE_DEFINITION ? added.get(definition.name.value) : undefined;
    if (!more || definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
    return { ...definition, fields: [...(definition.fields ?? []), ...more.values()] };
  });
  return { supergraphSdl: print({ kind: Kind.DOCUMENT, definitions: complete }), standIns: { byName, neededBy } };
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

function fieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${text}" is no set of fields.`);
  return definition.selectionSet;
}

function withRequirement(directive: ConstDirectiveNode, change: (text: string) => string): ConstDirectiveNode {
  if (directive.name.value !== 'join__field') return directive;
  const args = directive.arguments?.map((each) =>
    each.name.value === 'requires' && each.value.kind === Kind.STRING && each.value.value.includes('(')
      ? { ...each, value: { ...each.value, value: change(each.value.value) } }
      : each,
  );
  return { ...directive, ...(args ? { arguments: args } : {}) };
}
