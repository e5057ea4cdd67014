/** Rows of columns that are kept together as one run of bytes. */
export const chunkRows = 4_096;

/** Some rows of a table: the part-th `chunkRows` of them, the last perhaps not full yet. */
export interface Chunk {
  readonly part: number;
  readonly rows: number;
  /** the rows of each column, one column behind the other, in the order of the layout */
  readonly bytes: Uint8Array;
}

/** A column as bytes, and how many of them a row takes. */
export interface ByteColumn {
  readonly bytes: Uint8Array;
  readonly width: number;
}

type Numbers = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float64Array;

/** A column seen as bytes, in the byte order of the machine. */
export const asBytes = (column: Numbers, perRow = 1): ByteColumn => ({
  bytes: new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
  width: column.BYTES_PER_ELEMENT * perRow,
});

/**
 * The chunks that hold rows from one on.
 *
 * @param columns in the order of the layout
 * @param from the first row that is not kept yet; the chunk that holds it is given whole
 * @param rows how many rows there are
 */
export function* chunksFrom(
  columns: ReadonlyArray<ByteColumn>,
  from: number,
  rows: number,
): Generator<Chunk> {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  for (let first = from - (from % chunkRows); first < rows; first += chunkRows) {
    const count = Math.min(chunkRows, rows - first);
    const bytes = new Uint8Array(count * width);
    let at = 0;
    for (const column of columns) {
      bytes.set(column.bytes.subarray(first * column.width, (first + count) * column.width), at);
      at += count * column.width;
    }
    yield { part: first / chunkRows, rows: count, bytes };
  }
}

/**
 * Puts the rows of a chunk where they belong.
 *
 * @param columns in the order of the layout, long enough
 */
export const place = (columns: ReadonlyArray<ByteColumn>, { part, rows, bytes }: Chunk): void => {
  const first = part * chunkRows;
  let at = 0;
  for (const column of columns) {
    const length = rows * column.width;
    column.bytes.set(bytes.subarray(at, at + length), first * column.width);
    at += length;
  }
};
