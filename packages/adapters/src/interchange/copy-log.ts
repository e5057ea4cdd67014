import { both, type Sentence, type StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type {
  Append,
  EventStore,
  EventToAppend,
  OutcomeUnknown,
  Page,
  StoreError,
} from '../event-store/port.js';
import { isStoreError } from '../event-store/store-error.js';
import { logPages } from './log-pages.js';

/** Why a log is not, or not whole, in the other store. */
export type CopyFault = LogsDiffer | EventNotTaken;

/** The other store holds something else at this position. */
export interface LogsDiffer {
  readonly tag: 'LogsDiffer';
  readonly position: number;
  readonly text: Sentence;
}

/** The other store does not take what stands at this position here. */
export interface EventNotTaken {
  readonly tag: 'EventNotTaken';
  readonly position: number;
  readonly text: Sentence;
}

/** What was done. */
export interface Copied {
  /** how many events the other store holds now, all of them compared */
  readonly events: number;
  /** how many of them it held before */
  readonly before: number;
}

const pageSize = 500;
/** Events of one stream that are appended at a time, and how much text: a server bounds a batch to 1 MiB, unless told otherwise. */
const mostAtOnce = { events: 50, bytes: 500_000 };

const bytesOf = ({ data, metadata }: EventToAppend): number =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata);

const parts = [
  'stream',
  'revision',
  'eventId',
  'type',
  'schemaVersion',
  'recordedAt',
  'data',
  'metadata',
] as const;

const differs = (position: number, what: string): CopyFault => ({
  tag: 'LogsDiffer',
  position,
  text: both(
    `The two logs differ at position ${position} (${what}); copy into an empty store, or into one that holds the beginning of this log.`,
    `De twee logboeken verschillen op positie ${position} (${what}); kopieer naar een lege opslag, of naar een die het begin van dit logboek bevat.`,
  ),
});

/** Compares two logs up to a position, to the byte; gives the first difference. */
const firstDifference = async (
  from: EventStore,
  to: EventStore,
  upTo: number,
): Promise<CopyFault | undefined> => {
  const others = logPages(to, { upTo, pageSize });
  try {
    for await (const page of logPages(from, { upTo, pageSize })) {
      const { value: other } = await others.next();
      for (const [at, event] of page.entries()) {
        const there: StoredEvent | undefined = other?.[at];
        const part = parts.find((each) => there?.[each] !== event[each]);
        if (part !== undefined) return differs(event.position, there === undefined ? 'nothing' : part);
      }
    }
    const { value: more } = await others.next();
    return more?.[0] === undefined ? undefined : differs(more[0].position, 'more');
  } finally {
    await others.return();
  }
};

/** The events of a page as batches, in their order: as many of one stream as stand together. */
const batchesOf = (page: Page): ReadonlyArray<Append> => {
  const batches: {
    stream: string;
    next: number;
    first: number;
    bytes: number;
    events: [EventToAppend, ...EventToAppend[]];
  }[] = [];
  for (const { stream, revision, position: _, ...event } of page) {
    const last = batches.at(-1);
    const bytes = bytesOf(event);
    if (
      last?.stream === stream &&
      last.next === revision &&
      last.events.length < mostAtOnce.events &&
      last.bytes + bytes <= mostAtOnce.bytes
    ) {
      last.events.push(event);
      last.next++;
      last.bytes += bytes;
    } else batches.push({ stream, first: revision, next: revision + 1, bytes, events: [event] });
  }
  return batches.map(({ stream, first, events }) => ({
    stream,
    expected: first === 0 ? 'no-stream' : first - 1,
    events,
  }));
};

const appendPage = async (
  to: EventStore,
  page: Page,
): Promise<E.Either<StoreError | OutcomeUnknown | CopyFault, void>> => {
  const outcomes = await to.appendAll(batchesOf(page))();
  if (E.isLeft(outcomes)) return outcomes;
  const last = outcomes.right.at(-1);
  if (last?.tag !== 'refused') return E.right(undefined);
  const { stream, text } = last.error;
  const position = page.find((event) => event.stream === stream)?.position ?? 0;
  return E.left({ tag: 'EventNotTaken', position, text });
};

/**
 * Copies every event there is at the moment of asking into another store: stream, revision, id, type,
 * data, metadata and order are kept and compared afterwards, to the byte. Positions are the other
 * store's own, and the same. Run again, it goes on where it stopped; a store that holds anything else is
 * left as it is.
 *
 * @param onProgress hears up to which position was copied
 */
export const copyLog =
  (
    from: EventStore,
    to: EventStore,
    onProgress: (position: number) => void = () => {},
  ): TE.TaskEither<StoreError | OutcomeUnknown | CopyFault, Copied> =>
  async () => {
    const [here, there] = [await from.lastPosition(), await to.lastPosition()];
    if (E.isLeft(here)) return here;
    if (E.isLeft(there)) return there;
    const [events, before] = [here.right, there.right];
    try {
      const foreign = before > events ? differs(events + 1, 'more') : await firstDifference(from, to, before);
      if (foreign !== undefined) return E.left(foreign);
      for await (const page of logPages(from, { after: before, upTo: events, pageSize })) {
        const appended = await appendPage(to, page);
        if (E.isLeft(appended)) return appended;
        onProgress(page.at(-1)?.position ?? 0);
      }
      const difference = await firstDifference(from, to, events);
      return difference === undefined ? E.right({ events, before }) : E.left(difference);
    } catch (error) {
      if (isStoreError(error)) return E.left(error);
      throw error;
    }
  };
