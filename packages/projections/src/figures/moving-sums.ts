import type { Cell } from '../ledger/ledger.js';
import type { Measure, Posting } from '../ledger/posting.js';
import type { Selection } from './definition.js';
import type { Query } from './query.js';
import { type Sums, selected, total } from './standing.js';

const keyOf = ({
  region,
  month,
  municipality,
  type,
  detail,
}: Pick<Cell, 'region' | 'month' | 'municipality' | 'type' | 'detail'>): string =>
  `${region}|${month}|${municipality}|${type}|${detail}`;

/** Sums that begin as others are and move on, posting by posting. */
export class MovingSums implements Sums {
  readonly #pages = new Map<string, Map<string, Cell>>();

  constructor(readonly first: Sums) {}

  #page(measure: Measure, year: number): Map<string, Cell> {
    const name = `${measure} ${year}`;
    const known = this.#pages.get(name);
    if (known !== undefined) return known;
    const page = new Map(this.first.cells(measure, year).map((cell) => [keyOf(cell), cell]));
    this.#pages.set(name, page);
    return page;
  }

  /** Takes a posting into account that the sums it began with do not have. */
  add({ measure, region, year, month, municipality, type, detail, amount, presence }: Posting): void {
    const page = this.#page(measure, year);
    const key = keyOf({ region, month, municipality, type, detail });
    const there = page.get(key);
    page.set(key, {
      region,
      year,
      month,
      municipality,
      type,
      detail,
      amount: (there?.amount ?? 0) + amount,
      presence: (there?.presence ?? 0) + presence,
    });
  }

  cells(measure: Measure, year: number): ReadonlyArray<Cell> {
    return [...this.#page(measure, year).values()];
  }

  years(measure: Measure): ReadonlyArray<number> {
    return this.first.years(measure);
  }

  sum(selection: Selection, query: Query): number {
    return total(selected(this, selection, query));
  }
}
