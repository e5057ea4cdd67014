import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import { damagedHistories, histories } from '@burgernet/domain/testing';
import { annualReport, board, definitions, measures, ReadModels } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log } from '../../support/log.js';
import { memoryShelf } from '../../support/memory-shelf.js';
import { answers, expectSame, readAll, yearsOf } from '../../support/read.js';
import { runs, size } from '../../support/runs.js';
import { start as started } from '../../support/said.js';

const registry = domainRegistry();

/** Reads events, and at each of these places keeps what is there and goes on from what was kept. */
const readWithStops = (events: ReadonlyArray<StoredEvent>, stops: ReadonlyArray<number>): ReadModels => {
  const kept = memoryShelf();
  let models = new ReadModels();
  events.forEach((event, at) => {
    models.handle(registry.decode(event));
    if (!stops.some((stop) => stop % events.length === at)) return;
    kept.keep(models.unsaved());
    models.keep();
    models = new ReadModels(undefined, kept.shelf());
  });
  return models;
};

const postings = (models: ReadModels) =>
  measures.flatMap((measure) =>
    models.ledger.years(measure).flatMap((year) => [...models.ledger.postings(measure, year)]),
  );

describe('read models that were kept', () => {
  it('go on to what those that never stopped come to', () => {
    fc.assert(
      fc.property(histories({ size }), fc.array(fc.nat(), { maxLength: 4 }), ({ deliveries }, stops) => {
        const whole = readAll(deliveries);
        const stopped = readWithStops(deliveries, stops);
        // Before anything else is asked: what was kept is read when it is needed.
        expect(postings(stopped)).toEqual(postings(whole));
        expectSame(answers(stopped, 'latest'), answers(whole, 'latest'));
        expect(board(stopped)).toEqual(board(whole));
        expect(stopped.position).toBe(whole.position);
        for (const year of yearsOf(whole))
          expect(annualReport(stopped, year, 'latest', 'midden-nederland')).toEqual(
            annualReport(whole, year, 'latest', 'midden-nederland'),
          );
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  });

  it('keep what could not be read, and the streams that it froze', () => {
    fc.assert(
      fc.property(
        damagedHistories({ size }),
        fc.array(fc.nat(), { maxLength: 3 }),
        ({ deliveries }, stops) => {
          const whole = readAll(deliveries);
          const stopped = readWithStops(deliveries, stops);
          expect(stopped.quarantine.events).toEqual(whole.quarantine.events);
          expect(stopped.quarantine.frozen).toEqual(whole.quarantine.frozen);
          expectSame(answers(stopped, 'latest'), answers(whole, 'latest'));
        },
      ),
      { numRuns: Math.ceil(runs / 2) },
    );
  });

  it('go on from a log of which nothing could be read', () => {
    const [one, two] = log(started(1), started(2));
    if (one === undefined || two === undefined) throw new Error('Two events.');
    const models = readWithStops([{ ...one, type: 'ActionMoved' }, two, two], [0]);
    expect(models.quarantine.events).toMatchObject([{ position: 1, reason: 'unknown-type' }]);
    expect(models.events.event(0)).toMatchObject({ eventId: two.eventId, position: 2 });
  });

  it('are no read models of this release where a state is none of its states', () => {
    const kept = memoryShelf();
    const models = readAll(log(started(1)));
    kept.keep(models.unsaved());
    const shelf = kept.shelf();
    const again = new ReadModels(undefined, {
      ...shelf,
      stream: (name) => {
        const saved = shelf.stream(name);
        return saved && { ...saved, state: '{"facts":{}}' };
      },
    });
    const [name = ''] = [...models.openActions].map((action) => action.name);
    expect(() => again.streams.action(name)).toThrow(`The state kept of ${name} is not one of this release.`);
  });

  it('have nothing to keep when nothing came', () => {
    const kept = memoryShelf();
    const models = new ReadModels();
    kept.keep(models.unsaved());
    models.keep();
    const again = new ReadModels(undefined, kept.shelf());
    const { eventChunks, pageChunks, streams } = again.unsaved();
    expect([eventChunks, pageChunks, streams].map((some) => [...some])).toEqual([[], [], []]);
    expect(definitions.length).toBeGreaterThan(0);
  });
});
