/** Deeper than anything that a command may hold. */
const deepest = 100;

/**
 * A copy of what somebody gave, who may go on to change it: of its arrays and of the fields of its objects.
 * What lies deeper than a command may be, in a ring say, is left as it is; no codec takes it.
 */
export const ownCopy = (value: unknown, depth: number = deepest): unknown => {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((one) => ownCopy(one, depth - 1));
  const copy: Record<string, unknown> = { ...value };
  for (const key of Object.keys(copy)) copy[key] = ownCopy(copy[key], depth - 1);
  return copy;
};
