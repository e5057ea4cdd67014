import type { Tally } from '../ledger/ledger.js';
import type { Measure, Posting } from '../ledger/posting.js';
import type { Selection } from './definition.js';
import type { Query } from './query.js';
import type { Tallies } from './standing.js';

type By = 'byDetail' | 'byPlace';
type ByKey = Map<string, { -readonly [Field in keyof Tally]: Tally[Field] }>;

const keyOf = (
  by: By,
  { region, municipality, detail }: Omit<Tally, 'year' | 'amount' | 'presence'>,
): string => (by === 'byPlace' ? `${region} ${municipality} ${detail}` : `${region} ${detail}`);

const addTo = (
  tallies: ByKey,
  by: By,
  { region, year, municipality, detail, amount, presence }: Posting,
): void => {
  const key = keyOf(by, { region, municipality, detail });
  const there = tallies.get(key);
  if (there === undefined) {
    const place = by === 'byPlace' ? { municipality } : {};
    tallies.set(key, { region, year, ...place, detail, amount, presence });
    return;
  }
  there.amount += amount;
  there.presence += presence;
};

/**
 * Tallies that begin as others are and move on, posting by posting, for a figure that asks the same time and
 * again: one that is given postings of what it asks and of nothing else.
 */
export class MovingSums implements Tallies {
  readonly #asked = new Map<string, ByKey>();
  readonly #added: Posting[] = [];

  constructor(readonly first: Tallies) {}

  #tallies(by: By, selection: Selection, query: Query): ByKey {
    const name = `${by} ${selection.measure} ${query.year}`;
    const known = this.#asked.get(name);
    if (known !== undefined) return known;
    const tallies: ByKey = new Map();
    for (const tally of this.first[by](selection, query)) tallies.set(keyOf(by, tally), { ...tally });
    for (const posting of this.#added)
      if (posting.measure === selection.measure && posting.year === query.year) addTo(tallies, by, posting);
    this.#asked.set(name, tallies);
    return tallies;
  }

  /** Takes a posting into account that those it began with do not have. */
  add(posting: Posting): void {
    this.#added.push(posting);
    for (const by of ['byDetail', 'byPlace'] as const) {
      const tallies = this.#asked.get(`${by} ${posting.measure} ${posting.year}`);
      if (tallies !== undefined) addTo(tallies, by, posting);
    }
  }

  byDetail(selection: Selection, query: Query): ReadonlyArray<Tally> {
    return [...this.#tallies('byDetail', selection, query).values()];
  }

  byPlace(selection: Selection, query: Query): ReadonlyArray<Tally> {
    return [...this.#tallies('byPlace', selection, query).values()];
  }

  years(measure: Measure): ReadonlyArray<number> {
    return this.first.years(measure);
  }
}
