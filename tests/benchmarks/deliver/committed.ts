import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Observable } from 'rxjs';
import { NoResult } from '../measuring/no-result.js';

const writer = fileURLToPath(new URL('writer.js', import.meta.url));

/**
 * Has a process of its own append so many events to a file; it is stopped with the subscription.
 *
 * @returns of each when it was committed, in nanoseconds of the machine's clock
 */
export const committed = (file: string, count: number, seed: number): Observable<bigint> =>
  new Observable((subscriber) => {
    const child = spawn(process.execPath, [writer, file, String(count), String(seed)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface(child.stdout).on('line', (line) => subscriber.next(BigInt(line)));
    child.on('close', (status) => {
      if (status === 0) subscriber.complete();
      else subscriber.error(new NoResult(`deliver came to no result: its writer ended with ${status}.`));
    });
    return () => child.kill();
  });
