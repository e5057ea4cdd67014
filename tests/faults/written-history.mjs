import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { madeBatches } from './made-batches.mjs';
import { startProgram } from './program.mjs';

/**
 * A history that a program writes into a store, batch after batch, started again as often as it was killed.
 *
 * @param {{ folder: string, prefix: string, number: number, size: number,
 *   random: import('./random.mjs').Random }} given `number` makes it another than those beside it
 */
export const writtenHistory = ({ folder, prefix, number, size, random }) => {
  const batches = madeBatches({ size, prefix, number, random });
  const file = join(folder, `history-${number}.ndjson`);
  writeFileSync(file, batches.map((batch) => `${JSON.stringify(batch)}\n`).join(''));
  const hashes = batches.map(({ events }) => events.map((event) => [event.eventId, contentHash(event)]));
  const sent = new Set();
  const acknowledged = new Map();
  const waiting = new Set();
  const counts = { repeated: 0, unknown: 0, interrupted: 0 };
  let wrong;
  /** @type {import('./program.mjs').Program} */
  let program;
  let heard = 0;

  const hear = (said) => {
    if (said.sent !== undefined) {
      sent.add(said.sent);
      waiting.add(said.sent);
    } else if (said.acknowledged !== undefined) {
      const before = acknowledged.get(said.acknowledged);
      waiting.delete(said.acknowledged);
      acknowledged.set(said.acknowledged, said);
      if (said.repeated) counts.repeated++;
      if (before !== undefined && before.firstRevision !== said.firstRevision)
        wrong ??= `a batch was acknowledged at ${before.firstRevision}, and again at ${said.firstRevision}`;
    } else if (said.unknown !== undefined) counts.unknown++;
    else if (said.status === 'Interrupted') counts.interrupted++;
  };
  const listen = () => {
    const said = program?.said() ?? [];
    for (; heard < said.length; heard++) hear(said[heard]);
  };
  /** Number of the first batch that was not acknowledged. */
  const next = () => {
    listen();
    let at = 0;
    while (acknowledged.has(at)) at++;
    return at;
  };
  const rests = (from) => (said) => said.slice(from).some((each) => each.rests !== undefined);

  return {
    counts,
    listen,
    /**
     * Starts its writer, which goes on where the one before it knows that it was.
     *
     * @param {string} url
     * @param {number} pace longest pause between appends, in milliseconds
     */
    start: (url, pace) => {
      const from = next();
      waiting.clear();
      heard = 0;
      program = startProgram('batch-writer', [url, prefix, file, from, pace, random.below(2 ** 32)], folder);
    },
    /** Waits until the writer stands ready. */
    ready: () => program.until(rests(0), 'was ready'),
    go: () => program.tell('go'),
    /** Has the writer finish what is under way and write no more. */
    rest: async () => {
      const from = program.said().length;
      program.tell('rest');
      await program.until(rests(from), 'rested', 120_000);
      listen();
    },
    /** Batches of which the writer has said that it sends them, and not what became of them. */
    inFlight: () => {
      listen();
      return [...waiting];
    },
    acknowledged: () => {
      listen();
      return [...acknowledged.keys()].reduce((sum, at) => sum + batches[at].events.length, 0);
    },
    isWhole: () => next() === batches.length,
    kill: async () => {
      await program.kill();
      listen();
    },
    end: async () => {
      if (program?.isRunning()) await program.end();
    },
    /** What its writers said. */
    said: () => {
      listen();
      return [...sent].map((at) => ({
        stream: batches[at].stream,
        events: hashes[at],
        acknowledged: acknowledged.get(at),
      }));
    },
    /** What its writers said that cannot be. */
    contradiction: () => wrong,
  };
};

/** @typedef {ReturnType<typeof writtenHistory>} WrittenHistory */
