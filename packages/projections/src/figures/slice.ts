import type { Region } from '@burgernet/domain';
import type { AsOf } from '../ledger/as-of.js';
import type { Cell, Ledger } from '../ledger/ledger.js';
import type { Measure } from '../ledger/posting.js';
import type { Selection } from './definition.js';
import type { Query } from './query.js';
import { detailsOf, type Sums, selected, total } from './standing.js';

/** After how many sums of a year's measure its cells are made, of which all others follow. */
const few = 4;

/** The ledger of one region (or of all) as known at one moment. Sums asked twice are summed once. */
export class Slice implements Sums {
  readonly #cells = new Map<string, ReadonlyArray<Cell>>();
  readonly #asked = new Map<string, number>();

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

  years(measure: Measure): ReadonlyArray<number> {
    return this.ledger.years(measure);
  }

  sum(selection: Selection, query: Query): number {
    const { measure } = selection;
    const { year, ...part } = query;
    const name = `${measure} ${year}`;
    const asked = this.#asked.get(name) ?? 0;
    this.#asked.set(name, asked + 1);
    if (asked >= few || this.#cells.has(name)) return total(selected(this, selection, query));
    const isDetail = detailsOf(selection);
    return this.ledger.sum(measure, year, this.asOf, {
      ...part,
      ...(this.region === undefined ? {} : { region: this.region }),
      ...(isDetail === undefined ? {} : { isDetail }),
    });
  }
}
