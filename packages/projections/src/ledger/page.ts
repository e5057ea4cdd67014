import { asBytes, type ByteColumn, type Chunk, chunkRows, chunksFrom, place } from '../saving/chunk.js';
import { cell } from './cell.js';

/** Columns for so many postings. Together, not one by one, so that each is written by code of its own. */
const columns = (postings: number) => ({
  /** of the event, in the event table */
  row: new Uint32Array(postings),
  amount: new Float64Array(postings),
  presence: new Int8Array(postings),
  cause: new Uint8Array(postings),
  region: new Uint8Array(postings),
  month: new Uint8Array(postings),
  municipality: new Uint16Array(postings),
  type: new Uint8Array(postings),
  detail: new Uint32Array(postings),
});
type Columns = ReturnType<typeof columns>;
/** The columns of a page, to be read only; what is behind its length means nothing. */
export type PageColumns = Readonly<Columns>;

/** The columns as bytes, in the order in which they are kept. */
const layout = (of: Columns): ReadonlyArray<ByteColumn> => [
  asBytes(of.amount),
  asBytes(of.row),
  asBytes(of.detail),
  asBytes(of.municipality),
  asBytes(of.presence),
  asBytes(of.cause),
  asBytes(of.region),
  asBytes(of.month),
  asBytes(of.type),
];

/** Where the rows of a page stand that was kept; they are read when they are needed. */
export interface KeptPage {
  readonly rows: number;
  readonly chunks: () => Iterable<Chunk>;
}

/** The postings of one measure in one year, in columns, in the order in which they came. */
export class Page {
  #columns = columns(64);
  #length: number;
  #kept: KeptPage | undefined;
  #keptRows: number;

  constructor(
    readonly year: number,
    kept?: KeptPage,
  ) {
    this.#kept = kept;
    this.#length = kept?.rows ?? 0;
    this.#keptRows = this.#length;
  }

  get length(): number {
    return this.#length;
  }

  #read(kept: KeptPage): void {
    this.#kept = undefined;
    const read = columns(Math.ceil(Math.max(64, kept.rows) / chunkRows) * chunkRows);
    for (const chunk of kept.chunks()) place(layout(read), chunk);
    this.#columns = read;
  }

  /** The chunks with what came since {@link keep}. */
  unsaved(): Iterable<Chunk> {
    return this.#keptRows === this.#length
      ? []
      : chunksFrom(layout(this.#columns), this.#keptRows, this.#length);
  }

  /** Says that all there is was kept. */
  keep(): void {
    this.#keptRows = this.#length;
  }

  /** Grows by half at a time: at most a third of the columns stands empty. */
  #grow(): void {
    const old = this.#columns;
    const grown = columns(Math.ceil(old.row.length * 1.5));
    grown.row.set(old.row);
    grown.amount.set(old.amount);
    grown.presence.set(old.presence);
    grown.cause.set(old.cause);
    grown.region.set(old.region);
    grown.month.set(old.month);
    grown.municipality.set(old.municipality);
    grown.type.set(old.type);
    grown.detail.set(old.detail);
    this.#columns = grown;
  }

  /** Adds a posting as numbers: what has a name is numbered by the ledger. */
  add(
    row: number,
    amount: number,
    presence: number,
    cause: number,
    region: number,
    month: number,
    municipality: number,
    type: number,
    detail: number,
  ): void {
    if (this.#kept !== undefined) this.#read(this.#kept);
    const at = this.#length;
    if (at === this.#columns.row.length) this.#grow();
    const to = this.#columns;
    to.row[at] = row;
    to.amount[at] = amount;
    to.presence[at] = presence;
    to.cause[at] = cause;
    to.region[at] = region;
    to.month[at] = month;
    to.municipality[at] = municipality;
    to.type[at] = type;
    to.detail[at] = detail;
    this.#length += 1;
  }

  /** The columns as they are until the next posting is added. */
  get columns(): PageColumns {
    if (this.#kept !== undefined) this.#read(this.#kept);
    return this.#columns;
  }

  /** One field of a posting of this page. */
  at(field: keyof Columns, posting: number): number {
    if (this.#kept !== undefined) this.#read(this.#kept);
    return cell(this.#columns[field][posting]);
  }

  /**
   * The key of a posting as one number, the same for no two keys: at most 32 regions and types, 16 months,
   * 65,536 municipalities and 2^23 details.
   */
  key(posting: number): number {
    const small =
      (this.at('region', posting) * 16 + this.at('month', posting)) * 32 + this.at('type', posting);
    return (small * 65_536 + this.at('municipality', posting)) * 8_388_608 + this.at('detail', posting);
  }

  /** The first posting of this row of the event table or a later one. */
  firstOf(row: number): number {
    let [low, high] = [0, this.#length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at('row', middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What the columns take, in bytes. */
  bytes(): number {
    return Object.values(this.#columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
  }
}
