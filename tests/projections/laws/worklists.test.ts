import { classOf, domainRegistry, type SuccessClass, successClasses, type Uuid } from '@burgernet/domain';
import { damagedHistories, histories } from '@burgernet/domain/testing';
import {
  awaitingVerdict,
  Figures,
  type FigureValue,
  type ReadModels,
  ReadModels as Reads,
  successRegister,
  thanksDue,
} from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryShelf } from '../../support/memory-shelf.js';
import { readAll, yearsOf } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';
import { definition } from '../../support/said.js';

const registry = domainRegistry();

const numerator = (value: FigureValue): number =>
  value.kind === 'ratio' ? (value.numerator ?? Number.NaN) : value.kind === 'value' ? (value.value ?? 0) : 0;

/** What a figure comes to over all years there are, of a region or of all. */
const total = (models: ReadModels, name: string, region?: Parameters<typeof thanksDue>[1]): number => {
  const figures = new Figures(models, 'latest', region);
  return yearsOf(models).reduce((sum, year) => sum + numerator(figures.value(definition(name), { year })), 0);
};

/** Everything that the lists say, and which actions there are by the first digit of their ids. */
const said = (models: ReadModels) => ({
  beginning: [...'0123456789abcdef'].map((digit) => models.streams.beginning('action', digit, 3)),
  awaiting: awaitingVerdict(models),
  thanks: thanksDue(models),
  register: successRegister(models),
});

/** The class of each action that counts, worked out from the register alone. */
const classesInRegister = (models: ReadModels): ReadonlyMap<string, SuccessClass> => {
  const best = new Map<string, SuccessClass>();
  for (const one of successRegister(models)) {
    if (one.actionWithdrawn || one.status !== 'actual') continue;
    const known = best.get(one.actionId) ?? 'none';
    if (successClasses.indexOf(one.class) <= successClasses.indexOf(known)) best.set(one.actionId, one.class);
  }
  return best;
};

describe('worklists', () => {
  it('are as long as the figures that count them, in each region and in all', () => {
    fc.assert(
      fc.property(histories({ size }), ({ deliveries }) => {
        const models = readAll(deliveries);
        expect(models.actionsOn('awaiting-verdict')).toHaveLength(awaitingVerdict(models).length);
        expect(models.actionsOn('thanks-due')).toHaveLength(thanksDue(models).length);
        for (const region of [undefined, ...models.ledger.regions()]) {
          expect(awaitingVerdict(models, region)).toHaveLength(
            total(models, 'actions.awaiting-verdict', region),
          );
          expect(thanksDue(models, region)).toHaveLength(total(models, 'thanks.due', region));
        }
      }),
      { numRuns: runs },
    );
  });

  it('begin with what has waited longest', () => {
    fc.assert(
      fc.property(histories({ size }), ({ deliveries }) => {
        const models = readAll(deliveries);
        const ends = awaitingVerdict(models).map(({ endedAt }) => endedAt);
        const starts = thanksDue(models).map(({ startedAt }) => startedAt);
        expect(ends).toEqual([...ends].sort());
        expect(starts).toEqual([...starts].sort());
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});

describe('the success register', () => {
  it('gives every action the class that the figures count', () => {
    fc.assert(
      fc.property(histories({ size }), ({ deliveries }) => {
        const models = readAll(deliveries);
        const classes = [...classesInRegister(models).values()];
        for (const one of successClasses)
          if (one !== 'none')
            expect(classes.filter((found) => found === one)).toHaveLength(
              total(models, `success.class.${one}`),
            );
      }),
      { numRuns: runs },
    );
  });

  it('has every marking of every action once, withdrawn ones too', () => {
    fc.assert(
      fc.property(histories({ size }), ({ deliveries }) => {
        const models = readAll(deliveries);
        const marked: ReadonlyArray<readonly [string, Uuid]> = [...models.streams.actions()].flatMap(
          ({ id, state }) =>
            (state?.markings ?? []).map(({ successId }): readonly [string, Uuid] => [id, successId]),
        );
        const registered = successRegister(models).map(({ actionId, successId }) => [actionId, successId]);
        expect([...registered].sort()).toEqual([...marked].sort());
        for (const { id, state } of models.streams.actions())
          if (state !== undefined && !state.withdrawn && state.facts.status === 'actual')
            expect(classesInRegister(models).get(id) ?? 'none').toBe(classOf(state.markings));
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});

describe('worklists and register that are kept', () => {
  it.each([
    ['whole', histories({ size })],
    ['damaged', damagedHistories({ size })],
  ])('say after every stop what those say that never stopped, of %s histories', (_, of) => {
    fc.assert(
      fc.property(of, fc.array(fc.nat(), { maxLength: 4 }), ({ deliveries }, stops) => {
        const kept = memoryShelf();
        let models = new Reads();
        deliveries.forEach((event, at) => {
          models.handle(registry.decode(event));
          if (!stops.some((stop) => stop % deliveries.length === at)) return;
          kept.keep(models.unsaved());
          models.keep();
          models = new Reads(undefined, kept.shelf());
        });
        expect(said(models)).toEqual(said(readAll(deliveries)));
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  });
});
