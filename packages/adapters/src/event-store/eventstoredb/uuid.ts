import shared, { type UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { Wire } from './wire.js';

export const uuidOf = (id: string): UUID => {
  const uuid = new shared.UUID();
  uuid.setString(id);
  return uuid;
};

/** Eight bytes of an id as hexadecimal digits; the server writes them as a signed number. */
const digits = (bits: bigint): string => BigInt.asUintN(64, bits).toString(16).padStart(16, '0');

const joined = (most: bigint, least: bigint): string =>
  (digits(most) + digits(least)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** An id in lower case, in whichever of its two forms the server sends it. */
export const uuidText = (uuid: UUID | undefined): string => {
  const parts = uuid?.getStructured();
  return parts === undefined
    ? (uuid?.getString() ?? '')
    : joined(BigInt(parts.getMostSignificantBits()), BigInt(parts.getLeastSignificantBits()));
};

/** The two halves of an id, in `UUID.Structured`. */
const halvesIn = (wire: Wire): string => {
  let [most, least] = [0n, 0n];
  for (let field = wire.next(); field !== 0; field = wire.next())
    if (field === 1) most = wire.integer();
    else if (field === 2) least = wire.integer();
    else wire.skip();
  return joined(most, least);
};

/** The same, in a message that nobody has read yet. */
export const uuidIn = (wire: Wire): string => {
  let id = '';
  for (let field = wire.next(); field !== 0; field = wire.next())
    if (field === 1) id = halvesIn(wire.message());
    else if (field === 2) id = wire.text();
    else wire.skip();
  return id;
};
