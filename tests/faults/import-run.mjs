import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { vaultFileOf } from '@burgernet/adapters';

const command = fileURLToPath(new URL('../../packages/adapters/bin/burgernet.mjs', import.meta.url));
const importer = fileURLToPath(new URL('importer.mjs', import.meta.url));

/** The arguments of node that run the command on a store. */
const burgernet = (store, ...args) => [command, '--store', `sqlite:${store}`, '--lang', 'en', ...args];

/**
 * Where an import takes place.
 *
 * @typedef {{ store: string, output: string, temporary: string }} Place
 */

/** Starts node with what it says in files, so that a kill loses nothing that was said. */
const start = (args, { output, temporary }) => {
  const said = [openSync(output, 'w'), openSync(`${output}.errors`, 'w')];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', ...said],
    env: { ...process.env, TMPDIR: temporary },
  });
  said.forEach(closeSync);
  return { child, ended: once(child, 'exit') };
};

/** Bytes that a store and its vault take on the disk, with all that stands beside them. */
const bytesOf = (store) =>
  [store, vaultFileOf(store)]
    .flatMap((file) => [file, `${file}-journal`, `${file}-wal`])
    .reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);

/** What an import said. A last line without an end is one that the kill cut short: it was never said. */
const saidIn = ({ output }) => {
  const said = readFileSync(output, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  return {
    /** lines that it told to have taken while it went on */
    taken: said.findLast(({ phase }) => phase === 'appending')?.lines ?? 0,
    /** what it did in the end, where it came to that */
    report: said.find(({ phase }) => phase === undefined),
    errors: readFileSync(`${output}.errors`, 'utf8'),
  };
};

/**
 * Runs the command to its end.
 *
 * @param {Place} place
 * @param {ReadonlyArray<string>} args
 */
export const run = async (place, ...args) => {
  const [status] = await start(burgernet(place.store, ...args), place).ended;
  const { output } = place;
  return { status, text: readFileSync(output, 'utf8'), errors: readFileSync(`${output}.errors`, 'utf8') };
};

const importArgs = (store, lines) => burgernet(store, '--json', 'import', lines);

/** Tells when a store's log is being written: from then on it looks otherwise than before. */
const watchWrites = (store) => {
  const look = () => {
    const log = statSync(`${store}-wal`, { throwIfNoEntry: false });
    return log === undefined || log.size === 0 ? 'nothing' : `${log.size} ${log.mtimeMs}`;
  };
  let seen = look();
  return () => {
    const now = look();
    const hasChanged = now !== seen && now !== 'nothing';
    seen = now;
    return hasChanged;
  };
};

/**
 * Imports to the end.
 *
 * @param {Place} place
 * @param {string} lines the file to import
 * @returns also how many milliseconds that took, and how many of them passed between the first and the
 *   last write of events
 */
export const importWhole = async (place, lines) => {
  const since = performance.now();
  const hasWritten = watchWrites(place.store);
  const { child, ended } = start(importArgs(place.store, lines), place);
  let first;
  let last = 0;
  while (child.exitCode === null && child.signalCode === null) {
    if (hasWritten()) {
      last = performance.now();
      first ??= last;
    }
    await setTimeout(1);
  }
  const [status] = await ended;
  const { report, errors } = saidIn(place);
  if (report === undefined) throw new Error(`An import ended with ${status}: ${errors}`);
  return { status, report, took: performance.now() - since, writing: last - (first ?? last) };
};

/**
 * Imports and is killed: at any moment of the time that a whole run takes, as soon as it makes its files,
 * or while it writes, which is the shorter part.
 *
 * @param {Place} place
 * @param {string} lines the file to import
 * @param {{ took: number, writing: number }} whole what an import that nobody killed took
 * @param {number} left the share of the events that do not stand there yet
 * @param {import('./random.mjs').Random} random
 */
export const importKilled = async (place, lines, whole, left, random) => {
  const { store } = place;
  // The command tells a terminal only how far it is; this does the same and tells us.
  const args = random.chance(0.3) ? [importer, store, lines] : importArgs(store, lines);
  const hasWritten = watchWrites(store);
  const there = bytesOf(store);
  const aim =
    left === 0 ? 'time' : random.pick(['time', 'time', 'files', 'write', 'write', 'write', 'write']);
  const part = random.below(1_050) / 1_000;
  const isAimedAt = { time: () => false, files: () => bytesOf(store) > there, write: hasWritten }[aim];

  const since = performance.now();
  const { child, ended } = start(args, place);
  const until = since + whole.took * (aim === 'time' ? part : 2);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  while (isRunning() && performance.now() < until && !isAimedAt()) await setTimeout(1);
  if (aim === 'write') await Promise.race([setTimeout(whole.writing * left * part), ended]);
  child.kill('SIGKILL');
  const [status] = await ended;
  const said = saidIn(place);
  if (status !== null && said.report === undefined)
    throw new Error(`An import ended by itself, with ${status}: ${said.errors}`);
  return { wasKilled: status === null, took: performance.now() - since, ...said };
};
