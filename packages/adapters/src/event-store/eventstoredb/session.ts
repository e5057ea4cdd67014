import type { StoreStatus } from '../store-status.js';
import type { Connection } from './connection.js';

/** How long and how often things are tried. */
export interface Limits {
  /** for the server to answer, in milliseconds */
  readonly answer: number;
  /** how often a call is tried before its trouble is told; a follower goes on trying */
  readonly attempts: number;
  /** before the second attempt, in milliseconds; it doubles each time */
  readonly pause: number;
  /** of all pauses, in milliseconds */
  readonly longestPause: number;
}

/**
 * Eleven attempts with pauses of some fifteen seconds together: a cluster that loses its leader needs
 * one to six to have another.
 */
export const defaultLimits: Limits = { answer: 10_000, attempts: 11, pause: 50, longestPause: 3_000 };

/** Where randomness and time come from. */
export interface World {
  /** at least 0, less than 1 */
  readonly random: () => number;
  /** waits so many milliseconds, or until the signal */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** What everything that an opened store does has in common. */
export interface Session extends World {
  readonly connection: Connection;
  /** the hosts, as they may be shown */
  readonly where: string;
  readonly prefix: string;
  readonly limits: Limits;
  readonly report: (status: StoreStatus) => void;
  /** says that the store was closed */
  readonly closed: AbortSignal;
}

/**
 * How long to wait after so many failures in a row, in milliseconds: longer each time, and at random, so
 * that those who lost one server do not come back all at once.
 */
export const pauseAfter = (
  { limits, random }: Pick<Session, 'limits' | 'random'>,
  failures: number,
): number =>
  Math.round(Math.min(limits.longestPause, limits.pause * 2 ** (failures - 1)) * (0.5 + random() / 2));
