import type * as t from 'io-ts';

/** A value for a sentence: short, and never looked into, for it may be nested deeper than a call stack. */
const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  // JSON was read with what the number holds: it may have been written otherwise.
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return 'a number too large to be exact';
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, 100)) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/** Says in one sentence what a codec refused, field by field; at most five of them. */
export const explain = (errors: t.Errors): string => {
  const lines = errors.map(({ context, message, value }) => {
    const path = context
      .map(({ key }) => key)
      .filter((key) => key !== '')
      .join('.');
    const expected = context.at(-1)?.type.name ?? 'something else';
    const what = message ?? `no ${expected}`;
    return path === '' ? `${what}` : `${path}: ${what} (${shown(value)})`;
  });
  const unique = [...new Set(lines)];
  return unique.length > 5
    ? `${unique.slice(0, 5).join('; ')}; and ${unique.length - 5} more`
    : unique.join('; ');
};
