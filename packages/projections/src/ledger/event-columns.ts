import { asBytes, type ByteColumn } from '../saving/chunk.js';

/** Columns for so many rows. Together, not one by one, so that each is written by code of its own. */
export const columns = (rows: number) => ({
  ids: new Uint32Array(rows * 4),
  stream: new Uint32Array(rows),
  revision: new Uint32Array(rows),
  position: new Float64Array(rows),
  type: new Uint8Array(rows),
  recordedAt: new Float64Array(rows),
  fingerprint: new Float64Array(rows),
  reconstructed: new Uint8Array(rows),
});
export type Columns = ReturnType<typeof columns>;

/** The same with room for half as many rows more: at most a third of it stands empty. */
export const larger = (old: Columns): Columns => {
  const grown = columns(Math.ceil(old.stream.length * 1.5));
  grown.ids.set(old.ids);
  grown.stream.set(old.stream);
  grown.revision.set(old.revision);
  grown.position.set(old.position);
  grown.type.set(old.type);
  grown.recordedAt.set(old.recordedAt);
  grown.fingerprint.set(old.fingerprint);
  grown.reconstructed.set(old.reconstructed);
  return grown;
};

/** The columns as bytes, in the order in which they are kept. */
export const layout = (of: Columns): ReadonlyArray<ByteColumn> => [
  asBytes(of.position),
  asBytes(of.recordedAt),
  asBytes(of.fingerprint),
  asBytes(of.ids, 4),
  asBytes(of.stream),
  asBytes(of.revision),
  asBytes(of.type),
  asBytes(of.reconstructed),
];
