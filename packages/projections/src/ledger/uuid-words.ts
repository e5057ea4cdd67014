/** The value of a hexadecimal digit in lower case, by its code. */
const digit = (code: number): number => (code & 15) + (code >> 6) * 9;

const four = (uuid: string, at: number): number =>
  (digit(uuid.charCodeAt(at)) << 12) |
  (digit(uuid.charCodeAt(at + 1)) << 8) |
  (digit(uuid.charCodeAt(at + 2)) << 4) |
  digit(uuid.charCodeAt(at + 3));

/**
 * Eight hexadecimal digits of a UUID as one number: of the four such words they are at 0 and 4, 9 and 14,
 * 19 and 24, 28 and 32.
 */
export const hexWord = (uuid: string, high: number, low: number): number =>
  ((four(uuid, high) << 16) | four(uuid, low)) >>> 0;

/** The UUID that four words are. */
export const uuidOf = (words: Uint32Array): string => {
  const id = [...words].map((word) => word.toString(16).padStart(8, '0')).join('');
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
};
