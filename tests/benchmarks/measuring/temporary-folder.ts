import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const signals = { SIGINT: 130, SIGTERM: 143 } as const;

/** Does work that needs a folder, and removes the folder whatever happens, a signal to stop included. */
export const inTemporaryFolder = async <A>(work: (folder: string) => Promise<A>): Promise<A> => {
  const folder = await mkdtemp(join(tmpdir(), 'burgernet-benchmark-'));
  const stop = (signal: keyof typeof signals): void => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(signals[signal]);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await work(folder);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await rm(folder, { recursive: true, force: true });
  }
};
