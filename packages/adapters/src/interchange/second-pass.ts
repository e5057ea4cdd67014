import { fingerprint } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Append, AppendOutcome, EventStore, OutcomeUnknown, StoreError } from '../event-store/port.js';
import type { LineRefusal, SpoolFailed } from './import-outcome.js';
import { refuse } from './line-fault.js';
import type { Spool, Spooled } from './spool.js';

/** What became of a line that was spooled. */
export type Appending =
  | { readonly tag: 'taken' | 'repeated' | 'held' }
  | { readonly tag: 'refuse'; readonly refusal: LineRefusal };

/** How many lines, and how many characters of data, are appended at a time at most. */
const most = { lines: 2_000, characters: 1 << 20 };

const sizeOf = ({ events }: Spooled): number =>
  events.reduce((size, { data, metadata }) => size + data.length + metadata.length, 0);

const batchOf = ({ stream, expected, events: [first, ...rest] }: Spooled): Append => {
  if (first === undefined) throw new Error('A line without events was spooled.');
  return { stream, expected, events: [first, ...rest] };
};

/**
 * What became of a line that was tried. A store knows a repeat by its ids alone: where somebody else
 * appended the same ids between the passes, what they say is compared.
 */
const appendingOf = async (
  store: EventStore,
  { stream, events }: Spooled,
  outcome: AppendOutcome,
): Promise<E.Either<StoreError, Appending>> => {
  if (outcome.tag === 'refused') return E.right({ tag: 'refuse', refusal: outcome.error });
  if (!outcome.appended.repeated) return E.right({ tag: 'taken' });
  const there = await store.read(stream, outcome.appended.firstRevision)();
  if (E.isLeft(there)) return there;
  const other = events.find((event, ordinal) => {
    const stored = there.right[ordinal];
    return stored === undefined || fingerprint(stored) !== fingerprint(event);
  });
  return E.right(
    other === undefined
      ? { tag: 'repeated' }
      : { tag: 'refuse', refusal: refuse('EventDiffers', { eventId: other.eventId, stream }) },
  );
};

/**
 * The second pass of an import: appends what was spooled, in order, in batches. Where others wrote to a
 * stream between the passes, its line is refused and nothing more of it is appended.
 *
 * @param isRefused whether the first pass refused a line that is, or may be, for a stream
 * @param report is told what became of each line, in order within its stream
 */
export const secondPass = async (
  store: EventStore,
  spool: Spool,
  isRefused: (stream: string) => boolean,
  report: (line: Spooled, appending: Appending) => void,
): Promise<E.Either<OutcomeUnknown | StoreError | SpoolFailed, void>> => {
  const lost = new Set<string>();
  let batch: Spooled[] = [];
  let size = 0;

  const append = async (): Promise<E.Either<OutcomeUnknown | StoreError, void>> => {
    let left = batch;
    batch = [];
    size = 0;
    while (left.length > 0) {
      const outcomes = await store.appendAll(left.map(batchOf))();
      if (E.isLeft(outcomes)) return outcomes;
      for (const [at, outcome] of outcomes.right.entries()) {
        const line = left[at];
        if (line === undefined) throw new Error('A store answered for a batch that it was not given.');
        const appending = await appendingOf(store, line, outcome);
        if (E.isLeft(appending)) return appending;
        if (appending.right.tag === 'refuse') lost.add(line.stream);
        report(line, appending.right);
      }
      const untried = left.slice(outcomes.right.length);
      if (untried.length === left.length) throw new Error('A store gave no outcome for any batch.');
      for (const line of untried) if (lost.has(line.stream)) report(line, { tag: 'held' });
      left = untried.filter(({ stream }) => !lost.has(stream));
    }
    return E.right(undefined);
  };

  for await (const line of spool.all()) {
    if (E.isLeft(line)) return line;
    const { stream } = line.right;
    if (isRefused(stream) || lost.has(stream)) {
      report(line.right, { tag: 'held' });
      continue;
    }
    batch.push(line.right);
    size += sizeOf(line.right);
    if (batch.length < most.lines && size < most.characters) continue;
    const appended = await append();
    if (E.isLeft(appended)) return appended;
  }
  return append();
};
