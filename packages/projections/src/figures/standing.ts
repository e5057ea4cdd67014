import type { Cell } from '../ledger/ledger.js';
import type { Measure } from '../ledger/posting.js';
import type { Definition, Selection } from './definition.js';
import { isAsked, type Query } from './query.js';

/** Sums of postings to evaluate figures over: a ledger as known at one moment, or one that moves. */
export interface Sums {
  /** one cell per key of the measure in the year */
  readonly cells: (measure: Measure, year: number) => ReadonlyArray<Cell>;
  /** what the cells of a selection that lie in the query come to */
  readonly sum: (selection: Selection, query: Query) => number;
  /** the years in which the measure has postings, ascending */
  readonly years: (measure: Measure) => ReadonlyArray<number>;
}

/** Some cells that count together, under a name. */
export interface Group {
  readonly name: string;
  readonly cells: ReadonlyArray<Cell>;
}

/**
 * The cells that a figure other than a summed one counts:
 * - `sum`: their sum; where nothing is stated there is none;
 * - `by-method`: the sum of each group, and no total;
 * - `ratio`: a sum over a sum, each `undefined` where it is not stated;
 * - `groups`: the number of groups; `undefined` where it is not stated.
 */
export type Standing =
  | { readonly kind: 'sum'; readonly cells: ReadonlyArray<Cell> | undefined }
  | { readonly kind: 'by-method'; readonly groups: ReadonlyArray<Group> }
  | {
      readonly kind: 'ratio';
      readonly numerator: ReadonlyArray<Cell> | undefined;
      readonly denominator: ReadonlyArray<Cell> | undefined;
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

/** The cells that a selection counts in what was asked. */
export const selected = (sums: Sums, selection: Selection, query: Query): ReadonlyArray<Cell> => {
  const isCounted = detailsOf(selection);
  return sums
    .cells(selection.measure, query.year)
    .filter((cell) => isAsked(cell, query) && (isCounted === undefined || isCounted(cell.detail)));
};

/** What cells come to. */
export const total = (cells: ReadonlyArray<Cell>): number =>
  cells.reduce((sum, { amount }) => sum + amount, 0);

const stated = (cells: ReadonlyArray<Cell>): ReadonlyArray<Cell> =>
  cells.filter(({ presence }) => presence > 0);

/** Cells by name, the names in order. A region stands before the name where there are several. */
const grouped = (cells: ReadonlyArray<Cell>, nameOf: (cell: Cell) => string): ReadonlyArray<Group> => {
  const isOfSeveral = cells.some(({ region }) => region !== cells[0]?.region);
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const name = isOfSeveral ? `${cell.region} ${nameOf(cell)}` : nameOf(cell);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [cell]);
    else group.push(cell);
  }
  return [...groups]
    .map(([name, of]): Group => ({ name, cells: of }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

const placeOf = ({ region, municipality }: Cell): string => `${region} ${municipality}`;

/** The stated cell of the latest reference date per municipality. */
const levels = (cells: ReadonlyArray<Cell>): ReadonlyMap<string, Cell> => {
  const latest = new Map<string, Cell>();
  for (const cell of stated(cells)) {
    const known = latest.get(placeOf(cell));
    if (known === undefined || known.detail < cell.detail) latest.set(placeOf(cell), cell);
  }
  return latest;
};

/**
 * A level over a level: per municipality its count at the latest reference date, and its inhabitants at
 * the latest one not after that. Where any municipality states both, only those that do count.
 */
const stock = (sums: Sums, counts: Selection, of: Selection, query: Query): Standing => {
  const counted = levels(selected(sums, counts, query));
  if (counted.size === 0) return { kind: 'ratio', numerator: undefined, denominator: undefined };
  const bases = new Map<string, Cell[]>();
  for (const year of sums.years(of.measure)) {
    if (year > query.year) continue;
    for (const cell of sums.cells(of.measure, year)) {
      const there = bases.get(placeOf(cell));
      if (there === undefined) bases.set(placeOf(cell), [cell]);
      else there.push(cell);
    }
  }
  const pairs = [...counted].map(([place, cell]) => {
    const earlier = (bases.get(place) ?? []).filter((one) => one.detail <= cell.detail);
    return { cell, base: levels(earlier).get(place) };
  });
  const both = pairs.filter((pair): pair is { cell: Cell; base: Cell } => pair.base !== undefined);
  return both.length > 0
    ? {
        kind: 'ratio',
        numerator: both.map(({ cell }) => cell),
        denominator: both.map(({ base }) => base),
      }
    : { kind: 'ratio', numerator: pairs.map(({ cell }) => cell), denominator: undefined };
};

/** The cells that a figure counts, as {@link Standing} says; those of a summed one are all its cells. */
export const standing = (
  definition: Exclude<Definition, { readonly kind: 'summed' }>,
  sums: Sums,
  query: Query,
): Standing => {
  if (definition.kind === 'stock') return stock(sums, definition.counts, definition.of, query);
  const cells = selected(sums, definition.counts, query);
  if (definition.kind === 'counted') {
    const counted = stated(cells);
    if (counted.length === 0) return { kind: 'sum', cells: undefined };
    if (!definition.apartByMethod) return { kind: 'sum', cells: counted };
    const methods = new Set(counted.map(({ detail }) => methodOf(detail)));
    return methods.size > 1
      ? { kind: 'by-method', groups: byMethod(counted) }
      : { kind: 'sum', cells: counted };
  }
  if (definition.group === 'municipality') {
    const counted = [...levels(cells).values()];
    return {
      kind: 'groups',
      groups:
        counted.length === 0
          ? undefined
          : grouped(
              counted.filter(({ amount }) => amount > 0),
              ({ municipality }) => municipality ?? '',
            ),
    };
  }
  const senders = grouped(cells, ({ detail }) => detail.replace('|', ' '));
  return { kind: 'groups', groups: senders.filter(({ cells: of }) => total(of) > 0) };
};

const methodOf = (detail: string): string => detail.slice(detail.indexOf('|') + 1);

/** Counts of several regions that were taken in one way are one row. */
const byMethod = (cells: ReadonlyArray<Cell>): ReadonlyArray<Group> => {
  const methods = [...new Set(cells.map(({ detail }) => methodOf(detail)))].sort();
  return methods.map((name) => ({
    name,
    cells: cells.filter(({ detail }) => methodOf(detail) === name),
  }));
};
