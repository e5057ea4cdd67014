import { both, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { unavailable } from '../../sqlite/failure.js';
import { judge } from '../append-rule.js';
import type { Append, AppendError, Appended, OutcomeUnknown, StoreError } from '../port.js';
import type { Answer, AppendLine } from './append-line.js';
import { closed, denied, unreachable } from './failure.js';
import { type Known, type KnownStreams, knownOf } from './known-streams.js';
import type { Place } from './place.js';
import { pauseAfter, type Session } from './session.js';
import { readStream, tombstoned } from './stream-read.js';
import { tooMuch, unfit } from './unfit.js';

/** Where a batch stands, and the place of its last event in the log. */
export interface AppendedAt {
  readonly appended: Appended;
  readonly place: Place | undefined;
}

type Outcome = E.Either<AppendError, AppendedAt>;

const unknownOutcome = ({ stream, events }: Append, attempts: number, why: Sentence): OutcomeUnknown => ({
  tag: 'OutcomeUnknown',
  stream,
  text: both(
    `Whether ${events.length} events were stored in "${stream}" is unknown after ${attempts} attempts (${why.en}). Give the same again when the event store is back; what stands is not stored twice.`,
    `Of er ${events.length} gebeurtenissen zijn vastgelegd in "${stream}" is na ${attempts} pogingen onbekend (${why.nl}). Geef hetzelfde opnieuw als de opslag er weer is; wat er staat, komt er geen tweede keer.`,
  ),
});

/**
 * Appends to a server with the rule of all stores. The server knows a repeat, and holds a writer to the
 * expected revision; ids that stand elsewhere in the stream it does not know, so the stream is read
 * where it is not known already.
 *
 * A batch whose answer is lost is sent again, with the same ids and the same expected revision, and then
 * the server says what became of the first: only so is a repeat safe, also after a restart of the server.
 */
export class Appending {
  readonly #session: Session;
  readonly #line: AppendLine;
  readonly #known: KnownStreams;

  constructor(session: Session, line: AppendLine, known: KnownStreams) {
    this.#session = session;
    this.#line = line;
    this.#known = known;
  }

  async append(append: Append): Promise<Outcome> {
    const known = this.#known.of(append.stream);
    // A stream stays as it was up to a revision that was seen, so one that was seen to end where the
    // writer expects it need not be read again: if it has grown since, the server says so.
    let seen = known?.revision === append.expected ? known : undefined;
    /** Whether the server said that it stores the batch, though it does not stand where it should. */
    let maybeStands = false;
    for (let round = 1; ; round++) {
      const given = (error: StoreError): Outcome =>
        E.left(maybeStands ? unknownOutcome(append, round, error.text) : error);
      if (seen === undefined) {
        const read = await this.#read(append.stream);
        if (E.isLeft(read)) return given(read.left);
        seen = read.right.known;
      }
      const { revision, revisions } = seen;
      const verdict = judge(append, revision, (eventId) => {
        const found = revisions.get(eventId);
        return found === undefined ? undefined : { revision: found, position: 0 };
      });
      const misfit = unfit(append);
      if (verdict.tag === 'refuse') return E.left(verdict.error);
      if (verdict.tag === 'repeat') return this.#repeated(append, verdict.appended);
      if (misfit !== undefined) return E.left(misfit);
      const written = await this.#write(append, seen);
      if (written !== 'look again' && written !== 'not there') return written;
      maybeStands ||= written === 'not there';
      // Others wrote to it. A cluster knows that a moment before it shows what they wrote.
      if (round >= this.#session.limits.attempts)
        return given(
          unavailable(
            `Stream "${append.stream}" is not where the events in it end: others keep writing to it, or the server leaves out its last events. Try again, and see burgernet check.`,
            `Stroom "${append.stream}" staat niet waar de gebeurtenissen erin ophouden: anderen blijven eraan schrijven, of de server laat de laatste ervan weg. Probeer het opnieuw, en zie burgernet check.`,
          ),
        );
      if (round > 1) await this.#session.wait(pauseAfter(this.#session, round - 1), this.#session.closed);
      if (this.#session.closed.aborted) return given(closed);
      seen = undefined;
    }
  }

  async #read(stream: string) {
    const read = await readStream(this.#session, stream, 0);
    return E.isLeft(read)
      ? read
      : E.right({ known: this.#learn(stream, knownOf(read.right)), events: read.right });
  }

  #learn(stream: string, known: Known): Known {
    this.#known.learn(stream, known);
    return known;
  }

  /** Where a repeat's last event stands is not known from the ids alone; that it stands is. */
  async #repeated({ stream }: Append, appended: Appended): Promise<Outcome> {
    const read = await readStream(this.#session, stream, appended.lastRevision);
    return E.right({ appended, place: E.isLeft(read) ? undefined : read.right.at(0)?.place });
  }

  async #write(append: Append, known: Known): Promise<Outcome | 'look again' | 'not there'> {
    const { stream } = append;
    const { attempts } = this.#session.limits;
    let wasSent = false;
    /** Why nothing was written this time; an earlier time it may have been all the same. */
    const given = (error: AppendError, sent: number): E.Either<AppendError, never> =>
      E.left(wasSent && error.tag === 'StoreUnavailable' ? unknownOutcome(append, sent, error.text) : error);
    for (let attempt = 1; ; attempt++) {
      if (this.#session.closed.aborted) return given(closed, attempt - 1);
      const answer = await this.#line.send(append);
      if (answer.tag === 'Stored') {
        if (attempt > 1) this.#session.report({ tag: 'Resumed', what: 'append', position: 0 });
        return this.#stored(append, known, answer);
      }
      this.#known.forget(stream);
      if (answer.tag === 'Refused' && answer.fault.endsWith('.Empty'))
        await this.#session.connection.lookAgain();
      if (answer.tag === 'Refused' && !passing.includes(answer.fault)) {
        const error = this.#refused(append, answer);
        return error === 'look again' ? error : given(error, attempt - 1);
      }
      const trouble =
        answer.tag === 'Lost' ? answer.trouble : ({ tag: 'Passing', detail: answer.detail } as const);
      // Without the right to append nothing was written, whether it was sent or not.
      if (trouble.tag === 'Lasting') return given(trouble.error, attempt - 1);
      if (trouble.tag === 'Tombstone') return given(tombstoned(stream), attempt - 1);
      wasSent ||= answer.tag === 'Refused' || answer.wasSent;
      const { detail } = trouble;
      if (attempt >= attempts)
        return E.left(
          wasSent
            ? unknownOutcome(append, attempts, both(detail, detail))
            : unreachable(this.#session.where, detail),
        );
      const pause = pauseAfter(this.#session, attempt);
      this.#session.report({ tag: 'Interrupted', what: 'append', position: 0, detail, attempt, pause });
      await this.#session.wait(pause, this.#session.closed);
    }
  }

  /**
   * The server says that it stands. If another writer gave the same ids at the same moment, it says so
   * to both; which of the two wrote is seen from what stands.
   */
  async #stored(
    append: Append,
    known: Known,
    { lastRevision, place }: Extract<Answer, { tag: 'Stored' }>,
  ): Promise<Outcome | 'not there'> {
    const { stream, expected, events } = append;
    const firstRevision = lastRevision - events.length + 1;
    // A stream that was deleted and is made again goes on behind its last revision.
    const isExpected = expected === 'no-stream' ? firstRevision >= 0 : firstRevision === expected + 1;
    if (!isExpected || !Number.isSafeInteger(firstRevision)) return 'not there';
    const read = await readStream(this.#session, stream, firstRevision);
    if (E.isLeft(read)) {
      this.#known.forget(stream);
      return E.right({ appended: { firstRevision, lastRevision, position: 0, repeated: false }, place });
    }
    const standing = read.right.slice(0, events.length).map(({ event }) => event);
    if (standing.some(({ eventId }, index) => eventId !== events[index]?.eventId)) return 'not there';
    this.#known.extend(known, append, firstRevision);
    const repeated = standing.some(({ data, metadata, recordedAt, type, schemaVersion }, index) => {
      const ours = events[index];
      return (
        data !== ours?.data ||
        metadata !== ours.metadata ||
        recordedAt !== ours.recordedAt ||
        type !== ours.type ||
        schemaVersion !== ours.schemaVersion
      );
    });
    return E.right({
      appended: { firstRevision, lastRevision, position: 0, repeated },
      place: place ?? read.right.at(events.length - 1)?.place,
    });
  }

  #refused(
    append: Append,
    { fault, detail }: Extract<Answer, { tag: 'Refused' }>,
  ): AppendError | 'look again' {
    const { stream } = append;
    switch (fault) {
      case 'event_store.client.WrongExpectedVersion':
        return 'look again';
      case 'event_store.client.StreamDeleted':
        return tombstoned(stream);
      case 'event_store.client.AccessDenied':
        return denied;
      case 'event_store.client.MaximumAppendSizeExceeded':
        return tooMuch(append);
      default:
        return unavailable(
          `The event store refused events for "${stream}" (${detail || fault}).`,
          `De opslag weigert gebeurtenissen voor "${stream}" (${detail || fault}).`,
        );
    }
  }
}

/** Faults after which the server may have written all the same. */
const passing = [
  'event_store.client.Timeout',
  'event_store.client.Unknown',
  // The node is not ready, is too busy or leads no longer.
  'event_store.client.Empty',
  'google.protobuf.Empty',
  '',
];
