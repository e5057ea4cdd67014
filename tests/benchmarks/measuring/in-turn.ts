import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Leaves no garbage of one measurement for the next to clear. */
export const clear = (): void => {
  if (typeof collect !== 'function') throw new Error('This Node cannot be asked to collect garbage.');
  collect();
};

/** The one in the middle; of an even number the mean of the two. */
export const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new RangeError('Nothing was measured.');
  return (low + high) / 2;
};

/** The smallest of the values that so large a share of them does not exceed. */
export const percentile = (values: ReadonlyArray<number>, share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new RangeError('Nothing was measured.');
  return found;
};

/**
 * Work on the first so many events, or on as many as it is always about. It says how many it handled.
 */
export type Work = (events: number) => Promise<number>;

/** What is compiled on the way is for all events, and collecting garbage throws some of it away. */
const warmUp = 20_000;

/**
 * Runs each work once, then the next round, so that whatever else the machine does meets all alike.
 * Before it counts, each runs on some events without being measured.
 *
 * @returns the median rate of each, in events a second
 */
export const inTurn = async <W extends Readonly<Record<string, Work>>>(
  works: W,
  events: number,
  rounds: number,
): Promise<(name: keyof W) => number> => {
  const rates = new Map<keyof W, number[]>();
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) {
      clear();
      await work(Math.min(events, warmUp));
      const start = process.hrtime.bigint();
      const handled = await work(events);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      rates.set(name, [...(rates.get(name) ?? []), handled / seconds]);
    }
  return (name) => median(rates.get(name) ?? []);
};
