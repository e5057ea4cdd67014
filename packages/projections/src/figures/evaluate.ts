import type { Cell } from '../ledger/ledger.js';
import type { Definition, Selection } from './definition.js';
import { percentage } from './percentage.js';
import { isAsked, type Query, type Slice } from './slice.js';

/** A figure's answer. `null` is not stated; it is never 0. */
export type FigureValue =
  | { readonly kind: 'value'; readonly value: number | null }
  | {
      readonly kind: 'ratio';
      readonly numerator: number | null;
      readonly denominator: number | null;
      /** one decimal, rounded half up; `null` where there is nothing to divide by */
      readonly percentage: string | null;
    }
  | {
      /** counts taken in different ways: a row for each, and no total */
      readonly kind: 'by-method';
      readonly rows: ReadonlyArray<{ readonly method: string; readonly value: number }>;
    };

const isSelected = (selection: Selection, detail: string): boolean => {
  const { lines, entries, channel } = selection;
  if (lines === undefined && entries === undefined && channel === undefined) return true;
  const [first, second] = detail.split('|');
  return (
    (lines === undefined || lines.some((line) => line === first)) &&
    (entries === undefined || entries.some((entry) => entry === second)) &&
    (channel === undefined || channel === first)
  );
};

/** The cells that a selection counts in what was asked. */
export const selected = (slice: Slice, selection: Selection, query: Query): ReadonlyArray<Cell> =>
  slice
    .cells(selection.measure, query.year)
    .filter((cell) => isAsked(cell, query) && isSelected(selection, cell.detail));

const sum = (cells: ReadonlyArray<Cell>): number => cells.reduce((total, { amount }) => total + amount, 0);
const isStated = (cells: ReadonlyArray<Cell>): boolean => cells.some(({ presence }) => presence > 0);

const ratio = (numerator: number, denominator: number): FigureValue => ({
  kind: 'ratio',
  numerator,
  denominator,
  percentage: percentage(numerator, denominator),
});

/** The stated cell of the latest reference date per municipality. */
const levels = (cells: ReadonlyArray<Cell>): ReadonlyMap<string, Cell> => {
  const latest = new Map<string, Cell>();
  for (const cell of cells) {
    if (cell.presence <= 0) continue;
    const place = `${cell.region} ${cell.municipality}`;
    const known = latest.get(place);
    if (known === undefined || known.detail < cell.detail) latest.set(place, cell);
  }
  return latest;
};

const stock = (slice: Slice, counts: Selection, of: Selection, query: Query): FigureValue => {
  const counted = levels(selected(slice, counts, query));
  if (counted.size === 0) return { kind: 'ratio', numerator: null, denominator: null, percentage: null };
  const bases = slice.ledger
    .years(of.measure)
    .filter((year) => year <= query.year)
    .flatMap((year) => slice.cells(of.measure, year));
  const pairs = [...counted].map(([place, cell]) => {
    const base = bases.filter(
      (one) => `${one.region} ${one.municipality}` === place && one.detail <= cell.detail,
    );
    return { count: cell.amount, base: levels(base).get(place)?.amount };
  });
  const both = pairs.filter((pair): pair is { count: number; base: number } => pair.base !== undefined);
  if (both.length > 0)
    return ratio(
      both.reduce((total, { count }) => total + count, 0),
      both.reduce((total, { base }) => total + base, 0),
    );
  return {
    kind: 'ratio',
    numerator: pairs.reduce((total, { count }) => total + count, 0),
    denominator: null,
    percentage: null,
  };
};

/**
 * What a figure comes to.
 *
 * @param definition see `definitions`
 * @param slice the region, and as known when
 * @param query the period and the part of it
 */
export const evaluate = (definition: Definition, slice: Slice, query: Query): FigureValue => {
  const cells = selected(slice, definition.counts, query);
  switch (definition.kind) {
    case 'summed':
      return definition.of === undefined
        ? { kind: 'value', value: sum(cells) }
        : ratio(sum(cells), sum(selected(slice, definition.of, query)));
    case 'counted': {
      const stated = cells.filter(({ presence }) => presence > 0);
      if (!definition.apartByMethod) return { kind: 'value', value: isStated(stated) ? sum(stated) : null };
      const methods = new Map<string, number>();
      for (const { detail, amount } of stated) {
        const method = detail.slice(detail.indexOf('|') + 1);
        methods.set(method, (methods.get(method) ?? 0) + amount);
      }
      const rows = [...methods].map(([method, value]) => ({ method, value }));
      rows.sort((a, b) => (a.method < b.method ? -1 : 1));
      return rows.length > 1 ? { kind: 'by-method', rows } : { kind: 'value', value: rows[0]?.value ?? null };
    }
    case 'stock':
      return stock(slice, definition.counts, definition.of, query);
    case 'groups': {
      if (definition.group === 'municipality') {
        const counted = [...levels(cells).values()];
        return {
          kind: 'value',
          value: counted.length === 0 ? null : counted.filter(({ amount }) => amount > 0).length,
        };
      }
      const groups = new Map<string, number>();
      for (const { region, detail, amount } of cells) {
        const group = `${region} ${detail}`;
        groups.set(group, (groups.get(group) ?? 0) + amount);
      }
      return { kind: 'value', value: [...groups.values()].filter((amount) => amount > 0).length };
    }
  }
};
