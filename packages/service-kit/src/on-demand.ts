/**
 * Says how the parts of a whole are made from one thing, and gives what opens it: each part is made when it is first asked for, so that a
 * request pays for the rooms that it enters, not for all. Spreading the whole loses its parts; add to it by `Object.assign`.
 */
export function onDemand<From, Parts extends object>(
  makers: {
    readonly [Name in keyof Parts]: (from: From) => Parts[Name];
  },
): (from: From) => Parts {
  class Whole {
    readonly from: From;
    readonly made: Partial<Parts> = {};
    constructor(from: From) {
      this.from = from;
    }
  }
  for (const name of Object.keys(makers) as (keyof Parts)[]) {
    const make = makers[name];
    Object.defineProperty(Whole.prototype, name, {
      get(this: Whole): Parts[typeof name] {
        const known = this.made[name];
        if (known !== undefined) return known;
        const part = make(this.from);
        this.made[name] = part;
        return part;
      },
    });
  }
  return (from) => new Whole(from) as unknown as Parts;
}
