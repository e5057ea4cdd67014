import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { law } from '../law.js';
import { foldOver, readEvents } from '../reading.js';

/** A delivery that comes again, of the same stream and event id, changes nothing. */
export const duplicates = law({
  name: 'duplicates',
  says: 'an event that is delivered again changes nothing',
  needs: [],
  cases: (options) => fc.record({ history: histories({ duplicates: 0.5, ...options }) }),
  *readings(subject, { history: { stored, deliveries } }) {
    const answerTo = (events: typeof stored): unknown =>
      subject.answer(foldOver(subject, readEvents(events)));
    yield [
      { how: 'Each event once', answer: answerTo(stored) },
      { how: 'As they were delivered', answer: answerTo(deliveries) },
    ];
  },
});
