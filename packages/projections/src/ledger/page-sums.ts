import { cell } from './cell.js';
import type { Page } from './page.js';
import { type Asked, addByDetail, type DetailSum, placed, sumAt, visit, wide } from './page-postings.js';

/** By what sums are kept apart. */
const dimensions = ['month', 'municipality', 'type', 'detail'] as const;

/** A region's sum, or that of a region and one value of a dimension, has a slot. */
type Slots = ReadonlyMap<number, number>;

/** Those before a posting of an order are known by where it stands. */
const always = (): boolean => true;

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
    const slotsOf = (posting: number, take: (slot: number) => void): void => {
      const region = cell(columns.region[posting]);
      take(slotOf(regions, region));
      for (const dimension of dimensions)
        take(slotOf(byDimension[dimension], region * wide + cell(columns[dimension][posting])));
    };
    for (let posting = 0; posting < length; posting++) slotsOf(posting, () => undefined);
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
      const posting = placed(order, at);
      const amount = cell(columns.amount[posting]);
      const presence = cell(columns.presence[posting]);
      slotsOf(posting, (slot) => {
        amounts[slot] = cell(amounts[slot]) + amount;
        presences[slot] = cell(presences[slot]) + presence;
      });
    }
  }

  /** How many of the first postings, in this order, hold; those that do come before those that do not. */
  count(holds: (posting: number) => boolean): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(placed(this.#order, middle))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What the first so many postings, in this order, come to. */
  sum(count: number, asked: Asked): number {
    const slots = this.#slotsOf(asked);
    const block = slots === undefined ? 0 : Math.floor(Math.max(0, count - 1) / this.#block);
    let sum = 0;
    for (const slot of slots ?? []) sum += cell(this.#amounts[block * this.#width + slot]);
    visit(this.#page, this.#order, block * this.#block, count, asked, always, (amount) => {
      sum += amount;
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
        sum.amount += cell(this.#amounts[block * this.#width + slot]);
        sum.presence += cell(this.#presences[block * this.#width + slot]);
      }
    addByDetail(this.#page, this.#order, block * this.#block, count, asked, always, sums);
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
