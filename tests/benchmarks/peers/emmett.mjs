import { getSQLiteEventStore } from '@event-driven-io/emmett-sqlite';

const stream = 'burgernet-all';

/** Rows of ten parameters a statement, of the 32,766 parameters that SQLite takes. */
const atOnce = 3_000;

/**
 * Stores events in a file of Emmett's, in one stream: the shape in which its aggregate reads fastest.
 *
 * @param {string} file
 * @param {ReadonlyArray<{ type: string, data: unknown, metadata: object }>} events
 */
export const fill = async (file, events) => {
  const store = getSQLiteEventStore({ fileName: file });
  for (let at = 0; at < events.length; at += atOnce)
    await store.appendToStream(stream, events.slice(at, at + atOnce));
};

/**
 * Its consumer: batches of 1,000, no pause between them, one counter.
 *
 * @param {string} file
 * @param {number} last position of the last event
 * @returns how many events came
 */
export const consume = async (file, last) => {
  const store = getSQLiteEventStore({ fileName: file, schema: { autoMigration: 'None' } });
  const consumer = store.consumer({ pulling: { batchSize: 1_000, pullingFrequencyInMs: 0 } });
  let count = 0;
  consumer.processor({
    processorId: `counter-${process.hrtime.bigint()}`,
    startFrom: 'BEGINNING',
    eachMessage: () => {
      count += 1;
    },
    stopAfter: (message) => message.metadata.globalPosition >= BigInt(last),
  });
  await consumer.start();
  return count;
};

/**
 * Its aggregate over the one stream, one counter.
 *
 * @param {string} file
 * @returns how many events were folded
 */
export const aggregate = async (file) => {
  const store = getSQLiteEventStore({ fileName: file, schema: { autoMigration: 'None' } });
  const { state } = await store.aggregateStream(stream, {
    initialState: () => 0,
    evolve: (count) => count + 1,
  });
  return state;
};
