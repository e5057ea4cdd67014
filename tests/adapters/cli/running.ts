import { spawn } from 'node:child_process';
import { onTestFinished, vi } from 'vitest';
import { command } from './burgernet.js';

const patience = { timeout: 30_000, interval: 20 };

/** A command that runs until it is interrupted, and what it wrote so far; no longer than its test. */
export const running = (cwd: string, ...args: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [command, ...args], { cwd });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    stdout: () => stdout,
    stderr: () => stderr,
    /** Waits until what is expected of it holds. */
    until: (expected: () => void) => vi.waitFor(expected, patience),
    /** Interrupts it, as a person does unless said otherwise, and gives the status it ends with. */
    interrupt: (signal: 'SIGINT' | 'SIGTERM' = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
  };
};
