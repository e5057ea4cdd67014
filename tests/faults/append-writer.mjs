// node append-writer.mjs FILE SEED: appends batches to a store without end, until it is killed. Before
// each append it prints what it is about to store, after it what was acknowledged; one JSON value a line.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openSqlite } from '@burgernet/adapters';
import { contentHash } from './content-hash.mjs';
import { randomFrom } from './random.mjs';

const [file, seed] = process.argv.slice(2);
const random = randomFrom(Number(seed));
// One write a line, straight to the file that the parent gave: a kill loses no line that was written.
const print = (value) => writeSync(1, `${JSON.stringify(value)}\n`);
const right = (outcome) => {
  if (outcome._tag === 'Left') throw new Error(outcome.left.text.en);
  return outcome.right;
};

let made = 0;
const makeEvent = () => {
  const eventId = `${seed}-${made++}`;
  // Now and then far longer than a page of the file, so that a kill meets a batch half written.
  const length = random.chance(0.05) ? random.below(300_000) : random.below(600);
  const text = createHash('sha256')
    .update(eventId)
    .digest('base64')
    .repeat(Math.ceil(length / 44));
  return {
    eventId,
    type: 'ResponseReceived',
    schemaVersion: 1 + random.below(3),
    recordedAt: '2021-05-14T18:03:00.000Z',
    data: JSON.stringify({ text: `é 💚 ${text.slice(0, length)}` }),
    metadata: JSON.stringify({ number: made }),
  };
};

const revisions = new Map();
const makeBatch = () => {
  const stream = `burgernet.action-${seed}-${random.below(5)}`;
  const expected = revisions.get(stream) ?? 'no-stream';
  const events = Array.from({ length: 1 + random.below(8) }, makeEvent);
  revisions.set(stream, (expected === 'no-stream' ? -1 : expected) + events.length);
  return { stream, expected, events };
};

const store = right(await openSqlite(file, { mode: 'write' })());
for (let batch = 0; ; ) {
  const appends = Array.from({ length: random.chance(0.5) ? 1 : 1 + random.below(6) }, makeBatch);
  const first = batch;
  for (const { stream, events } of appends)
    print({ intent: batch++, stream, events: events.map((event) => [event.eventId, contentHash(event)]) });
  const outcomes =
    appends.length === 1
      ? [right(await store.append(appends[0])())]
      : right(await store.appendAll(appends)()).map(({ appended }) => appended);
  outcomes.forEach(({ firstRevision, position }, index) => {
    print({ acknowledged: first + index, firstRevision, position });
  });
}
