import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { law } from '../law.js';
import { foldOver, readEvents } from '../reading.js';

/** A process that goes on from what another kept comes to what one comes to that never stopped. */
export const restart = law({
  name: 'restart',
  says: 'who goes on from what was kept comes to what it comes to without a stop',
  needs: ['restart'],
  cases: (options) => fc.record({ history: histories(options), every: fc.integer({ min: 1, max: 40 }) }),
  *readings(subject, { history, every }) {
    const events = readEvents(history.deliveries);
    let state = subject.initial();
    for (let read = 0; read < events.length; read += every)
      state = subject.restart(foldOver(subject, events.slice(read, read + every), state));
    yield [
      { how: 'Without a stop', answer: subject.answer(foldOver(subject, events)) },
      {
        how: `Stopped and started again after every ${every === 1 ? 'delivery' : `${every} deliveries`}`,
        answer: subject.answer(state),
      },
    ];
  },
});
