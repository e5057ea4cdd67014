import { createHash } from 'node:crypto';

/** SHA-256 of a leaf, a node or a tree: 32 bytes. */
export type Hash = Uint8Array;

/** How long a hash is, in bytes. */
export const hashBytes = 32;

const leafPrefix = Uint8Array.of(0);
/** Room for what is hashed of a node: to hand over one run of bytes is quicker than three. */
const node = Buffer.alloc(1 + 2 * hashBytes, 1);

/** The root of a tree without leaves (RFC 9162, 2.1.1). */
export const emptyRoot: Hash = createHash('sha256').digest();

/** The hash of a leaf (RFC 9162, 2.1.1). @param data text is hashed in UTF-8 */
export const leafHash = (data: string | Uint8Array): Hash =>
  createHash('sha256').update(leafPrefix).update(data).digest();

/** The hash of a node above two others (RFC 9162, 2.1.1). */
export const nodeHash = (left: Hash, right: Hash): Hash => {
  node.set(left, 1);
  node.set(right, 1 + hashBytes);
  return createHash('sha256').update(node).digest();
};

/** Whether two hashes are the same bytes. */
export const sameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0;

/** A hash as text: standard base64. */
export const hashText = (hash: Hash): string => Buffer.from(hash).toString('base64');
