import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

let started = 0;

/** Gives the lines that were added to a file since it was last asked; one without an end is not one yet. */
const linesAdded = (file) => {
  const descriptor = openSync(file, 'r');
  const some = Buffer.alloc(1 << 16);
  let rest = '';
  return {
    read: () => {
      for (let length = readSync(descriptor, some); length > 0; length = readSync(descriptor, some))
        rest += some.toString('latin1', 0, length);
      const lines = rest.split('\n');
      rest = lines.pop();
      return lines.map((line) => JSON.parse(Buffer.from(line, 'latin1').toString('utf8')));
    },
    close: () => closeSync(descriptor),
  };
};

/**
 * Starts a program of this folder. What it says, one JSON value a line, goes to a file, so that a kill loses
 * nothing that was said; what it is told goes to its standard input, and it ends when that ends.
 *
 * @param {string} name of the program, without `.mjs`
 * @param {ReadonlyArray<string | number>} args
 * @param {string} folder for what it says
 */
export const startProgram = (name, args, folder) => {
  const output = join(folder, `${name}-${++started}.said`);
  const descriptors = [output, `${output}.errors`].map((file) => openSync(file, 'w'));
  const path = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args.map(String)], { stdio: ['pipe', ...descriptors] });
  descriptors.forEach(closeSync);
  const ended = once(child, 'exit');
  // Whoever was killed hears nothing more.
  child.stdin.on('error', () => undefined);
  const added = linesAdded(output);
  const said = [];
  let isOver = false;
  const listen = () => {
    if (!isOver) said.push(...added.read());
    return said;
  };
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const errors = () => readFileSync(`${output}.errors`, 'utf8').slice(-2_000);
  const over = () => {
    if (isOver) return;
    listen();
    isOver = true;
    added.close();
  };

  return {
    /** all that it said */
    said: listen,
    isRunning,
    /** @param {string} line */
    tell: (line) => child.stdin.write(`${line}\n`),
    /**
     * Waits until it says something.
     *
     * @template A
     * @param {(said: ReadonlyArray<any>) => A | undefined} find
     * @param {string} what that is, for who waits in vain
     * @returns {Promise<A>}
     */
    until: async (find, what, limit = 60_000) => {
      for (const since = performance.now(); ; await setTimeout(2)) {
        const found = find(listen());
        if (found !== undefined && found !== false) return found;
        if (!isRunning()) throw new Error(`${name} ended before it ${what}: ${errors()}`);
        if (performance.now() - since > limit)
          throw new Error(
            `${name} has not ${what} in ${limit} ms; it said ${JSON.stringify(said.slice(-3))}`,
          );
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      const [status, signal] = await ended;
      over();
      if (signal !== 'SIGKILL')
        throw new Error(`${name} ended by itself, with ${status ?? signal}: ${errors()}`);
    },
    end: async () => {
      child.stdin.end();
      const [status] = await ended;
      over();
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${errors()}`);
    },
  };
};

/** @typedef {ReturnType<typeof startProgram>} Program */
