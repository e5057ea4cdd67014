// node batch-writer.mjs URL PREFIX FILE FROM PACE SEED: appends the batches of a file, one JSON value a line, from
// number FROM on, with pauses of less than PACE milliseconds. Whoever started it says `go` and `rest` on its
// standard input, and ends it by ending that. It prints what it sends before it does so, what was
// acknowledged, and when it rests; one JSON value a line. A batch whose outcome is unknown it repeats.
import { readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { openUnderPrefix } from './open-under-prefix.mjs';
import { randomFrom } from './random.mjs';

const [url, prefix, file, from, pace, seed] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const print = (value) => writeSync(1, `${JSON.stringify(value)}\n`);
const batches = readFileSync(file, 'utf8')
  .split('\n')
  .slice(0, -1)
  .map((line) => JSON.parse(line));

/** Appends a batch, however often it takes to know what became of it. */
const append = async (store, number) => {
  for (let attempt = 1; ; attempt++) {
    print({ sent: number, attempt });
    const outcome = await store.append(batches[number])();
    if (outcome._tag === 'Right') return print({ acknowledged: number, ...outcome.right });
    const { tag, text } = outcome.left;
    if (tag !== 'OutcomeUnknown' && tag !== 'StoreUnavailable') throw new Error(text.en);
    print({ unknown: number, tag });
    await setTimeout(100);
  }
};

/** Some of the next batches that can be under way together: of each stream one. */
const nextFew = (next) => {
  const few = [];
  const streams = new Set();
  const most = 1 + random.below(4);
  for (let at = next; at < batches.length && few.length < most; at++) {
    if (streams.has(batches[at].stream)) break;
    streams.add(batches[at].stream);
    few.push(at);
  }
  return few;
};

let isResting = true;
let wake = () => {};
createInterface({ input: process.stdin })
  .on('line', (line) => {
    isResting = line === 'rest';
    wake();
  })
  .on('close', () => process.exit());

const store = await openUnderPrefix(url, {
  mode: 'write',
  prefix,
  onStatus: ({ tag, what }) => print({ status: tag, what }),
});
for (let next = Number(from); ; ) {
  if (isResting || next === batches.length) {
    print({ rests: next });
    await new Promise((resolve) => {
      wake = resolve;
    });
    continue;
  }
  const few = nextFew(next);
  await Promise.all(few.map((number) => append(store, number)));
  next += few.length;
  if (Number(pace) > 0) await setTimeout(random.below(Number(pace)));
}
