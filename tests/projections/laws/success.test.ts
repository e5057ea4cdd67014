import { histories } from '@burgernet/domain/testing';
import { Figures, definitionOf, type Posting } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questions, readAll, yearsOf } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';

const classes = ['portal', 'other-line', 'registered-late', 'found-late', 'late-unknown', 'none'];

const need = (name: string) => {
  const definition = definitionOf(name);
  if (definition === undefined) throw new Error(`There is no figure ${name}.`);
  return definition;
};

describe('law 1: classes of success', () => {
  it('are disjoint and add up to the actions, and portal is at most full, full at most all', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        const models = readAll(stored);
        for (const region of [undefined, ...models.ledger.regions()]) {
          const figures = new Figures(models, 'latest', region);
          for (const year of yearsOf(models))
            for (const query of questions(models, year)) {
              const counted = (name: string): number => {
                const value = figures.value(need(name), query);
                return value.kind === 'ratio' ? (value.numerator ?? Number.NaN) : Number.NaN;
              };
              const actions = figures.value(need('actions'), query);
              const all = actions.kind === 'value' ? (actions.value ?? Number.NaN) : Number.NaN;
              const of = classes.map((name) => counted(`success.class.${name}`));
              expect(of.reduce((sum, n) => sum + n, 0)).toBe(all);
              expect(Math.min(...of)).toBeGreaterThanOrEqual(0);
              expect(counted('success.portal')).toBe(counted('success.class.portal'));
              expect(counted('success.portal')).toBeLessThanOrEqual(counted('success.full'));
              expect(counted('success.full')).toBeLessThanOrEqual(all);
              expect(counted('success.full')).toBe(all - counted('success.class.none'));
              expect(counted('success.late')).toBe((of[2] ?? 0) + (of[3] ?? 0) + (of[4] ?? 0));
            }
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('law 2: a late marking', () => {
  it('never changes the portal figure, and full success falls only by a correction or a withdrawal', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        const { ledger } = readAll(stored);
        for (const year of ledger.years('success.portal'))
          for (const posting of ledger.postings('success.portal', year))
            expect(posting.cause).not.toBe('late-success');
        for (const year of ledger.years('success.full')) {
          const byEvent = new Map<string, Posting[]>();
          for (const posting of ledger.postings('success.full', year)) {
            const id = `${posting.eventId} ${posting.region}`;
            byEvent.set(id, [...(byEvent.get(id) ?? []), posting]);
          }
          for (const postings of byEvent.values())
            if (postings.reduce((sum, { amount }) => sum + amount, 0) < 0)
              expect(['correction', 'success-withdrawn', 'action-withdrawn']).toContain(postings[0]?.cause);
        }
      }),
      { numRuns: runs },
    );
  });
});
