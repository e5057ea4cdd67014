/** Whether it shows nothing and is no empty record either. */
const isOpaque = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null && Object.keys(value).length === 0;
};

/**
 * An answer as it is now, whatever becomes of what it was taken from: its lists, and as records its records, maps
 * and sets, in whose order nothing is said.
 *
 * @throws TypeError of an object that shows nothing, such as a promise: any other would look the same
 */
export const plainOf = (answer: unknown): unknown => {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (answer instanceof Date) return answer.toISOString();
  if (Array.isArray(answer)) return answer.map(plainOf);
  if (answer instanceof Map)
    return Object.fromEntries(
      [...answer].map(([key, of]) => [typeof key === 'string' ? key : inOneLine(key), plainOf(of)]),
    );
  if (answer instanceof Set)
    return Object.fromEntries([...answer].map((member) => [inOneLine(member), true]));
  const fields: Record<string, unknown> = {};
  for (const [name, of] of Object.entries(answer)) if (of !== undefined) fields[name] = plainOf(of);
  if (isOpaque(answer))
    throw new TypeError(
      `An answer is made of values, lists, records, maps, sets and moments; a ${answer.constructor.name} shows nothing of what it holds.`,
    );
  return fields;
};

const inOneLine = (value: unknown): string => linesOf(plainOf(value)).join(', ');

/** A plain answer as lines, one for each value without parts, with the way to it. */
const linesOf = (answer: unknown, path: string = ''): ReadonlyArray<string> => {
  const line = (said: string): ReadonlyArray<string> => [path === '' ? said : `${path}: ${said}`];
  if (typeof answer === 'string') return line(JSON.stringify(answer));
  if (typeof answer === 'bigint') return line(`${answer}n`);
  if (typeof answer !== 'object' || answer === null) return line(String(answer));
  if (Array.isArray(answer))
    return answer.length === 0 ? line('[]') : answer.flatMap((item, at) => linesOf(item, `${path}[${at}]`));
  const fields = Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
  return fields.length === 0
    ? line('{}')
    : fields.flatMap(([name, of]) => linesOf(of, path === '' ? name : `${path}.${name}`));
};

/** Whether two plain answers are the same: lists in the same order, fields in any. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other || (Number.isNaN(one) && Number.isNaN(other))) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (name) => Object.hasOwn(other, name) && isSame(Reflect.get(one, name), Reflect.get(other, name)),
    )
  );
};

/** Longer answers are shown only where they differ, and so many lines of that. */
const shortEnough = 20;

/** Two plain answers that differ, the lines of each. */
export const differing = (
  one: unknown,
  other: unknown,
): { readonly one: ReadonlyArray<string>; readonly other: ReadonlyArray<string> } => {
  const [all, others] = [linesOf(one), linesOf(other)];
  if (all.length <= shortEnough && others.length <= shortEnough) return { one: all, other: others };
  const without = (lines: ReadonlyArray<string>, there: ReadonlyArray<string>): ReadonlyArray<string> => {
    const known = new Set(there);
    const only = lines.filter((line) => !known.has(line));
    const [shown, rest] = [only.slice(0, shortEnough), only.length - shortEnough];
    return rest > 0 ? [...shown, `... and ${rest} lines more that the other has not`] : shown;
  };
  return { one: without(all, others), other: without(others, all) };
};
