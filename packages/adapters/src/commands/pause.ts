import { setTimeout } from 'node:timers/promises';
import type { Task } from 'fp-ts/lib/Task.js';

/** Waits before a command is decided again; `attempt` is 1 before the second time. */
export type Pause = (attempt: number) => Task<void>;

/**
 * Waits a random while, longer each time, up to some 100 ms: writers who met once do not meet again at
 * the same moment.
 */
export const randomPause: Pause = (attempt) => async () => {
  await setTimeout(Math.random() * Math.min(100, 2 ** attempt));
};
