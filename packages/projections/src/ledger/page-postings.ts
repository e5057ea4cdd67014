import { cell } from './cell.js';
import type { Page } from './page.js';

/** Which postings are summed, by the numbers of their names; absent is all. */
export interface Asked {
  readonly region?: number;
  /** 1 to 12 */
  readonly month?: number;
  readonly municipality?: number;
  readonly type?: number;
  readonly isDetail?: (detail: number) => boolean;
}

/** What a region's postings of one detail come to. */
export interface DetailSum {
  readonly region: number;
  readonly detail: number;
  amount: number;
  presence: number;
}

/** What a region's and municipality's postings of one detail come to. */
export interface PlaceSum extends DetailSum {
  readonly municipality: number;
}

/** Joins two numbers of names to one: the first times this, and the second. */
export const wide = 2 ** 32;

/** Asks once about each detail, however many postings have it. */
const once = (isDetail: (detail: number) => boolean): ((detail: number) => boolean) => {
  const known: Array<boolean | undefined> = [];
  return (detail) => {
    known[detail] ??= isDetail(detail);
    return known[detail];
  };
};

/** The posting at a place of an order; absent: as they came. */
export const placed = (order: Uint32Array | undefined, at: number): number =>
  order === undefined ? at : cell(order[at]);

/** What is read of a posting: its amount and presence, and the numbers of its region, detail and municipality. */
type Take = (amount: number, presence: number, region: number, detail: number, municipality: number) => void;

/** Visits those of the first so many postings of an order that hold and are asked, from one on. */
export const visit = (
  { columns: { amount, presence, region, month, municipality, type, detail } }: Page,
  order: Uint32Array | undefined,
  from: number,
  to: number,
  asked: Asked,
  holds: (posting: number) => boolean,
  take: Take,
): void => {
  const isDetail = asked.isDetail && once(asked.isDetail);
  for (let at = from; at < to; at++) {
    const posting = placed(order, at);
    if (asked.municipality !== undefined && municipality[posting] !== asked.municipality) continue;
    if (asked.type !== undefined && type[posting] !== asked.type) continue;
    if (asked.month !== undefined && month[posting] !== asked.month) continue;
    if (asked.region !== undefined && region[posting] !== asked.region) continue;
    const of = cell(detail[posting]);
    if (isDetail !== undefined && !isDetail(of)) continue;
    if (holds(posting))
      take(
        cell(amount[posting]),
        cell(presence[posting]),
        cell(region[posting]),
        of,
        cell(municipality[posting]),
      );
  }
};

/** The sum of a region and detail, which is begun where there is none. */
export const sumAt = (sums: Map<number, DetailSum>, region: number, detail: number): DetailSum => {
  const key = region * wide + detail;
  const known = sums.get(key);
  if (known !== undefined) return known;
  const sum: DetailSum = { region, detail, amount: 0, presence: 0 };
  sums.set(key, sum);
  return sum;
};

/** What they come to for each region and detail apart, added to what is there; see {@link visit}. */
export const addByDetail = (
  page: Page,
  order: Uint32Array | undefined,
  from: number,
  to: number,
  asked: Asked,
  holds: (posting: number) => boolean,
  sums: Map<number, DetailSum>,
): void =>
  visit(page, order, from, to, asked, holds, (amount, presence, region, detail) => {
    const sum = sumAt(sums, region, detail);
    sum.amount += amount;
    sum.presence += presence;
  });

/** Adds up the postings of a page from one on, those that hold and are asked. */
export const sumFrom = (
  page: Page,
  from: number,
  asked: Asked,
  holds: (posting: number) => boolean,
): number => {
  let sum = 0;
  visit(page, undefined, from, page.length, asked, holds, (amount) => {
    sum += amount;
  });
  return sum;
};

/** What the postings that hold and are asked come to, for each region, municipality and detail apart. */
export const sumsByPlace = (
  page: Page,
  asked: Asked,
  holds: (posting: number) => boolean,
): Iterable<PlaceSum> => {
  const sums = new Map<number, PlaceSum>();
  visit(page, undefined, 0, page.length, asked, holds, (amount, presence, region, detail, municipality) => {
    // Regions are ten and details fewer than 2^31, see the columns.
    const key = (region * 65_536 + municipality) * 2 ** 31 + detail;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { region, municipality, detail, amount, presence });
    else {
      sum.amount += amount;
      sum.presence += presence;
    }
  });
  return sums.values();
};
