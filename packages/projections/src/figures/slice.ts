import type { Region } from '@burgernet/domain';
import type { AsOf } from '../ledger/as-of.js';
import type { Part } from '../ledger/key-names.js';
import type { Cell, Ledger, Tally } from '../ledger/ledger.js';
import type { Measure } from '../ledger/posting.js';
import type { Selection } from './definition.js';
import { isAsked, type Query } from './query.js';
import { detailsOf, type Sums } from './standing.js';

/** Adds cells up that are named the same. */
const added = (
  cells: ReadonlyArray<Cell>,
  nameOf: (cell: Cell) => Omit<Tally, 'amount' | 'presence'>,
): ReadonlyArray<Tally> => {
  const tallies = new Map<string, { -readonly [Field in keyof Tally]: Tally[Field] }>();
  for (const cell of cells) {
    const name = nameOf(cell);
    const key = `${name.region} ${name.municipality} ${name.detail}`;
    const there = tallies.get(key);
    if (there === undefined) tallies.set(key, { ...name, amount: cell.amount, presence: cell.presence });
    else {
      there.amount += cell.amount;
      there.presence += cell.presence;
    }
  }
  return [...tallies.values()];
};

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

  /** The cells of a year of a measure, as known then and of the region that is asked. */
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
    const cells = this.#ready(selection, query);
    if (cells !== undefined) return cells.reduce((sum, { amount }) => sum + amount, 0);
    return this.ledger.sum(selection.measure, query.year, this.asOf, this.#part(selection, query));
  }

  byDetail(selection: Selection, query: Query): ReadonlyArray<Tally> {
    const cells = this.#ready(selection, query);
    if (cells !== undefined) return added(cells, ({ region, year, detail }) => ({ region, year, detail }));
    return this.ledger.byDetail(selection.measure, query.year, this.asOf, this.#part(selection, query));
  }

  byPlace(selection: Selection, query: Query): ReadonlyArray<Tally> {
    const cells = this.#ready(selection, query);
    if (cells !== undefined)
      return added(cells, ({ region, year, municipality, detail }) => ({
        region,
        year,
        municipality,
        detail,
      }));
    return this.ledger.byPlace(selection.measure, query.year, this.asOf, this.#part(selection, query));
  }

  #part(selection: Selection, { year: _, ...part }: Query): Part {
    const isDetail = detailsOf(selection);
    return {
      ...part,
      ...(this.region === undefined ? {} : { region: this.region }),
      ...(isDetail === undefined ? {} : { isDetail }),
    };
  }

  #selected(selection: Selection, query: Query): ReadonlyArray<Cell> {
    const isDetail = detailsOf(selection);
    return this.cells(selection.measure, query.year).filter(
      (cell) => isAsked(cell, query) && (isDetail === undefined || isDetail(cell.detail)),
    );
  }

  /** The selected cells, where the year's were made or are worth being made. */
  #ready(selection: Selection, query: Query): ReadonlyArray<Cell> | undefined {
    const name = `${selection.measure} ${query.year}`;
    const asked = this.#asked.get(name) ?? 0;
    this.#asked.set(name, asked + 1);
    return asked >= few || this.#cells.has(name) ? this.#selected(selection, query) : undefined;
  }
}
