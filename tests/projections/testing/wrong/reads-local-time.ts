import type { Subject } from '@burgernet/projections/testing';

/** Takes the day of the week in the time zone of the machine, and not in Amsterdam. */
export const readsLocalTime: Subject<ReadonlyMap<string, number>> = {
  name: 'actions by the day on which they started',
  initial: () => new Map(),
  handle: (days, { event, stream }) =>
    event.type === 'ActionStarted'
      ? new Map(days).set(stream, new Date(event.data.startedAt).getDay())
      : days,
  answer: (days) => days,
};
