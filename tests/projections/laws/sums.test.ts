import { histories } from '@burgernet/domain/testing';
import { currentDefinitions, type Definition, Figures, type FigureValue, type Query } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questions, readAll, yearsOf } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';

const summed = currentDefinitions.filter(({ kind }) => kind === 'summed');
const counted = currentDefinitions.filter(({ kind }) => kind === 'counted');

const amount = (value: FigureValue): number =>
  value.kind === 'value' ? (value.value ?? 0) : value.kind === 'ratio' ? (value.numerator ?? Number.NaN) : Number.NaN;

const total = (figures: Figures, definition: Definition, queries: ReadonlyArray<Query>): number =>
  queries.reduce((sum, query) => sum + amount(figures.value(definition, query)), 0);

describe('law 7: summed figures', () => {
  it('add up: municipalities and not attributed to the region, regions to the country, months to the year, types to all', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        const models = readAll(stored);
        const country = new Figures(models, 'latest');
        const regions = models.ledger.regions().map((region) => new Figures(models, 'latest', region));
        for (const year of yearsOf(models)) {
          const asked = questions(models, year);
          const having = (dimension: keyof Query) => asked.filter((query) => dimension in query);
          for (const definition of summed) {
            const whole = amount(country.value(definition, { year }));
            expect(regions.reduce((sum, one) => sum + amount(one.value(definition, { year })), 0)).toBe(whole);
            for (const figures of [country, ...regions]) {
              const all = amount(figures.value(definition, { year }));
              for (const dimension of definition.dimensions)
                expect(total(figures, definition, having(dimension))).toBe(all);
            }
          }
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('law 8: not stated', () => {
  it('is not zero, and nothing is divided by zero', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        const models = readAll(stored);
        const figures = new Figures(models, 'latest');
        for (const year of yearsOf(models))
          for (const query of questions(models, year)) {
            for (const definition of currentDefinitions) {
              const value = figures.value(definition, query);
              if (value.kind !== 'ratio') continue;
              expect(value.percentage === null).toBe(value.denominator === 0 || value.denominator === null);
              if (value.percentage !== null) expect(value.percentage).toMatch(/^\d+\.\d$/);
            }
            for (const definition of counted) {
              const { measure, channel } = definition.counts;
              const standing = figures.slice
                .cells(measure, year)
                .filter(
                  (cell) =>
                    cell.presence > 0 &&
                    (channel === undefined || cell.detail.startsWith(`${channel}|`)) &&
                    (query.month === undefined || cell.month === query.month) &&
                    (query.municipality === undefined || cell.municipality === query.municipality) &&
                    (query.type === undefined || cell.type === query.type),
                );
              const value = figures.value(definition, query);
              expect(value.kind === 'value' && value.value === null).toBe(standing.length === 0);
            }
          }
      }),
      { numRuns: runs },
    );
  });
});

describe('law 9: changes', () => {
  it('add up to what stands, and each names the event that made it', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        const { ledger } = readAll(stored);
        const byPosition = new Map(stored.map((event) => [event.position, event]));
        for (const definition of currentDefinitions) {
          const { measure } = definition.counts;
          for (const year of ledger.years(measure)) {
            let sum = 0;
            let presence = 0;
            for (const posting of ledger.postings(measure, year)) {
              const event = byPosition.get(posting.position);
              expect(posting).toMatchObject({
                eventId: event?.eventId,
                stream: event?.stream,
                revision: event?.revision,
                recordedAt: event?.recordedAt,
              });
              expect(posting.amount !== 0 || posting.presence !== 0).toBe(true);
              sum += posting.amount;
              presence += posting.presence;
            }
            const cells = ledger.cells(measure, year, 'latest');
            expect(cells.reduce((all, cell) => all + cell.amount, 0)).toBe(sum);
            expect(cells.reduce((all, cell) => all + cell.presence, 0)).toBe(presence);
          }
        }
      }),
      { numRuns: runs },
    );
  });
});
