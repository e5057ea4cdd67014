import { drawnOrder } from './identity.js';
import type { Total } from './totals.js';

/**
 * Spreads a total evenly over named things: each gets the whole part, and the first ones of a drawn
 * order one more, so that it adds up exactly. A total that is not stated, or nothing to spread it over,
 * gives nothing.
 *
 * @param purpose what is spread, such as `reach`
 * @returns the share by name
 */
export const spread = (
  total: Total,
  names: ReadonlyArray<string>,
  purpose: string,
): ReadonlyMap<string, number> => {
  if (total === null || names.length === 0) return new Map();
  const each = Math.floor(total / names.length);
  const more = total % names.length;
  return new Map(
    drawnOrder(names, (name) => name, purpose).map((name, place) => [name, place < more ? each + 1 : each]),
  );
};
