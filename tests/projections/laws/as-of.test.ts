import {
  fromEpoch,
  type Instant,
  Instant as InstantCodec,
  type StoredEvent,
  toEpoch,
} from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import { type AsOf, currentDefinitions, Figures, type ReadModels } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers, expectSame, readAll, yearsOf } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';

const recordedAt = (event: StoredEvent): Instant => {
  if (!InstantCodec.is(event.recordedAt)) throw new Error('A history of tests is well formed.');
  return event.recordedAt;
};

/** A moment at, just before or just after one at which something was recorded. */
const near = (stored: ReadonlyArray<StoredEvent>, pick: number): Instant => {
  const event = stored[Math.floor(pick / 3) % stored.length];
  return event === undefined ? fromEpoch(0) : fromEpoch(toEpoch(recordedAt(event)) + (pick % 3) - 1);
};

describe('law 4: as known on a date', () => {
  it('is what a replay of all that was recorded by then gives, whatever came after', () => {
    fc.assert(
      fc.property(histories({ size, imported: 0.4 }), fc.nat(), ({ stored }, pick) => {
        const models = readAll(stored);
        const moment = near(stored, pick);
        const known = readAll(stored.filter((event) => recordedAt(event) <= moment));
        expectSame(answers(models, { registered: moment }), answers(known, 'latest', models));
      }),
      { numRuns: runs },
    );
  });

  it('at a position is what a replay of the log up to it gives', () => {
    fc.assert(
      fc.property(histories({ size, imported: 0.4 }), fc.nat(), ({ stored }, pick) => {
        const models = readAll(stored);
        const position = pick % (stored.length + 1);
        const known = readAll(stored.slice(0, position));
        expectSame(answers(models, { logged: position }), answers(known, 'latest', models));
      }),
      { numRuns: runs },
    );
  });

  it('is that at every moment and every position of a history', () => {
    const ofYears = (models: ReadModels, asOf: AsOf, asked: ReadModels) => {
      const figures = new Figures(models, asOf);
      return yearsOf(asked).map((year) =>
        currentDefinitions.map((definition) => figures.value(definition, { year })),
      );
    };
    fc.assert(
      fc.property(histories({ size: Math.min(size, 12), imported: 0.4 }), ({ stored }) => {
        const models = readAll(stored);
        for (let logged = 0; logged <= stored.length; logged++)
          expect(ofYears(models, { logged }, models)).toEqual(
            ofYears(readAll(stored.slice(0, logged)), 'latest', models),
          );
        for (const registered of new Set(stored.map(recordedAt)))
          expect(ofYears(models, { registered }, models)).toEqual(
            ofYears(readAll(stored.filter((event) => recordedAt(event) <= registered)), 'latest', models),
          );
      }),
      { numRuns: runs },
    );
  });

  it('reads nothing of other periods but the inhabitants of earlier years', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        const models = readAll(stored);
        const years = new Map<string, Set<number>>();
        for (const measure of ['actions', 'inquiries', 'prevention'] as const)
          for (const year of models.ledger.years(measure))
            for (const { stream } of models.ledger.postings(measure, year))
              years.set(stream, (years.get(stream) ?? new Set()).add(year));
        for (const year of models.ledger.years('actions')) {
          const alone = readAll(
            stored.filter(({ stream }) => years.get(stream)?.has(year) ?? !/action|mailing/.test(stream)),
          );
          const ofYear = ({ query }: { readonly query: { readonly year: number } }) => query.year === year;
          expectSame(
            answers(alone, 'latest', models).filter(ofYear),
            answers(models, 'latest').filter(ofYear),
          );
        }
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});
