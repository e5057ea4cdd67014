/** Deeper than anything that a command may hold. */
const deepest = 100;

const copied = (value: unknown, copies: Map<object, unknown>, depth: number): unknown => {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  const there = copies.get(value);
  if (there !== undefined) return there;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const one of value) list.push(copied(one, copies, depth - 1));
    return list;
  }
  const copy: Record<string, unknown> = { ...value };
  copies.set(value, copy);
  for (const key of Object.keys(copy)) copy[key] = copied(copy[key], copies, depth - 1);
  return copy;
};

/**
 * A copy of what somebody gave, who may go on to change it: of its arrays and of the fields of its objects, each
 * of them once, however many ways lead to it. What lies deeper than a command may be is left as it is; no codec
 * takes it.
 */
export const ownCopy = (value: unknown): unknown => copied(value, new Map(), deepest);
