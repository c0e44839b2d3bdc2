const last = new Map<string, Promise<unknown>>();

/**
 * Runs changes of one thing one after the other: each is made from the version that the one before it left, so that quick changes by
 * one person are no conflict with themselves. Changes of different things do not wait for each other.
 */
export function inTurn<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
  const turn = (last.get(id) ?? Promise.resolve()).then(work, work);
  last.set(id, turn);
  const forget = () => {
    if (last.get(id) === turn) last.delete(id);
  };
  turn.then(forget, forget);
  return turn;
}
