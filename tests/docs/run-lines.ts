import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Line } from './shell-lines.js';

/** How a command of a page ended, and what a terminal would have shown. */
export interface Ended {
  readonly status: number;
  readonly shown: string;
}

const script = fileURLToPath(new URL('run-lines.mjs', import.meta.url));

/** Nothing of the machine of a test but what every process needs: above all no language and no store. */
const bare = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'SystemRoot', 'TMPDIR', 'TEMP'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Gives commands of `burgernet` one after the other, in a process of their own. @param cwd the current folder */
export const runLines = (cwd: string, lines: ReadonlyArray<Line>): Promise<ReadonlyArray<Ended>> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd, env: bare(), stdio: ['pipe', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status !== 0) reject(new Error(`The commands could not be run: ${printed}`));
      else resolve(printed.split('\n').flatMap((one) => (one === '' ? [] : [JSON.parse(one)])));
    });
    const given = lines.map(({ words: [, ...words], into }) => ({ words, into }));
    child.stdin.end(given.map((one) => `${JSON.stringify(one)}\n`).join(''));
  });
