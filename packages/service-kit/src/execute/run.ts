import { type ExecutionResult, GraphQLError, type GraphQLObjectType, type GraphQLResolveInfo, isObjectType, locatedError } from 'graphql';
import { type Container, compareRanks, Failure, type Places, pathTo, type Slot, slotOf } from './answer.ts';
import type { FieldPlan, OperationPlan, Selection, TypePlan, Variables } from './plan.ts';

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
  #waiting = 0;
  #settled: { resolve(result: ExecutionResult): void; reject(error: unknown): void } | null = null;

  constructor(plan: OperationPlan, context: unknown, variables: Variables) {
    this.#plan = plan;
    this.#context = context;
    this.#variables = variables;
  }

  start(): ExecutionResult | Promise<ExecutionResult> {
    const root = this.#plan.root(this.#variables);
    const data = root.make();
    this.#answer.data = data;
    const slot: Slot = { container: this.#answer, key: 'data', order: 0, up: null, isNullable: true, typename: undefined, isLost: false };
    this.#fields(root, [undefined], [data], [slot]);
    if (this.#waiting === 0) return this.#result();
    return new Promise((resolve, reject) => {
      this.#settled = { resolve, reject };
    });
  }

  #result(): ExecutionResult {
    const { data } = this.#answer as { data: ExecutionResult['data'] };
    if (this.#errors.length === 0) return { data };
    return { errors: this.#errors.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ error }) => error), data };
  }

  /** Goes on when all promises among the values have settled, at once where there is none. */
  #whenSettled(values: unknown[], next: () => void): void {
    if (!values.some(isPromise)) {
      next();
      return;
    }
    this.#waiting += 1;
    const goOn = (settled: readonly unknown[]) => {
      for (let index = 0; index < settled.length; index += 1) values[index] = settled[index];
      next();
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#settled?.resolve(this.#result());
    };
    Promise.all(values)
      .then(goOn, async () => {
        const outcomes = await Promise.allSettled(values);
        goOn(outcomes.map((each) => (each.status === 'fulfilled' ? each.value : new Failure(each.reason))));
      })
      .catch((error: unknown) => this.#settled?.reject(error));
  }

  #fields(selection: Selection, sources: readonly unknown[], targets: Container[], slots: Slot[]): void {
    for (const key of selection.typenames) for (const target of targets) target[key] = selection.type.name;
    for (const field of selection.fields) {
      const places: Places = { containers: targets, ups: slots, field, indexes: null };
      const values = field.resolve === null ? this.#read(field, sources, places) : this.#resolve(field, sources, places);
      this.#whenSettled(values, () => this.#complete(field.type, values, places));
    }
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
    const inside: Places & { indexes: number[] } = { containers: [], ups: [], field: places.field, indexes: [] };
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
      const slot = slotOf(places, index, type.isNullable);
      let place = 0;
      const list: unknown[] = [];
      for (const item of value) {
        items.push(item);
        list.push(null);
        inside.containers.push(list as unknown as Container);
        inside.ups.push(slot);
        inside.indexes.push(place);
        place += 1;
      }
      slot.container[slot.key] = list;
    }
    this.#whenSettled(items, () => this.#complete(type.of, items, inside));
  }

  #completeObjects(type: TypePlan, values: readonly unknown[], places: Places, selection: Selection): void {
    const sources: unknown[] = [];
    const targets: Container[] = [];
    const slots: Slot[] = [];
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (!this.#isThere(type, value, places, index)) continue;
      const slot = slotOf(places, index, type.isNullable);
      const target = selection.make();
      slot.container[slot.key] = target;
      sources.push(value);
      targets.push(target);
      slots.push(slot);
    }
    if (sources.length > 0) this.#fields(selection, sources, targets, slots);
  }

  /** Values whose types differ: those of one type go on together. */
  #completeAbstract(type: TypePlan & { kind: 'abstract' }, values: readonly unknown[], places: Places): void {
    const names = values.map((value, index) => {
      if (value === null || value === undefined || isFailed(value)) return null;
      try {
        return type.typeOf(value, this.#context, this.#info(places, index), type.type);
      } catch (error) {
        return new Failure(error);
      }
    });
    this.#whenSettled(names, () => {
      const groups = new Map<GraphQLObjectType, { values: unknown[]; places: Places }>();
      for (let index = 0; index < values.length; index += 1) {
        const value = values[index];
        if (!this.#isThere(type, value, places, index)) continue;
        try {
          const object = this.#objectType(type, names[index], value, places.field);
          let group = groups.get(object);
          if (group === undefined) {
            group = { values: [], places: { containers: [], ups: [], field: places.field, indexes: places.indexes === null ? null : [] } };
            groups.set(object, group);
          }
          group.values.push(value);
          group.places.containers.push(places.containers[index] as Container);
          group.places.ups.push(places.ups[index] as Slot);
          group.places.indexes?.push(places.indexes?.[index] as number);
        } catch (error) {
          this.#fail(places, index, type, error);
        }
      }
      for (const [object, group] of groups) this.#completeObjects(type, group.values, group.places, type.selection(object));
    });
  }

  #objectType(
    { type }: TypePlan & { kind: 'abstract' },
    name: unknown,
    value: unknown,
    { parent, field, nodes }: FieldPlan,
  ): GraphQLObjectType {
    if (name instanceof Failure) throw name.cause;
    if (name === null || name === undefined) {
      throw new GraphQLError(
        `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${parent.name}.${field.name}". Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
        { nodes },
      );
    }
    const found = typeof name === 'string' ? this.#plan.schema.getType(name) : undefined;
    if (!isObjectType(found)) {
      throw new GraphQLError(`Abstract type "${type.name}" was resolved to "${String(name)}", which is no object type (${typeof value}).`, {
        nodes,
      });
    }
    if (!this.#plan.schema.isSubType(type, found)) {
      throw new GraphQLError(`Runtime Object type "${found.name}" is not a possible type for "${type.name}".`, { nodes });
    }
    return found;
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
    const slot = slotOf(places, index, type.isNullable);
    const path: (string | number)[] = [];
    const rank: number[] = [];
    let lost = slot;
    for (let at: Slot | null = slot; at !== null && at.up !== null; at = at.up) {
      if (at.isLost) return;
      path.unshift(at.key);
      rank.unshift(at.order);
      if (!lost.isNullable) lost = at.up;
    }
    if (this.#answer.data === null) return;
    lost.isLost = true;
    lost.container[lost.key] = null;
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
      path: pathTo(slotOf(places, index, true)) as GraphQLResolveInfo['path'],
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: this.#variables as Record<string, unknown>,
    };
  }
}

const isPromise = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

const isFailed = (value: unknown): boolean => value instanceof Failure || value instanceof Error;

const isIterable = (value: unknown): value is Iterable<unknown> => typeof value === 'object' && value !== null && Symbol.iterator in value;
