import type { DomainEvent, Recorded } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { type AsOf, isKnownBy } from '../../ledger/as-of.js';
import { statedOf, sumOf } from '../amounts.js';
import { type Clock, clocks, inWords, momentsIn } from '../known-then.js';
import { law } from '../law.js';
import { picks } from '../places.js';
import { foldOver, readEvents } from '../reading.js';

/** Two moments of a history by one clock, the earlier one first; the later one may be now. */
const pairsIn = (
  events: ReadonlyArray<Recorded<DomainEvent>>,
  clock: Clock,
  one: number,
  other: number | null,
): ReadonlyArray<readonly [from: AsOf, to: AsOf]> => {
  const [from, to] = other === null ? [one, one] : [Math.min(one, other), Math.max(one, other)];
  return momentsIn(events, clock, from).flatMap((earlier) =>
    (other === null ? ['latest' as const] : momentsIn(events, clock, to)).flatMap((later) => {
      const isInOrder = events.every(
        ({ position, recordedAt }) =>
          isKnownBy(later, position, recordedAt) || !isKnownBy(earlier, position, recordedAt),
      );
      return [isInOrder ? ([earlier, later] as const) : ([later, earlier] as const)];
    }),
  );
};

const inOrder = (positions: Iterable<number>): ReadonlyArray<number> =>
  [...new Set(positions)].sort((a, b) => a - b);

/** What is said to have changed between two moments is the difference, exactly, and names what came between. */
export const restatementAddsUp = law({
  name: 'restatementAddsUp',
  says: 'what changed between two moments adds up to the difference, and happened between them',
  needs: ['amountsAsOf', 'restate'],
  cases: (options) =>
    fc.record({
      history: histories({ imported: 0.4, ...options }),
      clock: clocks(),
      one: picks(),
      other: fc.option(picks()),
    }),
  *readings(subject, { history, clock, one, other }) {
    const events = readEvents(history.stored);
    const state = foldOver(subject, events);
    for (const [from, to] of pairsIn(events, clock, one, other)) {
      const changes = subject.restate(state, from, to);
      yield [
        {
          how: `As known ${inWords(from)}, with the changes up to ${inWords(to)}`,
          answer: sumOf(changes, subject.amountsAsOf(state, from)),
        },
        { how: `As known ${inWords(to)}`, answer: statedOf(subject.amountsAsOf(state, to)) },
      ];
      const named = new Set(changes.map(({ position }) => position));
      const between = events
        .filter(
          ({ position, recordedAt }) =>
            named.has(position) &&
            isKnownBy(to, position, recordedAt) &&
            !isKnownBy(from, position, recordedAt),
        )
        .map(({ position }) => position);
      yield [
        { how: 'The events that are said to have changed something', answer: inOrder(named) },
        {
          how: `Those of them that became known after ${inWords(from)}, up to ${inWords(to)}`,
          answer: inOrder(between),
        },
      ];
    }
  },
});
