import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '@burgernet/adapters';
import { logViolation } from './log-violation.mjs';
import { wholeLog } from './whole-log.mjs';

const writer = fileURLToPath(new URL('append-writer.mjs', import.meta.url));

/** Events in a file after which the next round begins a new one, so that a round stays short. */
const fileSize = 20_000;

/** A writer, and the file to which it says what it does. */
const start = (folder, store, seed) => {
  const log = join(folder, `${seed}.log`);
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [writer, store, String(seed)], {
    stdio: ['ignore', output, 'inherit'],
  });
  closeSync(output);
  return { child, log, ended: once(child, 'exit') };
};

/** Kills a writer at some moment: now and then while it starts, mostly while it writes. */
const kill = async ({ child, log, ended }, random) => {
  if (random.chance(0.15)) await setTimeout(random.below(150));
  else {
    while (child.exitCode === null && statSync(log).size === 0) await setTimeout(2);
    await setTimeout(random.below(80));
  }
  child.kill('SIGKILL');
  const [status, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error(`A writer ended by itself, with ${status ?? signal}.`);
};

/** What a writer said. A last line without an end is one that the kill cut short: it was never said. */
const read = (log) => {
  const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
  const batches = [];
  for (const line of lines) {
    const said = JSON.parse(line);
    if (said.intent !== undefined) batches[said.intent] = { stream: said.stream, events: said.events };
    else Object.assign(batches[said.acknowledged], { acknowledged: said });
  }
  return batches;
};

/**
 * Kills writers of a store. After each kill the file is opened and read: what was acknowledged is there
 * once, to the byte and where the acknowledgement said, no batch is there by half, and no place in log
 * or stream is empty.
 *
 * @param {{ folder: string, random: import('./random.mjs').Random }} given
 */
export const appendCase = ({ folder, random }) => {
  let files = 0;
  let file;
  let batches = [];
  const counts = { kills: 0, acknowledged: 0, unacknowledgedButStored: 0, filesMade: 0 };

  const round = async () => {
    if (file === undefined) {
      file = join(folder, `${files++}.db`);
      batches = [];
      counts.filesMade++;
    }
    // Two at a time in every third round: the one that lives on must not mind the other's death.
    const writers = Array.from({ length: random.chance(1 / 3) ? 2 : 1 }, () =>
      start(folder, file, random.below(2 ** 32)),
    );
    await Promise.all(writers.map((each) => kill(each, random)));
    counts.kills += writers.length;
    const said = writers.flatMap(({ log }) => read(log));
    batches.push(...said);

    const opened = await openSqlite(file, { mode: random.chance(0.5) ? 'read' : 'write' })();
    if (opened._tag === 'Left') {
      if (opened.left.tag === 'StoreAbsent' && batches.length === 0) return undefined;
      return opened.left.text.en;
    }
    const events = await wholeLog(opened.right);
    await opened.right.close();
    const standing = new Set(events.map(({ eventId }) => eventId));
    for (const { acknowledged, events: written } of said) {
      if (acknowledged !== undefined) counts.acknowledged += written.length;
      else if (standing.has(written[0][0])) counts.unacknowledgedButStored += written.length;
    }
    if (events.length > fileSize || random.chance(0.1)) file = undefined;
    return logViolation(events, batches);
  };

  return { round, counts };
};
