import { spawn } from 'node:child_process';

/** What a program that ended well wrote to standard output. */
export interface Ran {
  readonly lines: ReadonlyArray<string>;
}

/** Runs a program of the tests in a Node process of its own, on the built packages, to its good end. */
export const runProgram = (program: string, parameters: ReadonlyArray<string>): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve({ lines: output.split('\n').filter((line) => line !== '') });
      else reject(new Error(`${program} ended with ${status}: ${errors}`));
    });
  });
