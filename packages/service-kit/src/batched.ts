import { tryDecodeId } from './ids.ts';

/** Values in the order of what they were asked for; an Error is the failure of its own place alone. */
type Values<Value> = readonly Value[] | Promise<readonly Value[]>;

const ALL = Symbol('resolves all at once');

/** Resolves one field of many objects, or many references, at once. Gives as many values as there are sources, or a promise of them. */
export type ResolveAll = (sources: readonly unknown[], args: Readonly<Record<string, unknown>>, context: unknown) => unknown;

/** A key of the router's. */
interface Reference {
  id: string | number;
}

/** How a resolver takes many sources at once; null for one that takes them one by one. */
export const allAtOnce = (resolve: object): ResolveAll | null => (isBatched(resolve) ? resolve[ALL] : null);

const isBatched = (resolve: object): resolve is { [ALL]: ResolveAll } => ALL in resolve;

/**
 * A resolver that is asked once for all objects of which an operation wants a field. What it throws is the failure of each of them.
 * Where nobody gathers them, it is asked for one at a time.
 */
export function batched<Source, Args, Context, Value>(
  resolveAll: (sources: readonly Source[], args: Args, context: Context) => Values<Value>,
): (source: Source, args: Args, context: Context) => Promise<Exclude<Value, Error>> {
  const resolve = async (source: Source, args: Args, context: Context) => only(await resolveAll([source], args, context));
  return Object.assign(resolve, { [ALL]: resolveAll });
}

/**
 * A `__resolveReference` that is asked once for all references of its type. `findAll` is given plain uuids; an id of another type or
 * shape is null without a question.
 */
export function byId<Context, Value>(
  typename: string,
  findAll: (ids: readonly string[], context: Context) => Values<Value>,
): (reference: Reference, context: Context) => Promise<Exclude<Value, Error> | null> {
  const resolveAll = (references: readonly Reference[], _args: unknown, context: Context) =>
    whereGiven(
      references.map(({ id }) => (typeof id === 'string' ? tryDecodeId(id, typename) : null)),
      (ids) => findAll(ids, context),
    );
  const resolve = async (reference: Reference, context: Context) => only(await resolveAll([reference], NONE, context));
  return Object.assign(resolve, { [ALL]: resolveAll });
}

/** Finds what some of the ids name: where there is no id, there is null, and a failure to find the others is not its own. */
export function whereGiven<Value>(
  ids: readonly (string | null)[],
  findAll: (ids: readonly string[]) => Values<Value>,
): Values<Value | Error | null> {
  if (ids.every((id) => id !== null)) return findAll(ids);
  if (ids.every((id) => id === null)) return ids;
  return findGiven(ids, findAll);
}

async function findGiven<Value>(
  ids: readonly (string | null)[],
  findAll: (ids: readonly string[]) => Values<Value>,
): Promise<readonly (Value | Error | null)[]> {
  const given = ids.filter((id) => id !== null);
  const ask = async () => counted(await findAll(given), given.length);
  const found = (await ask().catch((error: Error) => given.map(() => error))).values();
  return ids.map((id) => (id === null ? null : (found.next().value ?? null)));
}

/** What a resolver of many fails with that gave more or fewer values than there are places: nobody knows whose they are. */
export const wrongCount = (places: number): Error => new Error(`A resolver of many did not give one value for each of ${places}.`);

function counted<Value>(values: readonly Value[], places: number): readonly Value[] {
  if (values.length !== places) throw wrongCount(places);
  return values;
}

function only<Value>(values: readonly Value[]): Exclude<Value, Error> {
  const [value] = counted(values, 1);
  if (value instanceof Error) throw value;
  return value as Exclude<Value, Error>;
}

const NONE = Object.freeze({});
