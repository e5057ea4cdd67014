// node reader.mjs URL PREFIX KEPT: follows a store and keeps what it makes of it in a file, time and again. It
// prints which positions it handled, what it kept, that it has caught up, and what the store says of its
// connection, one JSON value a line. Told `figures POSITION FILE` on its standard input, it writes all its
// figures into that file when it has handled all up to that position. It ends when that input does.
import { writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { followThrough } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { figuresOf } from './figures-of.mjs';
import { openUnderPrefix } from './open-under-prefix.mjs';

const [url, prefix, kept] = process.argv.slice(2);
const print = (value) => writeSync(1, `${JSON.stringify(value)}\n`);

/** @type {import('@burgernet/projections').ReadModels | undefined} */
let models;
let handled = 0;
let asked;
const answer = () => {
  if (asked === undefined || models === undefined || handled < asked.position) return;
  writeFileSync(asked.file, JSON.stringify({ ...figuresOf(models), checkpoint: handled }, null, 1));
  print({ figures: asked.position });
  asked = undefined;
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [, position, file] = /^figures ([0-9]+) (.*)$/.exec(line) ?? [];
    asked = { position: Number(position), file };
    answer();
  })
  .on('close', () => process.exit());

const store = await openUnderPrefix(url, {
  mode: 'read',
  prefix,
  onStatus: ({ tag, what }) => print({ status: tag, what }),
});
followThrough(store, {
  registry: domainRegistry(prefix),
  prefix,
  file: kept,
  keepEvery: 20,
  keepWithin: 5,
  onNote: (note) => print({ note: note.en }),
  onKept: ({ position }) => print({ kept: position }),
}).subscribe({
  next: (told) => {
    ({ models } = told);
    if (told.tag === 'CaughtUp') {
      handled = told.position;
      print({ caughtUp: told.position });
    } else {
      const { from, to } = told.positions;
      handled = to;
      print({ handled: [from, to] });
    }
    answer();
  },
  error: (error) => {
    throw error instanceof Error ? error : new Error(error.text.en);
  },
});
