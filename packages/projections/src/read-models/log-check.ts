import { Instant } from '@burgernet/domain';
import type { Delivery } from '../folding/delivery.js';
import type { Projection } from '../folding/project.js';
import type { Quarantined } from '../folding/quarantine.js';
import { ReadModels } from './read-models.js';

/** Where an event stands. */
interface Place {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
}

/** Something that is wrong with a log. */
export type Finding =
  /** it could not be read, or breaks a rule of its stream */
  | ({ readonly tag: 'Quarantined' } & Place & Pick<Quarantined, 'reason' | 'detail'>)
  /** it was recorded before what stands before it in its stream */
  | ({ readonly tag: 'RecordedBackwards' } & Place & {
        readonly recordedAt: Instant;
        readonly last: Instant;
      })
  /** the revisions of a stream are not 0, 1, 2, ... */
  | ({ readonly tag: 'RevisionOutOfOrder' } & Place & { readonly expected: number })
  /** the positions of the log are not 1, 2, 3, ... */
  | ({ readonly tag: 'PositionOutOfOrder' } & Place & { readonly expected: number })
  /** another stream has an event of the same id */
  | ({ readonly tag: 'EventIdInTwoStreams' } & Place & {
        /** the stream in which the id stood first */
        readonly other: string;
      });

interface StreamSeen {
  readonly name: string;
  revision: number;
  recordedAt: Instant | undefined;
}

/**
 * Looks for what is wrong with a log, while the log is folded: what cannot be read, what contradicts its
 * stream, what is out of order, and event ids that stand in two streams.
 *
 * Feed it the whole log from the beginning, each event once.
 */
export class LogCheck implements Projection {
  readonly models: ReadModels;
  readonly #order: Finding[] = [];
  readonly #streams = new Map<string, StreamSeen>();
  /** in which stream every event id stood first */
  readonly #ids = new Map<string, StreamSeen>();
  #position = 0;
  #events = 0;

  /** @param models folds the log; new ones unless others are given */
  constructor(models: ReadModels = new ReadModels()) {
    this.models = models;
  }

  get position(): number {
    return this.#position;
  }

  /** How many events were looked at. */
  get events(): number {
    return this.#events;
  }

  /** How many streams they stand in. */
  get streams(): number {
    return this.#streams.size;
  }

  /** Takes the next event of the log into account, read or not. */
  handle(delivery: Delivery): void {
    const { position, stream, revision, eventId, recordedAt } =
      delivery._tag === 'Left' ? delivery.left.stored : delivery.right;
    this.#events += 1;
    this.#checkPosition({ position, stream, revision, eventId });
    const seen = this.#checkStream({ position, stream, revision, eventId }, recordedAt);
    this.#checkId({ position, stream, revision, eventId }, seen);
    this.models.handle(delivery);
  }

  /** Everything that was found so far, in the order of the log. */
  findings(): ReadonlyArray<Finding> {
    const quarantined = this.models.quarantine.events.map(
      ({ position, stream, revision, eventId, reason, detail }): Finding => ({
        tag: 'Quarantined',
        position,
        stream,
        revision,
        eventId,
        reason,
        detail,
      }),
    );
    return [...quarantined, ...this.#order].sort((a, b) => a.position - b.position);
  }

  #checkPosition(place: Place): void {
    const expected = this.#position + 1;
    if (place.position !== expected) this.#order.push({ tag: 'PositionOutOfOrder', ...place, expected });
    this.#position = Math.max(this.#position, place.position);
  }

  #checkStream(place: Place, recordedAt: string): StreamSeen {
    const seen = this.#streams.get(place.stream) ?? {
      name: place.stream,
      revision: -1,
      recordedAt: undefined,
    };
    this.#streams.set(place.stream, seen);
    const expected = seen.revision + 1;
    if (place.revision !== expected) this.#order.push({ tag: 'RevisionOutOfOrder', ...place, expected });
    seen.revision = Math.max(seen.revision, place.revision);
    if (!Instant.is(recordedAt)) return seen;
    const last = seen.recordedAt;
    if (last !== undefined && recordedAt < last)
      this.#order.push({ tag: 'RecordedBackwards', ...place, recordedAt, last });
    else seen.recordedAt = recordedAt;
    return seen;
  }

  #checkId(place: Place, stream: StreamSeen): void {
    const first = this.#ids.get(place.eventId);
    if (first === undefined) this.#ids.set(place.eventId, stream);
    else if (first !== stream) this.#order.push({ tag: 'EventIdInTwoStreams', ...place, other: first.name });
  }
}
