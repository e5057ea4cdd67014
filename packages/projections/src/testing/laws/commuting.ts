import type { StoredEvent } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { law } from '../law.js';
import { foldOver, readEvents } from '../reading.js';

/** The same streams woven together in another way: which one is next the picks say, the first where they end. */
const woven = (
  stored: ReadonlyArray<StoredEvent>,
  picks: ReadonlyArray<number>,
): ReadonlyArray<StoredEvent> => {
  const left = [...new Set(stored.map(({ stream }) => stream))].map((name) =>
    stored.filter(({ stream }) => stream === name),
  );
  return stored.map((_, at) => {
    const next = (picks[at] ?? 0) % left.length;
    const [first, ...rest] = left[next] ?? [];
    if (first === undefined) throw new Error('No stream is left that is empty.');
    left.splice(next, 1, ...(rest.length === 0 ? [] : [rest]));
    return { ...first, position: at + 1 };
  });
};

/** Events of different streams commute: only the order within a stream means anything. */
export const commutingStreams = law({
  name: 'commutingStreams',
  says: 'the order between events of different streams makes no difference',
  needs: [],
  cases: (options) =>
    fc.record({ history: histories(options), picks: fc.array(fc.nat(99), { maxLength: 60 }) }),
  *readings(subject, { history: { stored }, picks }) {
    const other = woven(stored, picks);
    const placeOf = new Map(stored.map(({ eventId, position }) => [eventId, position]));
    const order = other.map(({ eventId }) => placeOf.get(eventId)).join(' ');
    yield [
      { how: 'In the order of the log', answer: subject.answer(foldOver(subject, readEvents(stored))) },
      { how: `In the order ${order}`, answer: subject.answer(foldOver(subject, readEvents(other))) },
    ];
  },
});
