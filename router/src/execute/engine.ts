import { operationFromDocument } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { liveSubgraph, type SupergraphFacts } from '../supergraph.ts';
import { leftToApollo } from './apollo.ts';
import { withoutLeftOut } from './left-out.ts';
import { type CompiledOperation, compileOperation } from './operation.ts';
import { createTypeTest } from './possible-types.ts';
import { renameForPlanner, withClientNames } from './response-names.ts';
import { restoreArguments } from './restore-arguments.ts';
import { NotCompiled } from './steps.ts';

/** Plans and compiles the operations of one schema. */
export interface Engine {
  /** Differs from schema to schema in this process. */
  id: number;
  facts: SupergraphFacts;
  /** The subgraphs that are services of their own. */
  subgraphs: readonly string[];
  /** The schema that clients see: what documents are validated against. */
  schema: GraphQLSchema;
  /**
   * The document's operation, planned and ready to run; remembered with the document. A subscription's first fetch is its event.
   * @throws BAD_USER_INPUT when no operation has the name, or the planner finds that it selects too much
   */
  prepare(document: DocumentNode, operationName: string | undefined): Prepared;
}

/** An operation that can be run. */
export interface Prepared extends CompiledOperation {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether our own executor runs it. */
  isCompiled: boolean;
}

let made = 0;

/** Throws when no plans can be made over the supergraph. */
export function createEngine(facts: SupergraphFacts): Engine {
  const { supergraph } = facts;
  const planner = new QueryPlanner(supergraph);
  const apiSchema = supergraph.apiSchema();
  const schema = apiSchema.toGraphQLJSSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const compiler = {
    schema,
    supergraphSchema,
    prices: facts.prices,
    isOfType: createTypeTest(supergraphSchema),
    isOfClientType: createTypeTest(schema),
  };
  const apollo = { clientSchema: schema, apiSchema, supergraphSchema };
  const names = supergraph.subgraphsMetadata().map(({ name }) => name);
  const known = new WeakMap<DocumentNode, Map<string | undefined, Prepared>>();

  function make(document: DocumentNode, operationName: string | undefined): Prepared {
    const operation = getOperationAST(document, operationName);
    if (!operation) throw badInput('Name one of the operations of the document.');
    const told = { operation, fragments: fragmentsOf(document) };
    const renamed = renameForPlanner(document, facts.plannerNames);
    if (!renamed) return { ...told, ...compile(document, operation, operationName) };
    const planned = getOperationAST(renamed.document, operationName) ?? operation;
    return { ...told, ...withClientNames(compile(renamed.document, planned, operationName), renamed.clientNames) };
  }

  function compile(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    operationName: string | undefined,
  ): CompiledOperation & { isCompiled: boolean } {
    const plan = planOf(document, operationName);
    try {
      return { isCompiled: true, ...compileOperation(compiler, document, operation, plan) };
    } catch (error) {
      if (!(error instanceof NotCompiled)) throw error;
      return { isCompiled: false, ...leftToApollo(apollo, names, document, operationName, plan) };
    }
  }

  function planOf(document: DocumentNode, operationName: string | undefined): PlanNode | undefined {
    const asked = withoutLeftOut(document);
    const { node } = refusingExplosions(() => planner.buildQueryPlan(operationFromDocument(apiSchema, asked, { operationName })));
    const plan: PlanNode | undefined =
      node?.kind !== 'Subscription' ? node : node.rest ? { kind: 'Sequence', nodes: [node.primary, node.rest] } : node.primary;
    return plan && facts.standIns.byName.size > 0 ? restoreArguments(plan, facts.standIns) : plan;
  }

  made += 1;
  return {
    id: made,
    facts,
    subgraphs: names.filter((name) => !isVirtual(facts, name)),
    schema,
    prepare(document, operationName) {
      const name = operationName ?? undefined;
      const ofDocument = known.get(document) ?? new Map<string | undefined, Prepared>();
      const prepared = ofDocument.get(name) ?? make(document, name);
      known.set(document, ofDocument.set(name, prepared));
      return prepared;
    },
  };
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  return fragments;
}

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

/** The planner's own limit on selections that multiply each other is the client's mistake, not ours. */
function refusingExplosions<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (error instanceof Error && /maximum (recursive|non-local) selections/i.test(error.message)) {
      throw badInput('The operation selects too much: its fragments multiply each other. Ask for less at once.');
    }
    throw error;
  }
}

/** Whether a subgraph is served by the router itself. */
export const isVirtual = (facts: SupergraphFacts, subgraph: string): boolean => subgraph === liveSubgraph && facts.liveSchema !== null;
