import type { Tally } from '../ledger/ledger.js';
import type { Measure } from '../ledger/posting.js';
import type { Definition, Selection } from './definition.js';
import type { Query } from './query.js';

/** Tallies of postings: of a ledger as known at one moment, or of one that moves. */
export interface Tallies {
  /** what the postings of a selection that lie in the query come to, for each region and detail apart */
  readonly byDetail: (selection: Selection, query: Query) => ReadonlyArray<Tally>;
  /** the same for each region, municipality and detail apart */
  readonly byPlace: (selection: Selection, query: Query) => ReadonlyArray<Tally>;
  /** the years in which the measure has postings, ascending */
  readonly years: (measure: Measure) => ReadonlyArray<number>;
}

/** The same with their sums, to evaluate figures over. */
export interface Sums extends Tallies {
  /** what the postings of a selection that lie in the query come to */
  readonly sum: (selection: Selection, query: Query) => number;
}

/** Some tallies that count together, under a name. */
export interface Group {
  /** the same whatever other groups there are */
  readonly id: string;
  readonly name: string;
  readonly tallies: ReadonlyArray<Tally>;
}

/**
 * The tallies that a figure other than a summed one counts:
 * - `sum`: their sum; where nothing is stated there is none;
 * - `by-method`: the sum of each group, and no total;
 * - `ratio`: a sum over a sum, each `undefined` where it is not stated;
 * - `groups`: the number of groups; `undefined` where it is not stated.
 */
export type Standing =
  | { readonly kind: 'sum'; readonly tallies: ReadonlyArray<Tally> | undefined }
  | { readonly kind: 'by-method'; readonly groups: ReadonlyArray<Group> }
  | {
      readonly kind: 'ratio';
      readonly numerator: ReadonlyArray<Tally> | undefined;
      readonly denominator: ReadonlyArray<Tally> | undefined;
    }
  | { readonly kind: 'groups'; readonly groups: ReadonlyArray<Group> | undefined };

/** Which details a selection counts; `undefined` where it counts all. */
export const detailsOf = ({
  lines,
  entries,
  channel,
}: Selection): ((detail: string) => boolean) | undefined => {
  if (lines === undefined && entries === undefined && channel === undefined) return undefined;
  return (detail) => {
    const [first, second] = detail.split('|');
    return (
      (lines === undefined || lines.some((line) => line === first)) &&
      (entries === undefined || entries.some((entry) => entry === second)) &&
      (channel === undefined || channel === first)
    );
  };
};

/** What tallies come to. */
export const total = (tallies: ReadonlyArray<Tally>): number =>
  tallies.reduce((sum, { amount }) => sum + amount, 0);

const stated = (tallies: ReadonlyArray<Tally>): ReadonlyArray<Tally> =>
  tallies.filter(({ presence }) => presence > 0);

/**
 * A group of each tally that counts anything, the names in order; no two have one name in a region. The region
 * stands before the name where there are several.
 */
const grouped = (tallies: ReadonlyArray<Tally>, nameOf: (tally: Tally) => string): ReadonlyArray<Group> => {
  const counted = tallies.filter(({ amount }) => amount > 0);
  const isOfSeveral = counted.some(({ region }) => region !== counted[0]?.region);
  return counted
    .map((tally): Group => {
      const [name, id] = [nameOf(tally), `${tally.region} ${nameOf(tally)}`];
      return { id, name: isOfSeveral ? id : name, tallies: [tally] };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

const placeOf = ({ region, municipality }: Tally): string => `${region} ${municipality}`;

/** The stated tally of the latest reference date per municipality. */
const levels = (tallies: ReadonlyArray<Tally>): ReadonlyMap<string, Tally> => {
  const latest = new Map<string, Tally>();
  for (const tally of stated(tallies)) {
    const known = latest.get(placeOf(tally));
    if (known === undefined || known.detail < tally.detail) latest.set(placeOf(tally), tally);
  }
  return latest;
};

/**
 * A level over a level: per municipality its count at the latest reference date, and its inhabitants at
 * the latest one not after that. Where any municipality states both, only those that do count.
 */
const stock = (sums: Tallies, counts: Selection, of: Selection, query: Query): Standing => {
  const counted = levels(sums.byPlace(counts, query));
  if (counted.size === 0) return { kind: 'ratio', numerator: undefined, denominator: undefined };
  const { municipality } = query;
  const bases = new Map<string, Tally>();
  // A reference date lies in its year: what a later year states is later than all that an earlier one does.
  for (const year of [...sums.years(of.measure)].reverse()) {
    if (year > query.year) continue;
    if (bases.size === counted.size) break;
    const stands = sums.byPlace(of, { year, ...(municipality === undefined ? {} : { municipality }) });
    const earlier = stands.filter((one) => one.detail <= (counted.get(placeOf(one))?.detail ?? ''));
    for (const [place, base] of levels(earlier)) if (!bases.has(place)) bases.set(place, base);
  }
  const pairs = [...counted].map(([place, tally]) => ({ tally, base: bases.get(place) }));
  const both = pairs.filter((pair): pair is { tally: Tally; base: Tally } => pair.base !== undefined);
  return both.length > 0
    ? {
        kind: 'ratio',
        numerator: both.map(({ tally }) => tally),
        denominator: both.map(({ base }) => base),
      }
    : { kind: 'ratio', numerator: pairs.map(({ tally }) => tally), denominator: undefined };
};

/** The tallies that a figure counts, as {@link Standing} says. */
export const standing = (
  definition: Exclude<Definition, { readonly kind: 'summed' }>,
  sums: Tallies,
  query: Query,
): Standing => {
  if (definition.kind === 'stock') return stock(sums, definition.counts, definition.of, query);
  if (definition.kind === 'counted') {
    const counted = stated(sums.byDetail(definition.counts, query));
    if (counted.length === 0) return { kind: 'sum', tallies: undefined };
    if (!definition.apartByMethod) return { kind: 'sum', tallies: counted };
    const methods = new Set(counted.map(({ detail }) => methodOf(detail)));
    return methods.size > 1
      ? { kind: 'by-method', groups: byMethod(counted) }
      : { kind: 'sum', tallies: counted };
  }
  if (definition.group === 'municipality') {
    const counted = [...levels(sums.byPlace(definition.counts, query)).values()];
    return {
      kind: 'groups',
      groups: counted.length === 0 ? undefined : grouped(counted, ({ municipality }) => `${municipality}`),
    };
  }
  const counted = sums.byDetail(definition.counts, query);
  return { kind: 'groups', groups: grouped(counted, ({ detail }) => detail.replace('|', ' ')) };
};

const methodOf = (detail: string): string => detail.slice(detail.indexOf('|') + 1);

/** Counts of several regions that were taken in one way are one row. */
const byMethod = (tallies: ReadonlyArray<Tally>): ReadonlyArray<Group> => {
  const methods = [...new Set(tallies.map(({ detail }) => methodOf(detail)))].sort();
  return methods.map((name) => ({
    id: name,
    name,
    tallies: tallies.filter(({ detail }) => methodOf(detail) === name),
  }));
};
