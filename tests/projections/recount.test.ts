import { histories } from '@burgernet/domain/testing';
import { definitionOf, type FigureValue, type Query } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers, readAll } from '../support/read.js';
import { type Counted, recount } from '../support/recount.js';
import { runs, size } from '../support/runs.js';

const numberOf = (value: FigureValue): number =>
  value.kind === 'value'
    ? (value.value ?? 0)
    : value.kind === 'ratio'
      ? (value.numerator ?? 0)
      : value.rows.reduce((sum, row) => sum + row.value, 0);

const isAsked = (one: Counted, region: string | undefined, query: Query): boolean =>
  one.year === query.year &&
  (region === undefined || one.region === region) &&
  (query.month === undefined || one.month === query.month) &&
  (query.municipality === undefined || one.municipality === query.municipality) &&
  (query.type === undefined || one.type === query.type);

describe('the figures of the ledger', () => {
  it('equal those of a plain recount', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        const counted = recount(stored);
        for (const { figure, region, query, value } of answers(readAll(stored), 'latest')) {
          const definition = definitionOf(figure);
          if (definition?.kind === 'groups' || definition?.about === 'municipality') continue;
          const amount = counted
            .filter((one) => one.figure === figure && isAsked(one, region, query))
            .reduce((sum, one) => sum + one.amount, 0);
          if (numberOf(value) !== amount)
            expect.fail(
              `${figure} of ${region} ${JSON.stringify(query)}: ledger ${numberOf(value)}, recount ${amount}`,
            );
        }
      }),
      { numRuns: runs },
    );
  });
});
