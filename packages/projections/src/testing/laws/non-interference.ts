import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { law } from '../law.js';
import { foldOver, readEvents } from '../reading.js';

/** Events about something else, another period or another stock, leave an answer untouched. */
export const nonInterference = law({
  name: 'nonInterference',
  says: 'events about something else leave an answer as it is',
  needs: ['partsOf', 'answerOf'],
  cases: (options) => fc.record({ history: histories(options) }),
  *readings(subject, { history }) {
    const events = readEvents(history.stored);
    const names = new Set(events.map(({ stream }) => stream));
    const partsOf = new Map(
      [...names].map((name) => [name, subject.partsOf(events.filter(({ stream }) => stream === name))]),
    );
    const all = foldOver(subject, events);
    for (const part of new Set([...partsOf.values()].flat())) {
      const about = events.filter(({ stream }) => partsOf.get(stream)?.includes(part));
      yield [
        { how: `${part}, after all events`, answer: subject.answerOf(all, part) },
        {
          how: `${part}, after events ${about.map(({ position }) => position).join(', ')} alone, which are about it`,
          answer: subject.answerOf(foldOver(subject, about), part),
        },
      ];
    }
  },
});
