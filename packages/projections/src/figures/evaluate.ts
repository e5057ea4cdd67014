import type { Definition } from './definition.js';
import { percentage } from './percentage.js';
import type { Query } from './query.js';
import { type Standing, type Sums, standing, total } from './standing.js';

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

const ratio = (numerator: number | null, denominator: number | null): FigureValue => ({
  kind: 'ratio',
  numerator,
  denominator,
  percentage: numerator === null || denominator === null ? null : percentage(numerator, denominator),
});

/** What the tallies that count come to. */
export const answerOf = (stands: Standing): FigureValue => {
  switch (stands.kind) {
    case 'sum':
      return { kind: 'value', value: stands.tallies === undefined ? null : total(stands.tallies) };
    case 'by-method':
      return {
        kind: 'by-method',
        rows: stands.groups.map(({ name, tallies }) => ({ method: name, value: total(tallies) })),
      };
    case 'ratio': {
      const { numerator, denominator } = stands;
      return ratio(
        numerator === undefined ? null : total(numerator),
        denominator === undefined ? null : total(denominator),
      );
    }
    case 'groups':
      return { kind: 'value', value: stands.groups?.length ?? null };
  }
};

/**
 * What a figure comes to.
 *
 * @param definition see `definitions`
 * @param sums the ledger of a region, as known when
 * @param query the period and the part of it
 */
export const evaluate = (definition: Definition, sums: Sums, query: Query): FigureValue => {
  if (definition.kind !== 'summed') return answerOf(standing(definition, sums, query));
  const counted = sums.sum(definition.counts, query);
  return definition.of === undefined
    ? { kind: 'value', value: counted }
    : ratio(counted, sums.sum(definition.of, query));
};
