import { distance } from 'fastest-levenshtein';

const most = 3;

/** How far apart two names are: a name that begins with or holds what was given is near. */
const apart = (given: string, name: string): number => {
  const [a, b] = [given.toLowerCase(), name.toLowerCase()];
  if (a === b) return 0;
  if (b.startsWith(a)) return 0.5;
  return b.includes(a) ? 0.75 : distance(a, b);
};

/**
 * What somebody may have meant: the names that are nearest to what was given, the nearest first.
 *
 * @param candidates what there is, each under one name or several
 */
export const nearest = <A>(
  given: string,
  candidates: ReadonlyArray<A>,
  namesOf: (candidate: A) => ReadonlyArray<string>,
): ReadonlyArray<A> =>
  candidates
    .map((candidate) => ({
      candidate,
      distance: Math.min(...namesOf(candidate).map((name) => apart(given, name))),
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);

/** The nearest of plain names. */
export const nearestNames = (given: string, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  nearest(given, names, (name) => [name]);

/** The one name that was surely meant, `undefined` where none is near enough. */
export const meant = (given: string, names: ReadonlyArray<string>): string | undefined => {
  const [first] = nearestNames(given, names);
  return first !== undefined && apart(given, first) <= Math.max(2, given.length / 3) ? first : undefined;
};
