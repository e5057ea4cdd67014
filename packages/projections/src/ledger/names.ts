/** Numbers names in the order in which they come, from 0, so that columns can hold them. */
export interface Names<A> {
  /** The number of the name, given now where it is new. */
  readonly number: (name: A) => number;
  /** The number of the name, `undefined` where it was never seen. */
  readonly known: (name: A) => number | undefined;
  readonly name: (number: number) => A;
  readonly all: () => ReadonlyArray<A>;
}

/** @param first names that have the first numbers */
export const names = <A>(first: Iterable<A>): Names<A> => {
  const numbers = new Map<A, number>();
  const all: A[] = [];
  const number = (name: A): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, all.length);
    all.push(name);
    return all.length - 1;
  };
  for (const name of first) number(name);
  return {
    number,
    known: (name) => numbers.get(name),
    name: (index) => {
      if (index >= all.length) throw new RangeError(`No name has the number ${index}.`);
      return all[index] as A;
    },
    all: () => all,
  };
};
