import type { Page, PageColumns } from './page.js';

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

/** By what sums are kept apart. */
const dimensions = ['month', 'municipality', 'type', 'detail'] as const;

/** A region's sum, or that of a region and one value of a dimension, has a slot. */
type Slots = ReadonlyMap<number, number>;

const wide = 2 ** 32;

/** Asks once about each detail, however many postings have it. */
const once = (isDetail: (detail: number) => boolean): ((detail: number) => boolean) => {
  const known: Array<boolean | undefined> = [];
  return (detail) => {
    known[detail] ??= isDetail(detail);
    return known[detail];
  };
};

/** Visits those of the first so many postings of an order that are asked, from one on. */
const visit = (
  { region, month, municipality, type, detail }: PageColumns,
  order: Uint32Array | undefined,
  from: number,
  to: number,
  asked: Asked,
  take: (posting: number) => void,
): void => {
  const isDetail = asked.isDetail && once(asked.isDetail);
  for (let at = from; at < to; at++) {
    const posting = order === undefined ? at : (order[at] ?? 0);
    if (asked.municipality !== undefined && municipality[posting] !== asked.municipality) continue;
    if (asked.type !== undefined && type[posting] !== asked.type) continue;
    if (asked.month !== undefined && month[posting] !== asked.month) continue;
    if (asked.region !== undefined && region[posting] !== asked.region) continue;
    if (isDetail !== undefined && !isDetail(detail[posting] ?? 0)) continue;
    take(posting);
  }
};

/**
 * Sums of a page's postings in some order, up to any of them. At the beginning of every block it knows
 * what every region, and every month, municipality, type and detail of a region, has come to; the rest
 * of one block is added up. A question about two dimensions at once looks at all postings up to there.
 *
 * @param order the postings in order; absent: as they came
 */
export class PageSums {
  readonly #page: Page;
  readonly #order: Uint32Array | undefined;
  readonly length: number;
  readonly #regions: Slots;
  readonly #slots: Readonly<Record<(typeof dimensions)[number], Slots>>;
  /** the postings of a block */
  readonly #block: number;
  /** of every block the sums before it, by slot */
  readonly #amounts: Float64Array;
  readonly #presences: Float64Array;
  readonly #width: number;

  constructor(page: Page, length: number, order?: Uint32Array) {
    this.#page = page;
    this.#order = order;
    this.length = length;
    const { columns } = page;
    let slots = 0;
    const slotOf = (map: Map<number, number>, key: number): number => {
      const known = map.get(key);
      if (known !== undefined) return known;
      map.set(key, slots);
      return slots++;
    };
    const regions = new Map<number, number>();
    const byDimension = { month: new Map(), municipality: new Map(), type: new Map(), detail: new Map() };
    for (let posting = 0; posting < length; posting++) {
      const region = columns.region[posting] ?? 0;
      slotOf(regions, region);
      for (const dimension of dimensions)
        slotOf(byDimension[dimension], region * wide + (columns[dimension][posting] ?? 0));
    }
    this.#regions = regions;
    this.#slots = byDimension;
    this.#width = slots;
    // At most eight bytes a posting go into sums.
    this.#block = Math.max(512, slots * 2);
    const blocks = Math.ceil(length / this.#block);
    this.#amounts = new Float64Array(blocks * slots);
    this.#presences = new Float64Array(blocks * slots);
    const amounts = new Float64Array(slots);
    const presences = new Float64Array(slots);
    for (let at = 0; at < length; at++) {
      if (at % this.#block === 0) {
        this.#amounts.set(amounts, (at / this.#block) * slots);
        this.#presences.set(presences, (at / this.#block) * slots);
      }
      const posting = order === undefined ? at : (order[at] ?? 0);
      const region = columns.region[posting] ?? 0;
      const add = (slot: number): void => {
        amounts[slot] = (amounts[slot] ?? 0) + (columns.amount[posting] ?? 0);
        presences[slot] = (presences[slot] ?? 0) + (columns.presence[posting] ?? 0);
      };
      add(slotOf(regions, region));
      for (const dimension of dimensions)
        add(slotOf(byDimension[dimension], region * wide + (columns[dimension][posting] ?? 0)));
    }
  }

  /** How many of the first postings, in this order, hold; those that do come before those that do not. */
  count(holds: (posting: number) => boolean): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.#order === undefined ? middle : (this.#order[middle] ?? 0))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What the first so many postings, in this order, come to. */
  sum(count: number, asked: Asked): number {
    const { columns } = this.#page;
    const slots = this.#slotsOf(asked);
    const block = slots === undefined ? 0 : Math.floor(Math.max(0, count - 1) / this.#block);
    let sum = 0;
    for (const slot of slots ?? []) sum += this.#amounts[block * this.#width + slot] ?? 0;
    visit(columns, this.#order, block * this.#block, count, asked, (posting) => {
      sum += columns.amount[posting] ?? 0;
    });
    return sum;
  }

  /** The same for each region and detail apart, added to what is there. */
  addByDetail(count: number, asked: Asked, sums: Map<number, DetailSum>): void {
    const { month, municipality, type } = asked;
    const isKept = month === undefined && municipality === undefined && type === undefined;
    const block = isKept ? Math.floor(Math.max(0, count - 1) / this.#block) : 0;
    if (block > 0)
      for (const [key, slot] of this.#detailSlots(asked)) {
        const sum = sumAt(sums, Math.floor(key / wide), key % wide);
        sum.amount += this.#amounts[block * this.#width + slot] ?? 0;
        sum.presence += this.#presences[block * this.#width + slot] ?? 0;
      }
    addByDetail(this.#page, this.#order, block * this.#block, count, asked, sums);
  }

  #detailSlots({ region, isDetail }: Asked): ReadonlyArray<readonly [number, number]> {
    return [...this.#slots.detail].filter(
      ([key]) =>
        (region === undefined || Math.floor(key / wide) === region) &&
        (isDetail === undefined || isDetail(key % wide)),
    );
  }

  /** The slots that together hold what is asked; `undefined` where none do. */
  #slotsOf(asked: Asked): ReadonlyArray<number> | undefined {
    const { region, month, municipality, type, isDetail } = asked;
    const given = [month, municipality, type, isDetail].filter((one) => one !== undefined).length;
    if (given > 1) return undefined;
    if (isDetail !== undefined) return this.#detailSlots(asked).map(([, slot]) => slot);
    const regions = region === undefined ? [...this.#regions.keys()] : [region];
    const found = (slots: Slots, keyOf: (region: number) => number): ReadonlyArray<number> =>
      regions.flatMap((one) => slots.get(keyOf(one)) ?? []);
    if (month !== undefined) return found(this.#slots.month, (one) => one * wide + month);
    if (municipality !== undefined)
      return found(this.#slots.municipality, (one) => one * wide + municipality);
    if (type !== undefined) return found(this.#slots.type, (one) => one * wide + type);
    return found(this.#regions, (one) => one);
  }

  /** What it takes, in bytes. */
  bytes(): number {
    return this.#amounts.byteLength + this.#presences.byteLength + (this.#order?.byteLength ?? 0);
  }
}

const sumAt = (sums: Map<number, DetailSum>, region: number, detail: number): DetailSum => {
  const key = region * wide + detail;
  const known = sums.get(key);
  if (known !== undefined) return known;
  const sum: DetailSum = { region, detail, amount: 0, presence: 0 };
  sums.set(key, sum);
  return sum;
};

const addByDetail = (
  { columns }: Page,
  order: Uint32Array | undefined,
  from: number,
  to: number,
  asked: Asked,
  sums: Map<number, DetailSum>,
  holds?: (posting: number) => boolean,
): void => {
  visit(columns, order, from, to, asked, (posting) => {
    if (holds !== undefined && !holds(posting)) return;
    const sum = sumAt(sums, columns.region[posting] ?? 0, columns.detail[posting] ?? 0);
    sum.amount += columns.amount[posting] ?? 0;
    sum.presence += columns.presence[posting] ?? 0;
  });
};

/** Adds up the postings of a page from one on, those that hold and are asked. */
export const sumFrom = (
  page: Page,
  from: number,
  asked: Asked,
  holds: (posting: number) => boolean,
): number => {
  const { columns } = page;
  let sum = 0;
  visit(columns, undefined, from, page.length, asked, (posting) => {
    if (holds(posting)) sum += columns.amount[posting] ?? 0;
  });
  return sum;
};

/** The same for each region and detail apart, added to what is there. */
export const addByDetailFrom = (
  page: Page,
  from: number,
  asked: Asked,
  holds: (posting: number) => boolean,
  sums: Map<number, DetailSum>,
): void => addByDetail(page, undefined, from, page.length, asked, sums, holds);

/** What the postings that hold and are asked come to, for each region, municipality and detail apart. */
export const sumsByPlace = (
  { columns, length }: Page,
  asked: Asked,
  holds: (posting: number) => boolean,
): Iterable<PlaceSum> => {
  const sums = new Map<number, PlaceSum>();
  visit(columns, undefined, 0, length, asked, (posting) => {
    if (!holds(posting)) return;
    const region = columns.region[posting] ?? 0;
    const municipality = columns.municipality[posting] ?? 0;
    const detail = columns.detail[posting] ?? 0;
    // Regions are ten and details fewer than 2^31, see the columns.
    const key = (region * 65_536 + municipality) * 2 ** 31 + detail;
    const sum = sums.get(key);
    const [amount, presence] = [columns.amount[posting] ?? 0, columns.presence[posting] ?? 0];
    if (sum === undefined) sums.set(key, { region, municipality, detail, amount, presence });
    else {
      sum.amount += amount;
      sum.presence += presence;
    }
  });
  return sums.values();
};
