import type { ActionType, MunicipalityCode, Region } from '@burgernet/domain';
import { toEpoch } from '@burgernet/domain';
import type { AsOf } from './as-of.js';
import { bytes, type Column, doubles, shorts, signedBytes, words } from './column.js';
import type { EventTable } from './event-table.js';
import { names } from './names.js';
import { type Cause, type Contribution, causes, type Measure, type Posting } from './posting.js';

/** The postings of one measure in one year, in columns, in the order in which they came. */
interface Page {
  readonly year: number;
  length: number;
  readonly row: Column;
  readonly amount: Column;
  readonly presence: Column;
  readonly cause: Column;
  readonly region: Column;
  readonly month: Column;
  readonly municipality: Column;
  readonly type: Column;
  readonly detail: Column;
}

const newPage = (year: number): Page => ({
  year,
  length: 0,
  row: words(),
  amount: doubles(),
  presence: signedBytes(),
  cause: bytes(),
  region: bytes(),
  month: bytes(),
  municipality: shorts(),
  type: bytes(),
  detail: words(),
});

/** An amount under its key, with how many contributions it stands for. */
export interface Cell {
  readonly region: Region;
  readonly year: number;
  readonly month: number;
  readonly municipality: MunicipalityCode | null;
  readonly type: ActionType | null;
  readonly detail: string;
  readonly amount: number;
  /** 0 where nothing stands: what is not stated is not 0 */
  readonly presence: number;
}

/**
 * Every posting of every measure, kept in columns. It only grows; sums of its postings answer every
 * question about figures, as known at any moment, without a replay.
 */
export class Ledger {
  readonly #pages = new Map<Measure, Map<number, Page>>();
  readonly #regions = names<Region>();
  readonly #municipalities = names<MunicipalityCode | null>(null);
  readonly #types = names<ActionType | null>(null);
  readonly #details = names<string>('');
  readonly #causes = new Map(causes.map((cause, number) => [cause, number]));
  #length = 0;

  constructor(readonly events: EventTable) {}

  /** How many postings there are. */
  get length(): number {
    return this.#length;
  }

  /** Adds a posting of the event in this row of the event table. */
  post(contribution: Contribution, amount: number, presence: number, cause: Cause, row: number): void {
    const { measure, year } = contribution;
    let years = this.#pages.get(measure);
    if (years === undefined) {
      years = new Map();
      this.#pages.set(measure, years);
    }
    let page = years.get(year);
    if (page === undefined) {
      page = newPage(year);
      years.set(year, page);
    }
    page.row.push(row);
    page.amount.push(amount);
    page.presence.push(presence);
    page.cause.push(this.#causes.get(cause) ?? 0);
    page.region.push(this.#regions.number(contribution.region));
    page.month.push(contribution.month);
    page.municipality.push(this.#municipalities.number(contribution.municipality));
    page.type.push(this.#types.number(contribution.type));
    page.detail.push(this.#details.number(contribution.detail));
    page.length += 1;
    this.#length += 1;
  }

  /** The years in which the measure has postings, ascending. */
  years(measure: Measure): ReadonlyArray<number> {
    return [...(this.#pages.get(measure)?.keys() ?? [])].sort((a, b) => a - b);
  }

  /** The regions of all postings, in the order in which they came. */
  regions(): ReadonlyArray<Region> {
    return this.#regions.all();
  }

  #isKnown(asOf: AsOf): (row: number) => boolean {
    if (asOf === 'latest') return () => true;
    if ('logged' in asOf) {
      const { logged } = asOf;
      return (row) => this.events.position(row) <= logged;
    }
    const registered = toEpoch(asOf.registered);
    return (row) => this.events.recordedAt(row) <= registered;
  }

  /**
   * What a measure comes to in one year as known then: one cell per key with a posting, amounts and
   * presences summed.
   *
   * @param region only this region; absent: all
   */
  cells(measure: Measure, year: number, asOf: AsOf, region?: Region): ReadonlyArray<Cell> {
    const page = this.#pages.get(measure)?.get(year);
    if (page === undefined) return [];
    const isKnown = this.#isKnown(asOf);
    const only = region === undefined ? undefined : this.#regions.known(region);
    if (region !== undefined && only === undefined) return [];
    const sums = new Map<string, { readonly at: number; amount: number; presence: number }>();
    for (let at = 0; at < page.length; at++) {
      if (only !== undefined && page.region.at(at) !== only) continue;
      if (!isKnown(page.row.at(at))) continue;
      const key = `${page.region.at(at)}|${page.month.at(at)}|${page.municipality.at(at)}|${page.type.at(at)}|${page.detail.at(at)}`;
      const sum = sums.get(key);
      if (sum === undefined)
        sums.set(key, { at, amount: page.amount.at(at), presence: page.presence.at(at) });
      else {
        sum.amount += page.amount.at(at);
        sum.presence += page.presence.at(at);
      }
    }
    return [...sums.values()].map(({ at, amount, presence }) => ({
      ...this.#keyAt(page, at),
      amount,
      presence,
    }));
  }

  #keyAt(page: Page, at: number): Omit<Cell, 'amount' | 'presence'> {
    return {
      region: this.#regions.name(page.region.at(at)),
      year: page.year,
      month: page.month.at(at),
      municipality: this.#municipalities.name(page.municipality.at(at)),
      type: this.#types.name(page.type.at(at)),
      detail: this.#details.name(page.detail.at(at)),
    };
  }

  /** Every posting of a measure in a year, in the order in which they came. */
  *postings(measure: Measure, year: number): Generator<Posting> {
    const page = this.#pages.get(measure)?.get(year);
    if (page === undefined) return;
    for (let at = 0; at < page.length; at++) {
      const event = this.events.event(page.row.at(at));
      yield {
        measure,
        ...this.#keyAt(page, at),
        amount: page.amount.at(at),
        presence: page.presence.at(at),
        cause: causes[page.cause.at(at)] ?? 'new',
        recordedAt: event.recordedAt,
        position: event.position,
        eventId: event.eventId,
        stream: event.stream,
        revision: event.revision,
      };
    }
  }

  /** What the columns take, in bytes, without the event table. */
  bytes(): number {
    let sum = 0;
    for (const years of this.#pages.values())
      for (const { year: _, length: __, ...columns } of years.values())
        for (const column of Object.values(columns)) sum += column.bytes();
    return sum;
  }
}
