import { distance } from 'fastest-levenshtein';

const most = 3;

/** How many letters may differ where so many were given: one in three, and always one. */
const allowed = (given: string): number => Math.max(1, Math.round(given.length / 3));

const wordsOf = (name: string): ReadonlyArray<string> => name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Letters that differ between what was given, word by word, and the words of a name that are nearest. */
const apartByWord = (given: string, name: string): number => {
  const words = wordsOf(name);
  return wordsOf(given)
    .map((word) => Math.min(word.length, ...words.map((other) => distance(word, other))))
    .reduce((sum, one) => sum + one, 0);
};

/**
 * How far apart two names are, `undefined` where nobody would take one for the other: a name that begins
 * with what was given or holds it is near, then one that differs in a few letters, then one of whose
 * words that is true.
 */
const apart = (given: string, name: string): number | undefined => {
  const [a, b] = [given.toLowerCase(), name.toLowerCase()];
  if (wordsOf(a).length === 0) return undefined;
  if (a === b) return 0;
  if (b.startsWith(a)) return 0.5;
  // Two letters stand in any name by chance.
  if (a.length > 2 && b.includes(a)) return 0.75;
  const letters = Math.min(distance(a, b), apartByWord(a, b) + 1);
  return letters <= allowed(a) ? letters : undefined;
};

/**
 * What somebody may have meant: at most three names that are near to what was given, the nearest first;
 * empty where none is.
 *
 * @param candidates what there is, each under one name or several
 */
export const nearest = <A>(
  given: string,
  candidates: ReadonlyArray<A>,
  namesOf: (candidate: A) => ReadonlyArray<string>,
): ReadonlyArray<A> =>
  candidates
    .flatMap((candidate) => {
      const distances = namesOf(candidate).flatMap((name) => apart(given, name) ?? []);
      return distances.length === 0 ? [] : [{ candidate, distance: Math.min(...distances) }];
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);

/** The nearest of plain names. */
export const nearestNames = (given: string, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  nearest(given, names, (name) => [name]);
