import type { Uuid } from '@burgernet/domain';
import type { DomainRejection } from '../commands/aggregates.js';
import { frozen } from '../commands/decide-on.js';
import { leafFaultOf } from '../commands/rejection.js';
import type { StreamFold, Taken } from '../commands/stream-fold.js';
import type { EventToAppend, ExpectedRevision } from '../event-store/port.js';
import type { Target } from './command-entry.js';
import type { EventEntry } from './event-line.js';
import type { LineRefusal } from './import-outcome.js';
import { refuse } from './line-fault.js';

/** A line is refused. */
export interface Refused {
  readonly tag: 'refuse';
  readonly refusal: LineRefusal;
}

/** What becomes of a line. */
export type Verdict =
  | {
      readonly tag: 'take';
      readonly expected: ExpectedRevision;
      readonly events: ReadonlyArray<EventToAppend>;
    }
  | { readonly tag: 'repeat' }
  | Refused;

/** Refuses a line. */
export const refusing = (refusal: LineRefusal): Refused => ({ tag: 'refuse', refusal });

/** One stream during the first pass: as it stands in the store, with the lines read so far on top. */
export class ImportedStream {
  /** what the commands of this import asked for that had an id of their own, by that id */
  readonly asked = new Map<Uuid, Uuid>();
  /** of the last event, as the stream will stand when all lines so far were appended */
  #last: ExpectedRevision;
  /** of the last line that said where it stood in its own stream */
  #lineRevision: number | undefined;

  /**
   * @param target what the stream is about
   * @param fold of the stream as it stands in the store
   */
  constructor(
    readonly target: Target,
    readonly fold: StreamFold<DomainRejection>,
  ) {
    this.#last = fold.revision;
  }

  get #next(): number {
    return this.#last === 'no-stream' ? 0 : this.#last + 1;
  }

  /** Puts an event behind the others; its position is not known yet, and nothing asks for it. */
  #put(event: EventToAppend): Taken {
    const taken = this.fold.take({ ...event, stream: this.fold.name, revision: this.#next, position: 0 });
    if (taken.tag === 'taken') this.#last = this.#next;
    return taken;
  }

  /** Whether a line may say that it stood at this revision, given where those before it say they stood. */
  #mayStandAt(revision: number): boolean {
    return this.#lineRevision === undefined ? revision <= this.#next : revision === this.#lineRevision + 1;
  }

  /** Puts the events of a command behind the others. */
  add(events: ReadonlyArray<EventToAppend>): Verdict {
    const expected = this.#last;
    for (const event of events) {
      const fault = leafFaultOf(this.fold.name, this.#next, event);
      if (fault !== undefined) return refusing(fault);
      const taken = this.#put(event);
      if (taken.tag !== 'taken')
        return refusing(refuse('EventDiffers', { eventId: event.eventId, stream: this.fold.name }));
    }
    return { tag: 'take', expected, events };
  }

  /**
   * Restores an event: its id, moment of recording, data and metadata stay as they are.
   *
   * Revisions are given anew by the order of the lines. Those that the lines state must follow each
   * other, and the first must not lie beyond the end of the stream: otherwise a line is missing, and
   * what is left would be another history.
   */
  restore({ event, revision }: EventEntry): Verdict {
    const { eventId } = event;
    const stream = this.fold.name;
    const frozenBefore = this.fold.freeze;
    const isInOrder = revision === undefined || this.#mayStandAt(revision);
    const due = this.#lineRevision === undefined ? this.#next : this.#lineRevision + 1;
    const expected = this.#last;
    const taken = this.#put(event);
    if (taken.tag === 'frozen') {
      if (frozenBefore !== undefined) return refusing(frozen(stream, frozenBefore));
      const { reason, detail } = taken.freeze;
      return refusing(
        reason === 'contradicts-earlier'
          ? refuse('EventDiffers', { eventId, stream })
          : refuse('EventUnreadable', { eventId, reason, detail }),
      );
    }
    if (taken.tag === 'taken' && !isInOrder)
      return refusing(refuse('LinesMissing', { stream, expected: due, revision }));
    if (revision !== undefined) this.#lineRevision = Math.max(this.#lineRevision ?? -1, revision);
    return taken.tag === 'taken' ? { tag: 'take', expected, events: [event] } : { tag: 'repeat' };
  }
}
