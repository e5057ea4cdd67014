const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The order of names in a list: by letters without accents or case, then as they are. It is the same on
 * every machine, whatever its locale.
 */
export const inNameOrder = (a: string, b: string): number => {
  const [one, other] = [folded(a), folded(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};
