import { type Instant, Instant as InstantCodec, type StoredEvent } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import { type AsOf, currentDefinitions, Figures, type ReadModels } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll, yearsOf } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';

const recordedAt = (event: StoredEvent): Instant => {
  if (!InstantCodec.is(event.recordedAt)) throw new Error('A history of tests is well formed.');
  return event.recordedAt;
};

describe('law 4: as known on a date', () => {
  it('is what a replay of what was known then gives, at every moment and every position of a history', () => {
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
});
