import type { PlanNode } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode, visit } from 'graphql';
import type { Prices } from '../protect/prices.ts';
import type { TypeTest } from './possible-types.ts';
import { absent, compileProjection, type Notes, type Projection } from './project.ts';
import { rootNamesOf } from './root-names.ts';
import { conditionVariables, createSelector } from './select.ts';
import { compilePlan, NotCompiled } from './steps.ts';
import type { Fetcher, JsonObject, Run } from './types.ts';

/** What came of an operation. */
export interface Outcome {
  /** JSON text of the answer's `data`; null when the operation was refused before it began. */
  data: string | null;
  errors: readonly GraphQLError[];
  /** What the answer costs, reckoned from its real lists; null where it was not reckoned. */
  points: number | null;
}

/** A planned operation, ready to run any number of times. */
export interface CompiledOperation {
  /** The subgraphs that its plan can ask. */
  subgraphs: readonly string[];
  /** @param variables as the client sent them */
  run(variables: JsonObject, fetch: Fetcher): Promise<Outcome>;
}

/** What a schema gives to all its operations. */
export interface CompilerContext {
  /** The schema that clients see. */
  schema: GraphQLSchema;
  /** Null where nothing has a price. */
  prices: Prices | null;
  supergraphSchema: GraphQLSchema;
  /** Over the supergraph: types that clients do not see stand in representations. */
  isOfType: TypeTest;
  /** Over the schema that clients see. */
  isOfClientType: TypeTest;
}

/** How an operation is answered under one set of conditions. */
interface Shown {
  project: Projection;
  /** Root fields that no subgraph has a way to: nobody is asked, as with any other operation that has no plan. */
  refused: readonly GraphQLError[];
}

/** Projections kept of one operation: one a combination of its conditions that was met. */
const MOST_PROJECTIONS = 32;

/**
 * Compiles a plan of Apollo's planner and the shape of the answer.
 * @throws NotCompiled for an operation that Apollo's own executor is to run: introspection, and names that JavaScript's objects have
 */
export function compileOperation(
  context: CompilerContext,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  plan: PlanNode | undefined,
): CompiledOperation {
  const { schema } = context;
  refuseWhatIsLeft(document);
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new NotCompiled(`no ${operation.operation}`);
  const work = compilePlan(plan, context.isOfType);
  const conditions = conditionVariables(document);
  const definitions = operation.variableDefinitions ?? [];
  const projections = new Map<string, Shown>();

  const shownFor = (coerced: JsonObject): Shown => {
    let key = '';
    for (const name of conditions) key += coerced[name] === true ? '1' : '0';
    const known = projections.get(key);
    if (known) return known;
    const selector = createSelector(document, (name) => coerced[name] === true, context.isOfClientType);
    const { asked, project } = compileProjection(context, selector, rootType, operation.selectionSet);
    const planned = rootNamesOf(plan);
    const made = { project, refused: asked.filter((name) => !planned.has(name)).map((name) => misfit(absent(name))) };
    if (projections.size >= MOST_PROJECTIONS) projections.clear();
    projections.set(key, made);
    return made;
  };

  return {
    subgraphs: subgraphsOf(plan),
    async run(variables, fetch) {
      const { errors: refused, coerced } =
        definitions.length === 0
          ? { errors: undefined, coerced: {} }
          : getVariableValues(schema, definitions, variables, { maxErrors: 10 });
      if (refused) return { data: null, errors: refused.map(invalidVariable), points: 0 };
      const shown = shownFor(coerced ?? {});
      if (shown.refused.length > 0) return { data: null, errors: shown.refused, points: 0 };
      const run: Run = { root: {}, variables, coerced: coerced ?? {}, errors: [], unknown: new Set(), fetch };
      const waiting = work(run);
      if (waiting) await waiting;
      const notes: Notes = { misfits: [], points: 0, unknown: run.unknown };
      const data = shown.project(run.root, notes);
      // Where a subgraph already said what went wrong, the nulls that follow from it need no words of their own.
      const errors = run.errors.length > 0 ? run.errors : notes.misfits.map(misfit);
      return { data, errors, points: context.prices ? notes.points : null };
    },
  };
}

const misfit = ({ message, path }: { message: string; path: readonly (string | number)[] }) =>
  new GraphQLError(message, { path, extensions: { code: 'INVALID_GRAPHQL' } });

const invalidVariable = (error: GraphQLError) =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    originalError: error.originalError,
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT', http: { status: 400 } },
  });

function refuseWhatIsLeft(document: DocumentNode): void {
  visit(document, {
    Field({ name, alias }) {
      const key = (alias ?? name).value;
      if (name.value === '__schema' || name.value === '__type') throw new NotCompiled('introspection');
      if (key in Object.prototype || (key === '__typename' && name.value !== key)) throw new NotCompiled(`the name ${key}`);
    },
  });
}

function subgraphsOf(plan: PlanNode | undefined): string[] {
  const names = new Set<string>();
  const walk = (node: PlanNode | undefined): void => {
    if (!node) return;
    if (node.kind === 'Fetch') names.add(node.serviceName);
    else if (node.kind === 'Flatten') walk(node.node);
    else if (node.kind === 'Condition') {
      walk(node.ifClause);
      walk(node.elseClause);
    } else if (node.kind === 'Sequence' || node.kind === 'Parallel') node.nodes.forEach(walk);
  };
  walk(plan);
  return [...names];
}
