// node append-batches.mjs FILE STREAM... : appends batches to the streams in turn, each where the stream
// is now, and prints the id of every event that was acknowledged.
import { randomUUID } from 'node:crypto';
import { openSqlite } from '@burgernet/adapters';

const right = (outcome) => {
  if (outcome._tag === 'Left') throw new Error(outcome.left.text.en);
  return outcome.right;
};

const sample = () => ({
  eventId: randomUUID(),
  type: 'ResponseReceived',
  schemaVersion: 1,
  recordedAt: '2021-05-14T18:03:00.000Z',
  data: '{"line":"112"}',
  metadata: '{"role":"dispatcher"}',
});

const [file, ...streams] = process.argv.slice(2);
const store = right(await openSqlite(file, { mode: 'write' })());
for (let batch = 0; batch < 60; batch++) {
  const stream = streams[batch % streams.length];
  const events = Array.from({ length: 1 + (batch % 3) }, sample);
  for (let expected = 'no-stream', stored = false; !stored; ) {
    const outcome = await store.append({ stream, expected, events })();
    if (outcome._tag === 'Left' && outcome.left.tag === 'RevisionConflict') expected = outcome.left.actual;
    else {
      right(outcome);
      stored = true;
    }
  }
  for (const { eventId } of events) console.log(eventId);
}
await store.close();
