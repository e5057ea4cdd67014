const digits = (number: number, length: number): string => number.toString(16).padStart(length, '0');

/** A UUID made of a kind and a number. */
export const uuidOf = (kind: number, number: number): string =>
  `${digits(kind, 8)}-0000-4000-8000-${digits(number, 12)}`;
