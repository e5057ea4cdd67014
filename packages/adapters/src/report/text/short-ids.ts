const shortest = 8;

/** How many letters two texts have in common at their beginning. */
const common = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

/**
 * Beginnings of ids, each long enough that no other of these ids has it, and eight letters at least.
 *
 * @returns an id's beginning; an id that is none of these stays whole
 */
export const shortIds = (ids: ReadonlyArray<string>): ((id: string) => string) => {
  const sorted = [...new Set(ids)].sort();
  const beginnings = new Map(
    sorted.map((id, at) => {
      const shared = Math.max(common(id, sorted[at - 1] ?? ''), common(id, sorted[at + 1] ?? ''));
      return [id, id.slice(0, Math.max(shortest, shared + 1))];
    }),
  );
  return (id) => beginnings.get(id) ?? id;
};
