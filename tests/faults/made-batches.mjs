import { drawnHistory } from './drawn-history.mjs';

/**
 * A batch that a writer is to append, and whose number in its writer's file is its place there.
 *
 * @typedef {import('@burgernet/adapters').Append} Batch
 */

const digits = (number, length) => number.toString(16).padStart(length, '0');

/** The ids of a history are the same whatever the seed; a number in them makes those of two histories differ. */
const renumbered = (text, number) =>
  text.replaceAll(
    /\b([1-3a-f])0000000-0000-(?=4000-8000-)/g,
    (_, kind) => `${kind}${digits(Math.floor(number / 0x10000), 7)}-${digits(number % 0x10000, 4)}-`,
  );

/** The same event in the history of that number, to be stored under a prefix. */
const placed = ({ stream, revision, position, ...event }, number, prefix) => ({
  stream: renumbered(stream, number).replace(/^[^.]*/, prefix),
  revision,
  event: {
    ...event,
    eventId: renumbered(event.eventId, number),
    data: renumbered(event.data, number),
    metadata: renumbered(event.metadata, number),
  },
});

/** The events of a stream in batches of a few. */
const batchesOf = (events, random) => {
  const batches = [];
  for (let at = 0; at < events.length; ) {
    const some = events.slice(at, at + 1 + random.below(8));
    batches.push({
      stream: some[0].stream,
      expected: some[0].revision === 0 ? 'no-stream' : some[0].revision - 1,
      events: some.map(({ event }) => event),
    });
    at += some.length;
  }
  return batches;
};

/** Those of all streams in one order: mixed, but each stream's in its own. */
const mixed = (streams, random) => {
  const order = streams.flatMap((batches, stream) => batches.map(() => stream));
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other], order[at]];
  }
  const next = streams.map(() => 0);
  return order.map((stream) => streams[stream][next[stream]++]);
};

/**
 * A whole valid history of about so many events, as batches to be appended.
 *
 * @param {{ size: number, prefix: string, number: number, random: import('./random.mjs').Random }} given
 *   `number` of the history: two with the same number have the same ids. Only number 0 has municipalities,
 *   for those have no ids of their own
 * @returns {ReadonlyArray<Batch>}
 */
export const madeBatches = ({ size, prefix, number, random }) =>
  mixed(
    drawnHistory(size, random)
      .filter(([{ stream }]) => number === 0 || !stream.includes('.municipality-'))
      .map((events) =>
        batchesOf(
          events.map((event) => placed(event, number, prefix)),
          random,
        ),
      ),
    random,
  );
