import { type ExecutionResult, GraphQLError, type GraphQLObjectType, type GraphQLResolveInfo, locatedError } from 'graphql';
import { type Container, compareRanks, Failure, keyAt, orderAt, type Places, pathTo, upOf } from './answer.ts';
import { byType, type Entities, resolveReferences } from './entities.ts';
import { objectTypeOf } from './object-type.ts';
import type { FieldPlan, OperationPlan, Selection, TypePlan, Variables } from './plan.ts';
import { isPromise, Waiting } from './waiting.ts';

/**
 * Runs an operation, field by field over all objects of a selection: a promise is waited for once a field, not once an object, and what
 * needs none is done at once. Data, errors and paths are those of graphql-js; errors come in the order of the answer.
 */
export function runOperation(plan: OperationPlan, context: unknown, variables: Variables): ExecutionResult | Promise<ExecutionResult> {
  const run = new Run(plan, context, variables);
  return run.start();
}

class Run {
  readonly #plan: OperationPlan;
  readonly #context: unknown;
  readonly #variables: Variables;
  readonly #answer: { data: unknown } & Container = { data: null };
  readonly #errors: { error: GraphQLError; rank: readonly number[] }[] = [];
  readonly #waiting = new Waiting();

  constructor(plan: OperationPlan, context: unknown, variables: Variables) {
    this.#plan = plan;
    this.#context = context;
    this.#variables = variables;
  }

  start(): ExecutionResult | Promise<ExecutionResult> {
    const root = this.#plan.root(this.#variables);
    const data = root.make();
    this.#answer.data = data;
    this.#fields(root, [undefined], [data], null, null, true);
    return this.#waiting.end(() => this.#result());
  }

  #result(): ExecutionResult {
    const { data } = this.#answer as { data: ExecutionResult['data'] };
    if (this.#errors.length === 0) return { data };
    return { errors: this.#errors.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ error }) => error), data };
  }

  #fields(
    selection: Selection,
    sources: readonly unknown[],
    targets: readonly Container[],
    up: Places | null,
    ups: readonly number[] | null,
    isUpNullable: boolean,
  ): void {
    for (const key of selection.typenames) for (const target of targets) target[key] = selection.type.name;
    for (const field of selection.fields) {
      const places: Places = { field, containers: targets, indexes: null, up, ups, isUpNullable, lost: null };
      const { resolveAll } = field;
      if (resolveAll !== null) {
        const ask = () => resolveAll(sources, field.args(this.#variables), this.#context);
        this.#waiting.forAll(ask, sources.length, (values) => this.#complete(field.type, values, places));
        continue;
      }
      if (field.entities !== null && this.#findEntities(field.entities, places)) continue;
      if (field.resolve === null && field.type.kind === 'leaf' && field.type.asIs !== null && this.#copyLeaves(field.type, sources, places))
        continue;
      const values = field.resolve === null ? this.#read(field, sources, places) : this.#resolve(field, sources, places);
      if (values.some(isPromise)) this.#waiting.forEach(values, () => this.#complete(field.type, values, places));
      else this.#complete(field.type, values, places);
    }
  }

  /** Entities by their references, whose types are known; false, with nothing done, where the field's own resolver has to do it. */
  #findEntities(entities: Entities, places: Places): boolean {
    const { field } = places;
    const references = this.#variables[entities.variable];
    if (!Array.isArray(references)) return false;
    const groups = byType(entities, references);
    if (groups === null) return false;
    const list = new Array<unknown>(references.length).fill(null);
    put(places, 0, list);
    const indexes = list.map((_, index) => index);
    const containers = new Array<Container>(list.length).fill(list as unknown as Container);
    const ups = new Array<number>(list.length).fill(0);
    const inside: Places = { field, containers, indexes, up: places, ups, isUpNullable: field.type.isNullable, lost: null };
    for (const group of groups) {
      const selection = entities.of.selection(group.entity.type);
      const take = (values: readonly unknown[]) => this.#completeObjects(entities.of, values, inside, selection, group.picked);
      resolveReferences(group, this.#context, () => this.#info(places, 0), this.#waiting, take);
    }
    return true;
  }

  /** Leaves that stand in the objects are put into their places at once; false, with nothing lost, where one is still to be made. */
  #copyLeaves(type: TypePlan & { kind: 'leaf' }, sources: readonly unknown[], places: Places): boolean {
    const { containers, field } = places;
    const { name } = field.field;
    const { key } = field;
    for (let index = 0; index < sources.length; index += 1) {
      const source = sources[index];
      const value = typeof source === 'object' && source !== null ? (source as Container)[name] : undefined;
      if (typeof value === type.asIs) (containers[index] as Container)[key] = value;
      // The place holds null from the start.
      else if (value !== null || !type.isNullable) return false;
    }
    return true;
  }

  /** Values that stand in the objects under the field's name. */
  #read(field: FieldPlan, sources: readonly unknown[], places: Places): unknown[] {
    const { name } = field.field;
    const values = new Array<unknown>(sources.length);
    for (let index = 0; index < sources.length; index += 1) {
      const source = sources[index];
      const value =
        (typeof source === 'object' && source !== null) || typeof source === 'function' ? (source as Container)[name] : undefined;
      if (typeof value !== 'function') {
        values[index] = value;
        continue;
      }
      try {
        values[index] = value.call(source, field.args(this.#variables), this.#context, this.#info(places, index));
      } catch (error) {
        values[index] = new Failure(error);
      }
    }
    return values;
  }

  #resolve(field: FieldPlan, sources: readonly unknown[], places: Places): unknown[] {
    const { resolve, brief } = field;
    const values = new Array<unknown>(sources.length);
    let args: Variables | null = null;
    for (let index = 0; index < sources.length; index += 1) {
      try {
        args ??= field.args(this.#variables);
        values[index] = brief
          ? brief(sources[index], args, this.#context)
          : resolve?.(sources[index], args, this.#context, this.#info(places, index));
      } catch (error) {
        values[index] = new Failure(error);
      }
    }
    return values;
  }

  /** Puts values of a type into their places. */
  #complete(type: TypePlan, values: readonly unknown[], places: Places): void {
    if (type.kind === 'leaf') this.#completeLeaves(type, values, places);
    else if (type.kind === 'list') this.#completeLists(type, values, places);
    else if (type.kind === 'object') this.#completeObjects(type, values, places, type.selection());
    else this.#completeAbstract(type, values, places);
  }

  #completeLeaves(type: TypePlan & { kind: 'leaf' }, values: readonly unknown[], places: Places): void {
    const { containers, indexes, field } = places;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      const container = containers[index] as Container;
      const key = indexes === null ? field.key : (indexes[index] as number);
      if (typeof value === type.asIs) {
        container[key] = value;
      } else if (this.#isThere(type, value, places, index)) {
        try {
          const serialized: unknown = type.type.serialize(value);
          if (serialized === null || serialized === undefined)
            throw new Error(`A value of ${type.type.name} became ${String(serialized)}.`);
          container[key] = serialized;
        } catch (error) {
          this.#fail(places, index, type, error);
        }
      }
    }
  }

  #completeLists(type: TypePlan & { kind: 'list' }, values: readonly unknown[], places: Places): void {
    const items: unknown[] = [];
    const containers: Container[] = [];
    const indexes: number[] = [];
    const ups: number[] = [];
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (!this.#isThere(type, value, places, index)) continue;
      if (!isIterable(value)) {
        const { parent, field } = places.field;
        this.#fail(
          places,
          index,
          type,
          new GraphQLError(`Expected Iterable, but did not find one for field "${parent.name}.${field.name}".`),
        );
        continue;
      }
      const list: unknown[] = [];
      for (const item of value) {
        items.push(item);
        containers.push(list as unknown as Container);
        indexes.push(list.length);
        ups.push(index);
        list.push(null);
      }
      put(places, index, list);
    }
    const inside: Places = { field: places.field, containers, indexes, up: places, ups, isUpNullable: type.isNullable, lost: null };
    if (items.some(isPromise)) this.#waiting.forEach(items, () => this.#complete(type.of, items, inside));
    else this.#complete(type.of, items, inside);
  }

  /** @param picked the numbers of the values among the places; null where they are the values' own */
  #completeObjects(
    type: TypePlan,
    values: readonly unknown[],
    places: Places,
    selection: Selection,
    picked: readonly number[] | null = null,
  ): void {
    const targets: Container[] = [];
    /** Those that are there, once one was missing. */
    let sources: unknown[] | null = null;
    let ups: number[] | null = null;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      const place = picked === null ? index : (picked[index] ?? 0);
      if (!this.#isThere(type, value, places, place)) {
        sources ??= values.slice(0, index);
        ups ??= targets.map((_, before) => (picked === null ? before : (picked[before] ?? 0)));
        continue;
      }
      const target = selection.make();
      put(places, place, target);
      targets.push(target);
      sources?.push(value);
      ups?.push(place);
    }
    if (targets.length > 0) this.#fields(selection, sources ?? values, targets, places, ups ?? picked, type.isNullable);
  }

  /** Values whose types differ: those of one type go on together. */
  #completeAbstract(type: TypePlan & { kind: 'abstract' }, values: readonly unknown[], places: Places): void {
    const names = new Array<unknown>(values.length);
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (value === null || value === undefined || isFailed(value)) continue;
      try {
        names[index] = type.brief
          ? type.brief(value, this.#context)
          : type.typeOf(value, this.#context, this.#info(places, index), type.type);
      } catch (error) {
        names[index] = new Failure(error);
      }
    }
    if (names.some(isPromise)) this.#waiting.forEach(names, () => this.#completeByType(type, values, names, places));
    else this.#completeByType(type, values, names, places);
  }

  #completeByType(type: TypePlan & { kind: 'abstract' }, values: readonly unknown[], names: readonly unknown[], places: Places): void {
    const groups = new Map<GraphQLObjectType, { values: unknown[]; picked: number[] }>();
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (!this.#isThere(type, value, places, index)) continue;
      try {
        const object = objectTypeOf(this.#plan.schema, type, names[index], value, places.field);
        let group = groups.get(object);
        if (group === undefined) {
          group = { values: [], picked: [] };
          groups.set(object, group);
        }
        group.values.push(value);
        group.picked.push(index);
      } catch (error) {
        this.#fail(places, index, type, error);
      }
    }
    for (const [object, group] of groups) this.#completeObjects(type, group.values, places, type.selection(object), group.picked);
  }

  /** Whether there is a value to go on with; what there is instead is dealt with here. */
  #isThere(type: TypePlan, value: unknown, places: Places, index: number): boolean {
    if (value === null || value === undefined) {
      // The place holds null from the start.
      if (type.isNullable) return false;
      const { parent, field } = places.field;
      this.#fail(places, index, type, new Error(`Cannot return null for non-nullable field ${parent.name}.${field.name}.`));
      return false;
    }
    if (!isFailed(value)) return true;
    this.#fail(places, index, type, value instanceof Failure ? value.cause : value);
    return false;
  }

  /** Notes an error, and leaves null in the nearest place above it that may be null. */
  #fail(places: Places, index: number, type: TypePlan, cause: unknown): void {
    const path: (string | number)[] = [];
    const rank: number[] = [];
    /** What becomes null; without places it is the whole answer. */
    let lost: { places: Places | null; index: number } = { places, index };
    let isNullable = type.isNullable;
    let number = index;
    for (let at: Places | null = places; at !== null; at = at.up) {
      if (at.lost?.has(number)) return;
      path.unshift(keyAt(at, number));
      rank.unshift(orderAt(at, number));
      number = upOf(at, number);
      if (isNullable) continue;
      lost = { places: at.up, index: number };
      isNullable = at.isUpNullable;
    }
    if (this.#answer.data === null) return;
    if (lost.places === null) this.#answer.data = null;
    else {
      lost.places.lost ??= new Set();
      lost.places.lost.add(lost.index);
      put(lost.places, lost.index, null);
    }
    this.#errors.push({ error: locatedError(cause, places.field.nodes, path), rank });
  }

  #info(places: Places, index: number): GraphQLResolveInfo {
    const { schema, fragments, operation } = this.#plan;
    const { field, nodes, parent } = places.field;
    return {
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType: parent,
      path: pathTo(places, index),
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: this.#variables as Record<string, unknown>,
    };
  }
}

/** Puts a part of the answer into one of the places. */
function put(places: Places, index: number, value: unknown): void {
  (places.containers[index] as Container)[keyAt(places, index)] = value;
}

const isFailed = (value: unknown): boolean => value instanceof Failure || value instanceof Error;

const isIterable = (value: unknown): value is Iterable<unknown> => typeof value === 'object' && value !== null && Symbol.iterator in value;
