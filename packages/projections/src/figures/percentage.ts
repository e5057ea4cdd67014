/**
 * A ratio of whole numbers as a percentage of one decimal, rounded half up on the exact ratio: 61 of 793
 * is `"7.7"`. A denominator of zero has no percentage.
 *
 * @param numerator from 0
 * @param denominator from 0
 */
export const percentage = (numerator: number, denominator: number): string | null => {
  if (denominator === 0) return null;
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const tenths = (2000n * n + d) / (2n * d);
  return `${tenths / 10n}.${tenths % 10n}`;
};
