import { judge, type Place } from './append-rule.js';
import type { Append, AppendOutcome, EventToAppend, ExpectedRevision } from './port.js';

/** Streams that can be asked and added to; nobody else writes meanwhile. */
export interface Streams {
  readonly revisionOf: (stream: string) => ExpectedRevision;
  readonly placeOf: (stream: string, eventId: string) => Place | undefined;
  /** Adds events behind the last of their stream and gives the position of the last of them. */
  readonly add: (stream: string, firstRevision: number, events: ReadonlyArray<EventToAppend>) => number;
}

const writeOne = (streams: Streams, append: Append): AppendOutcome => {
  const { stream, events } = append;
  const verdict = judge(append, streams.revisionOf(stream), (eventId) => streams.placeOf(stream, eventId));
  switch (verdict.tag) {
    case 'refuse':
      return { tag: 'refused', error: verdict.error };
    case 'repeat':
      return { tag: 'done', appended: verdict.appended };
    case 'write': {
      const { firstRevision } = verdict;
      const position = streams.add(stream, firstRevision, events);
      const lastRevision = firstRevision + events.length - 1;
      return { tag: 'done', appended: { firstRevision, lastRevision, position, repeated: false } };
    }
  }
};

/** Writes batch after batch and stops behind the first that is refused, which wrote nothing. */
export const writeInOrder = (
  streams: Streams,
  appends: ReadonlyArray<Append>,
): ReadonlyArray<AppendOutcome> => {
  const outcomes: AppendOutcome[] = [];
  for (const append of appends) {
    const outcome = writeOne(streams, append);
    outcomes.push(outcome);
    if (outcome.tag === 'refused') break;
  }
  return outcomes;
};
