import { both, type Sentence } from '@burgernet/domain';
import { isStorable } from '../sqlite/text.js';
import type { Append, Appended, AppendRefused, EventStore, EventToAppend, ExpectedRevision } from './port.js';

/** Where an event of a stream stands. */
export interface Place {
  readonly revision: number;
  readonly position: number;
}

/** What is to be done with a batch: write it from this revision on, or answer without writing. */
export type Verdict =
  | { readonly tag: 'write'; readonly firstRevision: number }
  | { readonly tag: 'repeat'; readonly appended: Appended }
  | { readonly tag: 'refuse'; readonly error: AppendRefused };

const refuse = (error: AppendRefused): Verdict => ({ tag: 'refuse', error });

const said = (revision: ExpectedRevision): Sentence =>
  revision === 'no-stream'
    ? both('no stream yet', 'nog geen stroom')
    : both(`revision ${revision}`, `revisie ${revision}`);

/** Whether every store would give the event's texts back as they are. */
export const canBeStored = (stream: string, event: EventToAppend): boolean =>
  isStorable(stream) &&
  isStorable(event.eventId) &&
  isStorable(event.type) &&
  isStorable(event.recordedAt) &&
  isStorable(event.data) &&
  isStorable(event.metadata) &&
  Number.isSafeInteger(event.schemaVersion);

const repeatOf = (first: number, places: ReadonlyArray<Place | undefined>): Appended | undefined => {
  const last = places.at(-1);
  return last !== undefined && places.every((place, index) => place?.revision === first + index)
    ? { firstRevision: first, lastRevision: last.revision, position: last.position, repeated: true }
    : undefined;
};

/** The first event whose id stands in the stream already or came earlier in the batch. */
const takenOf = (
  events: ReadonlyArray<EventToAppend>,
  places: ReadonlyArray<Place | undefined>,
): EventToAppend | undefined => {
  const ids = new Set<string>();
  return events.find(({ eventId }, index) => {
    const again = ids.has(eventId) || places[index] !== undefined;
    ids.add(eventId);
    return again;
  });
};

/**
 * The rule by which the embedded stores take or refuse a batch, see {@link EventStore.append}.
 *
 * @param actual where the stream is now
 * @param find where an event of this id stands in this stream
 */
export const judge = (
  { stream, expected, events }: Append,
  actual: ExpectedRevision,
  find: (eventId: string) => Place | undefined,
): Verdict => {
  const unstorable = events.find((event) => !canBeStored(stream, event));
  if (unstorable !== undefined)
    return refuse({
      tag: 'NotStorable',
      stream,
      eventId: unstorable.eventId,
      text: both(
        `Event ${unstorable.eventId} for stream "${stream}" holds a lone surrogate or a NUL character, or a schema version that is no whole number; write such characters as JSON escapes.`,
        `Gebeurtenis ${unstorable.eventId} voor stroom "${stream}" bevat een losse surrogaat of een NUL-teken, of een schemaversie die geen geheel getal is; schrijf zulke tekens als JSON-escapes.`,
      ),
    });
  const first = expected === 'no-stream' ? 0 : expected + 1;
  const places = actual === 'no-stream' ? [] : events.map(({ eventId }) => find(eventId));
  const repeated = repeatOf(first, places);
  if (repeated !== undefined) return { tag: 'repeat', appended: repeated };
  const taken = takenOf(events, places);
  if (taken !== undefined)
    return refuse({
      tag: 'EventIdTaken',
      stream,
      eventId: taken.eventId,
      text: both(
        `Event ${taken.eventId} stands in stream "${stream}" already, and this batch does not repeat the one that wrote it; read the stream again.`,
        `Gebeurtenis ${taken.eventId} staat al in stroom "${stream}", en deze reeks herhaalt niet die waarmee zij kwam; lees de stroom opnieuw.`,
      ),
    });
  if (expected !== actual)
    return refuse({
      tag: 'RevisionConflict',
      stream,
      expected,
      actual,
      text: both(
        `Stream "${stream}" is not where it was expected (${said(expected).en}) but at ${said(actual).en}; read it again.`,
        `Stroom "${stream}" staat niet waar hij werd verwacht (${said(expected).nl}) maar op ${said(actual).nl}; lees hem opnieuw.`,
      ),
    });
  return { tag: 'write', firstRevision: first };
};
