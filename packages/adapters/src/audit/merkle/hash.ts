import * as crypto from 'node:crypto';

/** SHA-256 of a leaf, a node or a tree: 32 bytes. */
export type Hash = Uint8Array;

/** How long a hash is, in bytes. */
export const hashBytes = 32;

/** SHA-256, in one go where this Node can: that is quicker for so few bytes. */
const digest: (data: string | Uint8Array) => string =
  typeof crypto.hash === 'function'
    ? (data) => crypto.hash('sha256', data, 'binary')
    : (data) => crypto.createHash('sha256').update(data).digest('binary');

/**
 * SHA-256 as bytes. It is asked for as a text of 32 letters: a buffer would be given a block of memory of its
 * own, which takes as long as the hash itself.
 */
const sha256 = (data: string | Uint8Array): Hash => Buffer.from(digest(data), 'binary');

/** Room for what is hashed of a node: to hand over one run of bytes is quicker than three. */
const node = Buffer.alloc(1 + 2 * hashBytes, 1);

/** The root of a tree without leaves (RFC 9162, 2.1.1). */
export const emptyRoot: Hash = sha256('');

/** The hash of a leaf (RFC 9162, 2.1.1). @param data text is hashed in UTF-8 */
export const leafHash = (data: string | Uint8Array): Hash =>
  sha256(typeof data === 'string' ? `\0${data}` : Buffer.concat([Uint8Array.of(0), data]));

/** The hash of a node above two others (RFC 9162, 2.1.1). */
export const nodeHash = (left: Hash, right: Hash): Hash => {
  node.set(left, 1);
  node.set(right, 1 + hashBytes);
  return sha256(node);
};

/** Whether two hashes are the same bytes. */
export const sameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0;

/** A hash as text: standard base64. */
export const hashText = (hash: Hash): string => Buffer.from(hash).toString('base64');
