import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { statedOf, sumOf } from '../amounts.js';
import { law } from '../law.js';
import { picks, placesIn } from '../places.js';
import { foldOver, readEvents } from '../reading.js';

/** The changes add up to what stands, after every event: so each names the event that made it. */
export const telescoping = law({
  name: 'telescoping',
  says: 'all changes together are the number, and each names the event that made it',
  needs: ['amountsAsOf', 'changes'],
  cases: (options) => fc.record({ history: histories(options), cut: picks() }),
  *readings(subject, { history, cut }) {
    const events = readEvents(history.stored);
    const changes = subject.changes(foldOver(subject, events));
    for (const length of new Set([events.length, ...placesIn(events.length, cut)])) {
      const state = foldOver(subject, events.slice(0, length));
      yield [
        { how: `After ${length} events`, answer: statedOf(subject.amountsAsOf(state, 'latest')) },
        {
          how: `The changes that the first ${length} events made, added up`,
          answer: sumOf(changes.filter(({ position }) => position <= length)),
        },
      ];
    }
  },
});
