import { both, domainRegistry, Instant, local, parseStream, type Sentence } from '@burgernet/domain';
import type { ReportContext } from '../../report/context.js';
import { printable } from '../../report/printable.js';
import { eventSentence } from '../../report/story/event-sentence.js';
import { stepsOf } from '../../report/story/steps.js';
import type { Outcome } from './outcome.js';

/** What a command brought about, a sentence for each event. */
export const sentencesOf = (
  { stream, events, history }: Pick<Outcome, 'stream' | 'events' | 'history'>,
  context: ReportContext,
): ReadonlyArray<string> => {
  const ids = new Set(events.map(({ eventId }) => eventId));
  return stepsOf(domainRegistry(), parseStream(stream)?.id ?? stream, history).flatMap((step) =>
    step.tag === 'Told' && ids.has(step.recorded.eventId)
      ? [eventSentence(step.recorded.event, step.after, context)]
      : [],
  );
};

/** That nothing was written, where that is so, and why. */
export const nothingWritten = ({
  repeated,
  isDryRun,
  events,
}: Pick<Outcome, 'repeated' | 'isDryRun' | 'events'>): Sentence | undefined => {
  if (repeated) {
    const recordedAt = events[0]?.recordedAt;
    const at = Instant.is(recordedAt) ? local(recordedAt) : '';
    return both(
      `This command was given before and recorded on ${at}; nothing changed.`,
      `Deze opdracht is eerder gegeven en vastgelegd op ${at}; er veranderde niets.`,
    );
  }
  return isDryRun
    ? both(
        'Nothing was written. The command would record:',
        'Er is niets vastgelegd. De opdracht zou vastleggen:',
      )
    : undefined;
};

/** The events themselves, where nobody can read them in the log. */
export const eventsOf = ({ isDryRun, repeated, events }: Outcome): ReadonlyArray<string> =>
  isDryRun && !repeated
    ? events.map(({ type, stream, data }) => `  ${type} ${stream} ${printable(data)}`)
    : [];
