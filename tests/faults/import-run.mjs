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

/**
 * Imports to the end.
 *
 * @param {Place} place
 * @param {string} lines the file to import
 * @returns also how many milliseconds that took, and how many bytes the files had at most meanwhile
 */
export const importWhole = async (place, lines) => {
  const since = performance.now();
  const { child, ended } = start(importArgs(place.store, lines), place);
  let bytes = 0;
  while (child.exitCode === null && child.signalCode === null) {
    bytes = Math.max(bytes, bytesOf(place.store));
    await setTimeout(2);
  }
  const [status] = await ended;
  const { report, errors } = saidIn(place);
  if (report === undefined) throw new Error(`An import ended with ${status}: ${errors}`);
  return { status, report, took: performance.now() - since, bytes };
};

/**
 * Imports and is killed: at any moment of the time that a whole run takes, or when the files have grown
 * by any part of what a whole run makes of them, for writing takes the shorter part of the time.
 *
 * @param {Place} place
 * @param {string} lines the file to import
 * @param {{ took: number, bytes: number }} whole what an import that nobody killed took
 * @param {import('./random.mjs').Random} random
 */
export const importKilled = async (place, lines, whole, random) => {
  const { store } = place;
  // The command tells a terminal only how far it is; this does the same and tells us.
  const args = random.chance(0.3) ? [importer, store, lines] : importArgs(store, lines);
  const isAimed = random.chance(0.6);
  const until = whole.took * (isAimed ? 2 : random.below(1_100) / 1_000);
  const there = bytesOf(store);
  // Now and then with the first bytes: the files are only being made then.
  const grown = random.chance(0.15) ? 1 : random.below(Math.max(whole.bytes - there, 100_000));
  const after = isAimed && random.chance(0.5) ? random.below(20) : 0;

  const since = performance.now();
  const { child, ended } = start(args, place);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const isDue = () => performance.now() - since >= until || (isAimed && bytesOf(store) >= there + grown);
  while (isRunning() && !isDue()) await setTimeout(1);
  if (after > 0) await setTimeout(after);
  child.kill('SIGKILL');
  const [status] = await ended;
  const said = saidIn(place);
  if (status !== null && said.report === undefined)
    throw new Error(`An import ended by itself, with ${status}: ${said.errors}`);
  return { wasKilled: status === null, took: performance.now() - since, ...said };
};
