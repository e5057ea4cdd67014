import type { ActionType, MunicipalityCode, Region } from '@burgernet/domain';
import type { AsOf } from '../ledger/as-of.js';
import type { Cell, Ledger } from '../ledger/ledger.js';
import type { Measure } from '../ledger/posting.js';

/** What part of a year is asked: absent is all of it, `null` is what is not attributed or not recorded. */
export interface Query {
  readonly year: number;
  /** 1 to 12 */
  readonly month?: number;
  readonly municipality?: MunicipalityCode | null;
  readonly type?: ActionType | null;
}

/** The ledger of one region (or of all) as known at one moment. Sums asked twice are summed once. */
export class Slice {
  readonly #cells = new Map<string, ReadonlyArray<Cell>>();

  constructor(
    readonly ledger: Ledger,
    readonly asOf: AsOf,
    /** absent: the country */
    readonly region?: Region,
  ) {}

  cells(measure: Measure, year: number): ReadonlyArray<Cell> {
    const name = `${measure} ${year}`;
    const known = this.#cells.get(name);
    if (known !== undefined) return known;
    const cells = this.ledger.cells(measure, year, this.asOf, this.region);
    this.#cells.set(name, cells);
    return cells;
  }
}

/** Whether a cell lies in what was asked. */
export const isAsked = (cell: Cell, query: Query): boolean =>
  (query.month === undefined || cell.month === query.month) &&
  (query.municipality === undefined || cell.municipality === query.municipality) &&
  (query.type === undefined || cell.type === query.type);
