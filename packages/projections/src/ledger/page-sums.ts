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

/** By what sums are kept apart. */
const dimensions = ['month', 'municipality', 'type', 'detail'] as const;

/** A region's sum, or that of a region and one value of a dimension, has a slot. */
type Slots = ReadonlyMap<number, number>;

const wide = 2 ** 32;

const isAsked = (page: Page, posting: number, asked: Asked): boolean =>
  (asked.region === undefined || page.at('region', posting) === asked.region) &&
  (asked.month === undefined || page.at('month', posting) === asked.month) &&
  (asked.municipality === undefined || page.at('municipality', posting) === asked.municipality) &&
  (asked.type === undefined || page.at('type', posting) === asked.type) &&
  (asked.isDetail === undefined || asked.isDetail(page.at('detail', posting)));

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
  readonly #sums: Float64Array;
  readonly #width: number;

  constructor(page: Page, length: number, order?: Uint32Array) {
    this.#page = page;
    this.#order = order;
    this.length = length;
    let slots = 0;
    const regions = new Map<number, number>();
    const slotIn = (map: Map<number, number>, key: number): void => {
      if (!map.has(key)) map.set(key, slots++);
    };
    const byDimension = { month: new Map(), municipality: new Map(), type: new Map(), detail: new Map() };
    for (let posting = 0; posting < length; posting++) {
      const region = page.at('region', posting);
      slotIn(regions, region);
      for (const dimension of dimensions)
        slotIn(byDimension[dimension], region * wide + page.at(dimension, posting));
    }
    this.#regions = regions;
    this.#slots = byDimension;
    this.#width = slots;
    // At most four bytes a posting go into sums.
    this.#block = Math.max(512, slots * 2);
    const blocks = Math.ceil(length / this.#block);
    this.#sums = new Float64Array(blocks * slots);
    const running = new Float64Array(slots);
    const add = (map: Slots, key: number, amount: number): void => {
      const slot = map.get(key);
      if (slot !== undefined) running[slot] = (running[slot] ?? 0) + amount;
    };
    for (let at = 0; at < length; at++) {
      if (at % this.#block === 0) this.#sums.set(running, (at / this.#block) * slots);
      const posting = this.#posting(at);
      const region = page.at('region', posting);
      const amount = page.at('amount', posting);
      add(regions, region, amount);
      for (const dimension of dimensions)
        add(byDimension[dimension], region * wide + page.at(dimension, posting), amount);
    }
  }

  #posting(at: number): number {
    return this.#order === undefined ? at : (this.#order[at] ?? 0);
  }

  /** How many of the first postings, in this order, hold; those that do come before those that do not. */
  count(holds: (posting: number) => boolean): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.#posting(middle))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What the first so many postings, in this order, come to. */
  sum(count: number, asked: Asked): number {
    const before = this.#before(Math.floor(Math.max(0, count - 1) / this.#block), asked);
    let sum = before?.sum ?? 0;
    for (let at = before?.from ?? 0; at < count; at++) {
      const posting = this.#posting(at);
      if (isAsked(this.#page, posting, asked)) sum += this.#page.at('amount', posting);
    }
    return sum;
  }

  /** The sum before a block, where it is kept. */
  #before(block: number, asked: Asked): { readonly from: number; readonly sum: number } | undefined {
    const { region, month, municipality, type, isDetail } = asked;
    const base = block * this.#width;
    const from = block * this.#block;
    const at = (slot: number | undefined): number =>
      slot === undefined ? 0 : (this.#sums[base + slot] ?? 0);
    const given = [month, municipality, type, isDetail].filter((one) => one !== undefined).length;
    if (given > 1) return undefined;
    const regions = region === undefined ? [...this.#regions.keys()] : [region];
    if (given === 0) return { from, sum: regions.reduce((sum, one) => sum + at(this.#regions.get(one)), 0) };
    if (isDetail !== undefined) {
      let sum = 0;
      for (const [key, slot] of this.#slots.detail) {
        const of = Math.floor(key / wide);
        if ((region === undefined || of === region) && isDetail(key % wide)) sum += at(slot);
      }
      return { from, sum };
    }
    const [dimension, value] =
      month !== undefined
        ? (['month', month] as const)
        : municipality !== undefined
          ? (['municipality', municipality] as const)
          : (['type', type ?? 0] as const);
    const slots = this.#slots[dimension];
    return { from, sum: regions.reduce((sum, one) => sum + at(slots.get(one * wide + value)), 0) };
  }

  /** What it takes, in bytes. */
  bytes(): number {
    return this.#sums.byteLength + (this.#order?.byteLength ?? 0);
  }
}

/** Adds up the postings of a page from one on, those that hold and are asked. */
export const sumFrom = (
  page: Page,
  from: number,
  asked: Asked,
  holds: (posting: number) => boolean,
): number => {
  let sum = 0;
  for (let posting = from; posting < page.length; posting++)
    if (isAsked(page, posting, asked) && holds(posting)) sum += page.at('amount', posting);
  return sum;
};
