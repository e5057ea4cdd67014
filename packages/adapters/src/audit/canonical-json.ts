import canonicalize from 'canonicalize';

/**
 * A value in the canonical form of RFC 8785: no space, names in the order of their UTF-16, numbers as
 * ECMAScript writes them.
 *
 * @throws where the value has none: it is not JSON, or holds a lone surrogate
 */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('What is to be written in canonical form is no JSON.');
  return text;
};
