import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { law } from '../law.js';
import { foldOver, readEvents } from '../reading.js';

/** Taking one event more into account gives what a full replay gives, whenever it was asked before. */
export const incrementalIsBatch = law({
  name: 'incrementalIsBatch',
  says: 'one event more gives what a replay of all gives, also where it was asked before',
  needs: [],
  cases: (options) => fc.record({ history: histories(options), every: fc.integer({ min: 1, max: 40 }) }),
  *readings(subject, { history, every }) {
    const events = readEvents(history.stored);
    let state = subject.initial();
    for (let read = 0; read < events.length; read += every) {
      subject.answer(state);
      state = foldOver(subject, events.slice(read, read + every), state);
    }
    yield [
      {
        how: `Asked after every ${every === 1 ? 'event' : `${every} events`}`,
        answer: subject.answer(state),
      },
      { how: 'Asked after all of them', answer: subject.answer(foldOver(subject, events)) },
    ];
  },
});
