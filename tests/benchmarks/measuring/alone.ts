import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Where the address of a server stands for such a script: everybody on a machine may see command lines. */
const serverName = 'BURGERNET_BENCH_SERVER';

const peakIn = async (
  script: URL,
  args: ReadonlyArray<string | number>,
  environment: NodeJS.ProcessEnv,
): Promise<number> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [fileURLToPath(script), ...args.map(String)],
    { env: { ...process.env, ...environment } },
  );
  return Number(stdout);
};

/** Runs a script in a process of its own that says its peak of memory, in MiB, and nothing else. */
export const peakOf = (script: URL, ...args: ReadonlyArray<string | number>): Promise<number> =>
  peakIn(script, args, {});

/** The same, of a script that needs a server: it finds it by {@link givenServer}. */
export const peakOnServer = (
  server: string,
  script: URL,
  ...args: ReadonlyArray<string | number>
): Promise<number> => peakIn(script, args, { [serverName]: server });

/** The server that {@link peakOnServer} was given. */
export const givenServer = (): string => process.env[serverName] ?? '';

/** Says the peak of memory of this process, for whoever waits for it. */
export const sayPeak = (): void => console.log(Math.round(process.resourceUsage().maxRSS / 1024));
