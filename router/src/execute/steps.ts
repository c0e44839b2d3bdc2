import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { type FormattedExecutionResult, OperationTypeNode } from 'graphql';
import { pathOf, reported, unanswered } from './failures.ts';
import { mergeInto } from './merge.ts';
import { commonPath, objectsAt, type PlanPath, responsePathsAt, type Spots, spotsAt } from './path.ts';
import type { TypeTest } from './possible-types.ts';
import { compileRepresent, numbering } from './represent.ts';
import { compileRewrites } from './rewrite.ts';
import { rootNames } from './root-names.ts';
import { isObject, type JsonObject, own, type Run, type Step, type SubgraphFetch } from './types.ts';

/** Thrown for a plan that is left to Apollo's own executor. */
export class NotCompiled extends Error {}

const nothing: Step = () => null;

/** Compiles a plan to what is to be done. @throws NotCompiled */
export function compilePlan(node: PlanNode | undefined, isOfType: TypeTest): Step {
  return node ? compileNode(node, [], isOfType) : nothing;
}

function compileNode(node: PlanNode, path: PlanPath, isOfType: TypeTest): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((each) => compileNode(each, path, isOfType)));
    case 'Parallel':
      return inParallel(node.nodes.map((each) => compileNode(each, path, isOfType)));
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String)], isOfType);
    case 'Condition': {
      const yes = node.ifClause ? compileNode(node.ifClause, path, isOfType) : nothing;
      const no = node.elseClause ? compileNode(node.elseClause, path, isOfType) : nothing;
      return (run) => (run.coerced[node.condition] === true ? yes : no)(run);
    }
    case 'Fetch':
      if (node.contextRewrites?.length) throw new NotCompiled('context arguments');
      return node.requires ? compileEntityFetch(node, path, isOfType) : compileFetch(node, path, isOfType);
    default:
      throw new NotCompiled(node.kind);
  }
}

function inSequence(steps: readonly Step[]): Step {
  const [only, ...more] = steps;
  if (!only) return nothing;
  if (more.length === 0) return only;
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    const waiting: Promise<void>[] = [];
    for (const step of steps) {
      const work = step(run);
      if (work) waiting.push(work);
    }
    await Promise.all(waiting);
  };
}

/** The variables of a fetch out of those of the operation; what the client did not send is not sent on. */
function compileVariables(names: readonly string[] | undefined): (run: Run) => JsonObject {
  if (!names || names.length === 0) return () => ({});
  return ({ variables }) => {
    const picked: JsonObject = {};
    for (const name of names) {
      const value = own(variables, name);
      if (value !== undefined) picked[name] = value;
    }
    return picked;
  };
}

const requestOf = (node: FetchNode, variables: JsonObject): SubgraphFetch => ({
  subgraph: node.serviceName,
  query: node.operation,
  operationName: node.operationName,
  variables,
  isMutation: node.operationKind === OperationTypeNode.MUTATION,
});

/** Whether nothing is known of an object but which one it is. */
function isBare(object: JsonObject): boolean {
  for (const name in object) if (name !== '__typename' && name !== 'id') return false;
  return object.__typename !== undefined && object.id !== undefined;
}

/** Null, having noted why, when there is no answer. */
async function send(run: Run, request: SubgraphFetch, missing: () => (readonly (string | number)[] | undefined)[]) {
  let answer: FormattedExecutionResult;
  try {
    answer = await run.fetch(request);
  } catch (error) {
    for (const path of missing()) run.errors.push(unanswered(error, path));
    return null;
  }
  return answer;
}

function errorsOf(answer: FormattedExecutionResult): readonly unknown[] {
  const errors: unknown = answer.errors;
  return Array.isArray(errors) ? errors : errors ? [errors] : [];
}

function compileFetch(node: FetchNode, path: PlanPath, isOfType: TypeTest): Step {
  const variablesOf = compileVariables(node.variableUsages);
  const rewrite = compileRewrites(node.outputRewrites, isOfType);
  const prefix = commonPath(path);
  let names: string[] | null = null;
  const missing = () => {
    names ??= rootNames(node.operation);
    return names.map((name) => [...prefix, name]);
  };
  return async (run) => {
    const targets = path.length === 0 ? [run.root] : objectsAt(run.root, path);
    if (targets.length === 0) return;
    const answer = await send(run, requestOf(node, variablesOf(run)), missing);
    if (!answer) return;
    for (const error of errorsOf(answer)) {
      const at = pathOf(error);
      run.errors.push(reported(error, at && [...prefix, ...at]));
    }
    const { data } = answer;
    if (!isObject(data)) {
      if (errorsOf(answer).length === 0) for (const at of missing()) run.errors.push(unanswered(null, at));
      return;
    }
    rewrite?.(data);
    // Two that share one object would each get what the next fetch brings for the other.
    targets.forEach((target, index) => {
      mergeInto(target, index === 0 ? data : structuredClone(data));
    });
  };
}

function compileEntityFetch(node: FetchNode, path: PlanPath, isOfType: TypeTest): Step {
  const variablesOf = compileVariables(node.variableUsages);
  const represent = compileRepresent(node.requires ?? [], isOfType);
  const rewriteInput = compileRewrites(node.inputRewrites, isOfType);
  const rewriteOutput = compileRewrites(node.outputRewrites, isOfType);
  if (node.variableUsages?.includes('representations')) throw new NotCompiled('a variable of the name "representations"');
  const missing = () => [commonPath(path)];

  return (run) => {
    const spots = spotsAt(run.root, path);
    if (spots.objects.length === 0) return null;
    const representations: JsonObject[] = [];
    /** For each target the number of its representation; -1 for one that has none. */
    const numbers: number[] = [];
    const numberOf = numbering();
    for (const target of spots.objects) {
      const representation = represent(target);
      if (!representation) {
        numbers.push(-1);
        continue;
      }
      // By its own kind: two kinds with one id are two things, also where their subgraph knows only the interface.
      const number = numberOf(representation, representations.length);
      if (number === representations.length) {
        rewriteInput?.(representation);
        representations.push(representation);
      }
      numbers.push(number);
    }
    if (representations.length === 0) return null;
    return fetchEntities(run, spots, numbers, representations);
  };

  async function fetchEntities(run: Run, { holders, keys }: Spots, numbers: number[], representations: JsonObject[]): Promise<void> {
    const answer = await send(run, requestOf(node, { ...variablesOf(run), representations }), missing);
    if (!answer) return;
    const errors = errorsOf(answer);
    if (errors.length > 0) noteErrors(run, errors, numbers);
    const entities: unknown = isObject(answer.data) ? answer.data._entities : undefined;
    if (!Array.isArray(entities) || entities.length !== representations.length) {
      // Which entity is which can no longer be told, and a guess would be somebody else's data.
      if (errors.length === 0 || Array.isArray(entities)) for (const at of missing()) run.errors.push(unanswered(null, at));
      return;
    }
    if (rewriteOutput) for (const entity of entities) rewriteOutput(entity);
    holders.forEach((holder, index) => {
      const entity: unknown = entities[numbers[index] ?? -1];
      const key = keys[index] as string;
      // Not the object of before: another fetch may have put its entity there.
      const target = holder[key];
      if (!isObject(target)) return;
      if (isObject(entity)) {
        // The subgraph of an interface object knows no kinds: it names the interface, and what is known of the kind stays.
        if (isNarrower(target.__typename, entity.__typename)) entity.__typename = target.__typename;
        if (isBare(target) && !run.unknown.has(target)) {
          // All that stand for one thing are that one object: what they are to be told later is the same, too.
          if (entity.__typename === undefined) entity.__typename = target.__typename;
          if (entity.id === undefined) entity.id = target.id;
          holder[key] = entity;
        } else mergeInto(target, entity);
      } else if (entity === null) run.unknown.add(target);
      else if (entity !== undefined) run.errors.push(unanswered(null, responsePathsAt(run.root, path)[index]));
    });
  }

  function isNarrower(known: unknown, told: unknown): boolean {
    return known !== told && typeof known === 'string' && typeof told === 'string' && isOfType(known, told);
  }

  function noteErrors(run: Run, errors: readonly unknown[], numbers: readonly number[]): void {
    const places = responsePathsAt(run.root, path);
    for (const error of errors) {
      const at = pathOf(error);
      const number = at?.[1];
      if (at?.[0] !== '_entities' || typeof number !== 'number') {
        run.errors.push(reported(error, commonPath(path)));
        continue;
      }
      numbers.forEach((each, index) => {
        if (each === number) run.errors.push(reported(error, [...(places[index] ?? []), ...at.slice(2)]));
      });
    }
  }
}
