import { hash } from 'node:crypto';
import { Uuid } from '@burgernet/domain';

/** The digit that says which of four variants, of which RFC 9562 has one. */
const variant = (digit: string): string => ((Number.parseInt(digit, 16) & 0b0011) | 0b1000).toString(16);

/**
 * Makes ids of names: UUIDs of version 5 (RFC 9562, section 5.5), the same on every machine and for ever.
 *
 * Every command makes one. Node hashes a text in one call; libraries for UUIDs set up a hash for each, which costs
 * a command more than all its rules do.
 *
 * @param namespace a UUID; in another one the same names make other ids
 */
export const uuidsIn = (namespace: string): ((name: string) => Uuid) => {
  const before = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  return (name) => {
    const bytes = Buffer.allocUnsafe(before.length + Buffer.byteLength(name));
    before.copy(bytes);
    bytes.write(name, before.length);
    const hex = hash('sha1', bytes, 'hex');
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant(hex.charAt(16))}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    if (!Uuid.is(id)) throw new Error(`A UUID that is made of a name is in lower case, and "${id}" is none.`);
    return id;
  };
};
