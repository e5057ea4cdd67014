import type { Certificate } from './certificate.js';

/** A field in which two certificates differ. */
export interface DifferentField {
  /** such as `numerator.count` */
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** The fields of a value by their paths, each as JSON. */
const fieldsOf = (value: unknown, path = ''): ReadonlyArray<readonly [string, string]> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, field]) => fieldsOf(field, path === '' ? key : `${path}.${key}`))
    : [[path, JSON.stringify(value)]];

/**
 * The first field in which a certificate is another than was expected.
 *
 * @throws where they are the same
 */
export const firstDifference = (expected: Certificate, found: Certificate): DifferentField => {
  const [wanted, there] = [new Map(fieldsOf(expected)), new Map(fieldsOf(found))];
  const field = [...wanted.keys(), ...there.keys()].find((one) => wanted.get(one) !== there.get(one));
  if (field === undefined) throw new Error('Two certificates that are the same have no difference.');
  return { field, expected: wanted.get(field) ?? 'nothing', found: there.get(field) ?? 'nothing' };
};
