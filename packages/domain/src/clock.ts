import * as E from 'fp-ts/lib/Either.js';
import { both, type RejectionOf, refusing } from './rejection.js';
import { localApart } from './time/amsterdam.js';
import { type Instant, toEpoch } from './time/instant.js';

/** The refusal of what is recorded before it happened; every aggregate with moments in its data has it. */
export const occurrenceSentences = {
  OccurredAfterRecorded: (f: {
    readonly field: string;
    readonly occurred: Instant;
    readonly recordedAt: Instant;
  }) => {
    const [occurred, recordedAt] = localApart(f.occurred, f.recordedAt);
    return both(
      `${f.field} (${occurred}) lies after the moment of recording (${recordedAt}); record it when it has happened.`,
      `${f.field} (${occurred}) ligt na het moment van registratie (${recordedAt}); registreer het als het gebeurd is.`,
    );
  },
};

/** Why a moment of recording is refused. */
export const clockSentences = {
  RecordedBackwards: (f: {
    readonly stream: string;
    readonly last: Instant;
    readonly recordedAt: Instant;
  }) => {
    const [last, recordedAt] = localApart(f.last, f.recordedAt);
    return both(
      `The stream ${f.stream} was last recorded at ${last}, after ${recordedAt}; record at that moment or later.`,
      `In de stroom ${f.stream} is het laatst geregistreerd op ${last}, na ${recordedAt}; registreer op dat moment of later.`,
    );
  },
};
/** Why a moment of recording is refused. */
export type ClockRejection = RejectionOf<typeof clockSentences>;

/** How far the clocks of two writers may differ before a command is refused, in milliseconds. */
export const defaultTolerance = 2_000;

const refuse = refusing(clockSentences);

/**
 * The moment at which a command is recorded. Within a stream it never goes back; where it would by no
 * more than the tolerance, it is the stream's last moment (domain: "Time").
 *
 * @param stream the stream's name, for the refusal
 * @param last the latest moment recorded in the stream; `undefined` where it is new
 * @param recordedAt the writer's clock
 * @param tolerance in milliseconds
 */
export const momentOfRecording = (
  stream: string,
  last: Instant | undefined,
  recordedAt: Instant,
  tolerance: number = defaultTolerance,
): E.Either<ClockRejection, Instant> => {
  if (last === undefined || recordedAt >= last) return E.right(recordedAt);
  return toEpoch(last) - toEpoch(recordedAt) <= tolerance
    ? E.right(last)
    : E.left(refuse('RecordedBackwards', { stream, last, recordedAt }));
};
