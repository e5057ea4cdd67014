import shared, { type UUID } from '@eventstore/db-client/generated/shared_pb.js';

export const uuidOf = (id: string): UUID => {
  const uuid = new shared.UUID();
  uuid.setString(id);
  return uuid;
};

/** Eight bytes of an id as hexadecimal digits; the server writes them as a signed number. */
const digits = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');

/** An id in lower case, in whichever of its two forms the server sends it. */
export const uuidText = (uuid: UUID | undefined): string => {
  const parts = uuid?.getStructured();
  if (parts === undefined) return uuid?.getString() ?? '';
  const hex = digits(parts.getMostSignificantBits()) + digits(parts.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
