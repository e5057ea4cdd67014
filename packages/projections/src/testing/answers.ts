/** A plain value as it is written in a line. */
const written = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value) : typeof value === 'bigint' ? `${value}n` : String(value);

/** A value in one line, the same for the same value. */
const inOneLine = (value: unknown): string => linesOf(value).join(', ');

/** The fields of a record, the entries of a map by their keys, the members of a set: what has no order. */
const fieldsOf = (value: object): ReadonlyMap<string, unknown> =>
  new Map(
    value instanceof Map
      ? [...value].map(([key, of]) => [typeof key === 'string' ? key : inOneLine(key), of])
      : value instanceof Set
        ? [...value].map((member) => [inOneLine(member), true])
        : Object.entries(value).filter(([, of]) => of !== undefined),
  );

/** A value as lines, one for each plain value in it, with the way to it. */
export const linesOf = (value: unknown, path: string = ''): ReadonlyArray<string> => {
  const line = (said: string): ReadonlyArray<string> => [path === '' ? said : `${path}: ${said}`];
  if (value instanceof Date) return line(value.toISOString());
  if (typeof value !== 'object' || value === null) return line(written(value));
  if (Array.isArray(value))
    return value.length === 0 ? line('[]') : value.flatMap((item, at) => linesOf(item, `${path}[${at}]`));
  const fields = [...fieldsOf(value)].sort(([a], [b]) => (a < b ? -1 : 1));
  return fields.length === 0
    ? line('{}')
    : fields.flatMap(([name, of]) => linesOf(of, path === '' ? name : `${path}.${name}`));
};

/** Whether two answers are the same: lists in the same order, fields, maps and sets in any. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other || (Number.isNaN(one) && Number.isNaN(other))) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && one.getTime() === other.getTime();
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, at) => isSame(item, other[at]))
    );
  const isRecord = (value: object): boolean => !(value instanceof Map || value instanceof Set);
  return isRecord(one) && isRecord(other) ? haveSameFields(one, other) : isSameMap(one, other);
};

/** The same for records, of which large answers have many: without making anything of them. */
const haveSameFields = (one: object, other: object): boolean => {
  let fields = 0;
  for (const name of Object.keys(one)) {
    const value: unknown = Reflect.get(one, name);
    if (value === undefined) continue;
    fields += 1;
    if (!isSame(value, Reflect.get(other, name))) return false;
  }
  return fields === Object.keys(other).filter((name) => Reflect.get(other, name) !== undefined).length;
};

const isSameMap = (one: object, other: object): boolean => {
  const [fields, others] = [fieldsOf(one), fieldsOf(other)];
  return (
    fields.size === others.size &&
    [...fields].every(([name, value]) => others.has(name) && isSame(value, others.get(name)))
  );
};

/** Longer answers are shown only where they differ, and so many lines of that. */
const shortEnough = 20;

/** Two answers that differ, the lines of each. */
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
