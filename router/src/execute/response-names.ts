import { type DocumentNode, GraphQLError, Kind, visit } from 'graphql';
import type { CompiledOperation } from './operation.ts';

/**
 * The names of fields that the planner adds to what a client asks for: those of keys and requirements, and `__typename`. It keeps one
 * field a response name, so that an alias of such a name, or such a field with arguments, would get another field's value.
 */
export function plannerNames(supergraphSdl: string): ReadonlySet<string> {
  const names = new Set(['__typename']);
  for (const [, set] of supergraphSdl.matchAll(/\b(?:key|requires):\s*"((?:[^"\\]|\\.)*)"/g)) {
    for (const [name] of (set ?? '').matchAll(/[_A-Za-z]\w*/g)) names.add(name);
  }
  return names;
}

/** An operation whose response names do not meet the planner's, and the client's name for each that was changed. */
export interface Renamed {
  document: DocumentNode;
  clientNames: ReadonlyMap<string, string>;
}

/** Gives other response names to what would meet the planner's; null where nothing does, which is nearly always. */
export function renameForPlanner(document: DocumentNode, names: ReadonlySet<string>): Renamed | null {
  const clientNames = new Map<string, string>();
  const taken = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void taken.add((alias ?? name).value) });
  const renamed = visit(document, {
    Field(field) {
      const { alias, name, arguments: args = [] } = field;
      const shown = (alias ?? name).value;
      const isOther = shown !== name.value || args.length > 0;
      if (!isOther || !names.has(shown)) return undefined;
      let other = `${shown}_is_${name.value}`.replace(/^_+/, '');
      while (taken.has(other)) other += '_';
      clientNames.set(other, shown);
      return { ...field, alias: { kind: Kind.NAME, value: other } };
    },
  });
  return clientNames.size === 0 ? null : { document: renamed, clientNames };
}

/** The operation as its client wrote it: its answer and the paths of its errors have the client's names again. */
export function withClientNames<Operation extends CompiledOperation>(operation: Operation, clientNames: Renamed['clientNames']): Operation {
  const nameOf = (part: string | number) => (typeof part === 'string' ? (clientNames.get(part) ?? part) : part);
  return {
    ...operation,
    async run(...given: Parameters<CompiledOperation['run']>) {
      const outcome = await operation.run(...given);
      let { data } = outcome;
      // In JSON a quote inside of a text is escaped: what has bare quotes before a colon is a name.
      for (const [other, shown] of clientNames) data = data?.replaceAll(`"${other}":`, `"${shown}":`) ?? null;
      const errors = outcome.errors.map((error) =>
        error.path
          ? new GraphQLError(error.message, {
              nodes: error.nodes,
              path: error.path.map(nameOf),
              originalError: error.originalError,
              extensions: error.extensions,
            })
          : error,
      );
      return { ...outcome, data, errors };
    },
  };
}
