// Property tests of a projection of one's own: the laws that come with the package, and what else it promises.
//
//   node --test own-projection.test.ts     (Node 22.18 or later; any other test framework will do)
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { domainRegistry } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import { definitionOf, Figures, ReadModels, RunningFold } from '@burgernet/projections';
import { lawsFor, type Subject } from '@burgernet/projections/testing';
import * as fc from 'fast-check';
import { successesPerWeekday } from './own-projection/successes-per-weekday.ts';

type Actions = ReturnType<typeof successesPerWeekday.initial>;

const subject: Subject<Actions> = {
  ...successesPerWeekday,
  name: 'successes per weekday',
  // A process that stops writes this down; here it is copied, as it would come back.
  restart: (actions) => structuredClone(actions),
};

describe('successes per weekday', () => {
  for (const { law, says, tryLaw } of lawsFor(subject))
    it(`keep ${law}: ${says}`, () => {
      tryLaw({ runs: 100 });
    });

  it('are of as many actions as the figures call a success', () => {
    const registry = domainRegistry();
    const full = definitionOf('success.full');
    assert.ok(full);
    fc.assert(
      fc.property(histories(), ({ stored }) => {
        const [models, own] = [new ReadModels(), new RunningFold(successesPerWeekday)];
        for (const event of stored.map(registry.decode)) {
          models.handle(event);
          own.handle(event);
        }
        const figures = new Figures(models, 'latest');
        const expected = models.ledger
          .years('success.full')
          .map((year) => figures.value(full, { year }))
          .reduce((sum, value) => sum + (value.kind === 'ratio' ? (value.numerator ?? 0) : 0), 0);
        const actions = [...own.state].filter((one) => successesPerWeekday.answer(new Map([one])).size > 0);
        assert.equal(actions.length, expected);
      }),
    );
  });
});
