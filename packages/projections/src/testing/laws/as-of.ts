import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { isKnownBy } from '../../ledger/as-of.js';
import { clocks, inWords, momentsIn } from '../known-then.js';
import { law } from '../law.js';
import { picks } from '../places.js';
import { foldOver, readEvents } from '../reading.js';

/** What was known at a moment stays so, whatever is recorded later: by position and by reference date. */
export const asOfStability = law({
  name: 'asOfStability',
  says: 'what was known at a moment stays what it was, whatever comes later',
  needs: ['answerAsOf'],
  cases: (options) =>
    fc.record({ history: histories({ imported: 0.4, ...options }), clock: clocks(), pick: picks() }),
  *readings(subject, { history, clock, pick }) {
    const events = readEvents(history.stored);
    const all = foldOver(subject, events);
    for (const asOf of momentsIn(events, clock, pick)) {
      const known = events.filter(({ position, recordedAt }) => isKnownBy(asOf, position, recordedAt));
      const which = known.map(({ position }) => position).join(', ');
      yield [
        { how: `As known ${inWords(asOf)}, after all events`, answer: subject.answerAsOf(all, asOf) },
        {
          how: known.length === 0 ? 'Before any event' : `After events ${which} alone, which were known then`,
          answer: subject.answerAsOf(foldOver(subject, known), 'latest'),
        },
      ];
    }
  },
});
