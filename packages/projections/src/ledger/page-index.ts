import { cell } from './cell.js';
import type { Page } from './page.js';
import {
  type Asked,
  addByDetail,
  type DetailSum,
  type PlaceSum,
  sumFrom,
  sumsByPlace,
} from './page-postings.js';
import { PageSums } from './page-sums.js';

/** When the postings of a page are known. */
export interface Moments {
  /** ascending over the postings as they came */
  readonly position: (posting: number) => number;
  /** in milliseconds since 1970 */
  readonly recordedAt: (posting: number) => number;
}

/** How a sum is asked: as known by a position, by a moment in milliseconds since 1970, or at all. */
export type Known = { readonly logged: number } | { readonly registered: number } | 'latest';

/** Below this a page is looked through. */
const small = 2_048;

/**
 * Sums of a page's postings as known at any moment, in time that does not grow with the page.
 *
 * What came after the sums were made is looked through, and taken into them once it is an eighth of the
 * page: the work stays in proportion to the postings. A page that is asked only once is looked through.
 */
export class PageIndex {
  #asCame: PageSums | undefined;
  #asRecorded: PageSums | undefined;
  #isAsked = false;

  constructor(
    readonly page: Page,
    readonly moments: Moments,
  ) {}

  /** What the asked postings come to, of those that were known. */
  sum(known: Known, asked: Asked): number {
    const holds = this.#holds(known);
    const sums = this.#sums(known);
    return sums === undefined
      ? sumFrom(this.page, 0, asked, holds)
      : sums.sum(sums.count(holds), asked) + sumFrom(this.page, sums.length, asked, holds);
  }

  /** The same for each region and detail apart. */
  byDetail(known: Known, asked: Asked): Iterable<DetailSum> {
    const holds = this.#holds(known);
    const sums = this.#sums(known);
    const found = new Map<number, DetailSum>();
    sums?.addByDetail(sums.count(holds), asked, found);
    addByDetail(this.page, undefined, sums?.length ?? 0, this.page.length, asked, holds, found);
    return found.values();
  }

  /** The same for each region, municipality and detail apart; all of the page is looked through. */
  byPlace(known: Known, asked: Asked): Iterable<PlaceSum> {
    return sumsByPlace(this.page, asked, this.#holds(known));
  }

  #holds(known: Known): (posting: number) => boolean {
    const { position, recordedAt } = this.moments;
    if (known === 'latest') return () => true;
    return 'logged' in known
      ? (posting) => position(posting) <= known.logged
      : (posting) => recordedAt(posting) <= known.registered;
  }

  /** The sums that answer, where looking through the page would not do. */
  #sums(known: Known): PageSums | undefined {
    const isFirst = !this.#isAsked;
    this.#isAsked = true;
    if (isFirst || this.page.length < small) return undefined;
    return known === 'latest' || 'logged' in known ? this.#came() : this.#recorded();
  }

  #isOfUse(sums: PageSums | undefined): sums is PageSums {
    return sums !== undefined && this.page.length - sums.length <= Math.max(small, sums.length >>> 3);
  }

  #came(): PageSums {
    if (!this.#isOfUse(this.#asCame)) this.#asCame = new PageSums(this.page, this.page.length);
    return this.#asCame;
  }

  #recorded(): PageSums {
    if (this.#isOfUse(this.#asRecorded)) return this.#asRecorded;
    const { length } = this.page;
    const { recordedAt } = this.moments;
    const times = new Float64Array(length);
    let [isInOrder, last] = [true, Number.NEGATIVE_INFINITY];
    for (let posting = 0; posting < length; posting++) {
      const time = recordedAt(posting);
      times[posting] = time;
      if (time < last) isInOrder = false;
      last = time;
    }
    // Where the log was written as it was recorded the two orders are one.
    this.#asRecorded = isInOrder
      ? this.#came()
      : new PageSums(
          this.page,
          length,
          Uint32Array.from({ length }, (_, posting) => posting).sort(
            (a, b) => cell(times[a]) - cell(times[b]) || a - b,
          ),
        );
    return this.#asRecorded;
  }

  /** What it takes beside the page, in bytes. */
  bytes(): number {
    let bytes = 0;
    // The two are often one.
    for (const sums of new Set([this.#asCame, this.#asRecorded]))
      if (sums !== undefined) bytes += sums.bytes();
    return bytes;
  }
}
