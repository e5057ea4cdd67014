import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs a script in a process of its own that says its peak of memory, in MiB, and nothing else. */
export const peakOf = async (script: URL, ...args: ReadonlyArray<string | number>): Promise<number> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(script),
    ...args.map(String),
  ]);
  return Number(stdout);
};

/** Says the peak of memory of this process, for whoever waits for it. */
export const sayPeak = (): void => console.log(Math.round(process.resourceUsage().maxRSS / 1024));
